#include "cli/conversion.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <utility>

#include "offprint/document_lines.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "settings/output_format.hpp"
#include "settings/plugin_options.hpp"
#include "settings/values.hpp"

namespace offprint::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& message) {
    throw Error(ErrorCode::usage, message);
}

std::optional<std::int64_t> source_date_epoch() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr || *text == '\0') return std::nullopt;
    return parse_epoch("SOURCE_DATE_EPOCH", text);
}

}  // namespace

Conversion::Conversion(const CommandLine& line, const Converter& converter)
    : line_(line), converter_(converter), epoch_(source_date_epoch()) {
    check_usage();
    set_target();
    options_ = read_option_files(line_.plugin_options, converter_.registry(), line_.limits);
    if (writes_lines()) ask_for_lines();
}

void Conversion::check_usage() const {
    const auto media = line_.plugin_options.find(extract_media_option.name);
    if (media != line_.plugin_options.end() && media->second.empty()) fail("--extract-media has an empty value");
    if (line_.fetch) converter_.registry().format("fetch");  // says what is missing
    Metadata unused;
    for (const auto& [name, value] : line_.metadata) set_user_metadata(unused, name, value);
}

/// By -t, else by the extension of the output's name.
void Conversion::set_target() {
    if (line_.to.empty() && line_.output == "-")
        fail("standard output has no name to tell the format by; name it with -t");
    const std::string name = output_format_name(line_.to, line_.output);
    writer_ = format_named(converter_.registry(), name, &FormatInfo::can_write);
    extension_ = holds_lines(name) || writer_.extensions.empty() ? name : writer_.extensions.front();
}

bool Conversion::writes_lines() const {
    return holds_lines(extension_);
}

void Conversion::ask_for_lines() {
    const auto [pretty, is_new] = options_.try_emplace(pretty_option.name, "false");
    if (!is_new && pretty->second == "true") fail(fmt::format("--pretty makes no sense for .{}", extension_));
    if (line_.max_bytes > 0) fail(fmt::format("--max-size makes no sense for .{}", extension_));
}

ContextSettings Conversion::context_settings() const {
    ContextSettings settings;
    settings.limits = line_.limits;
    settings.source_date_epoch = epoch_;
    return settings;
}

Document Conversion::read(ByteSource& source, Context& context, bool alone) const {
    ReadRequest request;
    if (!line_.from.empty())
        request.format = format_named(converter_.registry(), line_.from, &FormatInfo::can_read).format;
    request.format = converter_.detect(source, request);
    const FormatInfo reader = converter_.registry().format(request.format);
    require_declared(options_, reader, writer_);
    request.options = options_for(reader.reader_options, options_);
    if (alone) request.metadata = line_.metadata;
    request.resource_folders = line_.resource_folders;
    request.fetch = line_.fetch;
    request.images = line_.images;
    return converter_.read(source, request, context);
}

Document Conversion::read(ByteSource& source, const std::string& input, Context& context, bool alone) const {
    try {
        return read(source, context, alone);
    } catch (const Error& error) {
        const bool is_of_source = error.where() == (source.name().empty() ? "input" : source.name());
        if (input.empty() || error.code() == ErrorCode::usage || !is_of_source) throw;
        throw Error(error.code(), error.what(), input);
    }
}

void Conversion::write(Document document, ByteSink& sink, Context& context) const {
    const WriteRequest request{writer_.format, options_for(writer_.writer_options, options_), line_.image,
                               line_.max_bytes};
    converter_.write(std::move(document), sink, request, context);
}

std::unique_ptr<ByteSink> Conversion::create_output(const fs::path& path) const {
    return with_media(create_file(path), path.parent_path());
}

std::unique_ptr<ByteSink> Conversion::with_media(std::unique_ptr<ByteSink> output, const fs::path& base) const {
    const auto folder = options_.find(extract_media_option.name);
    if (folder == options_.end()) return output;
    return with_files(std::move(output), folder->second, base);
}

}  // namespace offprint::cli
