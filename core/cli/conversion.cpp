#include "cli/conversion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include "cli/inputs.hpp"
#include "cli/trace_folder.hpp"
#include "offprint/byte_sink.hpp"
#include "offprint/document_lines.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "settings/plugin_options.hpp"

namespace offprint::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& message) {
    throw Error(ErrorCode::usage, message);
}

std::optional<std::int64_t> source_date_epoch() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr || *text == '\0') return std::nullopt;
    const std::string_view value = text;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    constexpr std::int64_t end_of_year_9999 = 253402300799;
    if (error != std::errc() || end != value.data() + value.size() || seconds < 0 || seconds > end_of_year_9999)
        fail(fmt::format("SOURCE_DATE_EPOCH is '{}', not a number of seconds since 1970", value));
    return seconds;
}

/// What a file is, whatever it is called; nothing where there is none.
using FileIdentity = std::pair<dev_t, ino_t>;

std::optional<FileIdentity> identity_of(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return FileIdentity(status.st_dev, status.st_ino);
}

class Conversion {
public:
    Conversion(const CommandLine& line, std::shared_ptr<const PluginRegistry> registry, const Messages& messages)
        : line_(line),
          converter_(std::move(registry)),
          messages_(messages),
          epoch_(source_date_epoch()),
          inputs_(line.inputs, line.from, line.limits),
          trace_(line.trace_directory, !inputs_.is_single()) {
        check_usage();
        if (!line.trace_directory.empty()) trace_.require_empty();
        for (const std::string& input : line_.inputs)
            if (const auto identity = identity_of(input); identity && !is_stream(input)) input_files_.insert(*identity);
        set_target();
        options_ = read_option_files(line_.plugin_options, converter_.registry(), line_.limits);
        if (writes_lines()) ask_for_lines();
    }

    ExitCode run() {
        ExitCode code = !line_.output_directory.empty() ? convert_each()
                        : writes_lines()                ? convert_to_lines()
                                                        : convert_to_one();
        if (line_.strict && warned_) code = worse(code, ExitCode::warnings);
        if (code == ExitCode::ok)
            for (const auto& sink : held_back_) sink->commit();
        return code;
    }

private:
    void check_usage() const {
        if (line_.inputs.empty()) fail("no input; name a file, or - for standard input");
        if (!line_.output.empty() && !line_.output_directory.empty()) fail("-o and -d exclude each other");
        if (line_.output.empty() && line_.to.empty()) fail("no output; name a file with -o, or a format with -t");
        if (!line_.output_directory.empty() && line_.to.empty()) fail("-d wants the output's format; name it with -t");
        if (std::count(line_.inputs.begin(), line_.inputs.end(), "-") > 1) fail("- stands among the inputs twice");
        const auto media = line_.plugin_options.find(extract_media_option.name);
        if (media != line_.plugin_options.end() && media->second.empty()) fail("--extract-media has an empty value");
        if (line_.fetch) converter_.registry().format("fetch");  // says what is missing
        Metadata unused;
        for (const auto& [name, value] : line_.metadata) set_user_metadata(unused, name, value);
    }

    /// By -t, else by the extension of the output's name.
    void set_target() {
        std::string name = line_.to;
        if (name.empty() && line_.output == "-")
            fail("standard output has no name to tell the format by; name it with -t");
        if (name.empty()) {
            name = to_lower_ascii(fs::path(line_.output).extension().string());
            if (name.empty())
                fail(fmt::format("'{}' has no extension to tell the format by; name it with -t", line_.output));
            name.erase(0, 1);
        }
        writer_ = format_named(name, &FormatInfo::can_write);
        extension_ = holds_lines(name) || writer_.extensions.empty() ? name : writer_.extensions.front();
    }

    /// The format that has this name, else the one that can do it and whose files have this extension.
    FormatInfo format_named(const std::string& name, bool FormatInfo::*can) const {
        const PluginRegistry& registry = converter_.registry();
        for (const bool open_unlisted : {false, true}) {
            const std::vector<FormatInfo> formats = registry.formats(open_unlisted);
            for (const FormatInfo& info : formats)
                if (info.format == name) return info;
            for (const FormatInfo& info : formats)
                if (info.*can && std::ranges::find(info.extensions, name) != info.extensions.end()) return info;
        }
        return registry.format(name);  // says what is missing
    }

    bool writes_lines() const { return holds_lines(extension_); }

    void ask_for_lines() {
        const auto [pretty, is_new] = options_.try_emplace(pretty_option.name, "false");
        if (!is_new && pretty->second == "true") fail(fmt::format("--pretty makes no sense for .{}", extension_));
        if (line_.max_bytes > 0) fail(fmt::format("--max-size makes no sense for .{}", extension_));
    }

    static OptionValues options_for(const std::vector<OptionInfo>& declared, const OptionValues& given) {
        OptionValues options;
        for (const OptionInfo& option : declared)
            if (const auto value = given.find(option.name); value != given.end()) options.insert(*value);
        return options;
    }

    /// An option that neither side declares would be lost in silence.
    void check_options(const FormatInfo& reader) const {
        const OptionValues read = options_for(reader.reader_options, options_);
        const OptionValues written = options_for(writer_.writer_options, options_);
        for (const auto& [name, value] : options_)
            if (!read.contains(name) && !written.contains(name))
                fail(fmt::format("--{} is no option of reading {} or writing {}", name, reader.format, writer_.format));
    }

    /// The first of "<stem>", "<stem>-2", ... that no input and no earlier output has.
    fs::path output_path(const Input& input) {
        // Counted on for each stem, so that many inputs of one name take linear time.
        for (int& number = ++last_number_[input.stem];; ++number) {
            const std::string suffix = number == 1 ? "" : fmt::format("-{}", number);
            fs::path path = fs::path(line_.output_directory) / fmt::format("{}{}.{}", input.stem, suffix, extension_);
            if (is_an_input(path) || !outputs_.insert(path).second) continue;
            if (number == 1) return path;
            const std::string message = "goes to " + path.filename().string() + ", since the name is taken";
            messages_.diagnostic({Severity::warning, "output.renamed", message, {}}, input.name);
            warned_ = true;
            return path;
        }
    }

    bool is_an_input(const fs::path& path) const {
        const auto identity = identity_of(path);
        return identity && input_files_.contains(*identity);
    }

    std::unique_ptr<ByteSink> create_output() const {
        if (is_stream(line_.output)) {
            if (writer_.binary_output && ::isatty(STDOUT_FILENO) != 0)
                fail(fmt::format("{} is not for a terminal; name a file with -o", writer_.title));
            return with_media(create_descriptor(STDOUT_FILENO, "standard output"), ".");
        }
        if (is_an_input(line_.output)) fail(fmt::format("'{}' is an input; it would be overwritten", line_.output));
        return create_file_with_media(line_.output);
    }

    std::unique_ptr<ByteSink> create_file_with_media(const fs::path& path) const {
        return with_media(create_file(path), path.parent_path());
    }

    /// With the folder for its images that the user wants, if any; `base` is the output's own.
    std::unique_ptr<ByteSink> with_media(std::unique_ptr<ByteSink> output, const fs::path& base) const {
        const auto folder = options_.find(extract_media_option.name);
        if (folder == options_.end()) return output;
        return with_files(std::move(output), folder->second, base);
    }

    /// `input` names what the diagnostics are about and may change meanwhile.
    ContextSettings settings(const std::string& input) {
        ContextSettings settings;
        settings.limits = line_.limits;
        settings.source_date_epoch = epoch_;
        settings.on_diagnostic = [this, &input](const Diagnostic& diagnostic) {
            messages_.diagnostic(diagnostic, input);
        };
        if (!line_.trace_directory.empty())
            settings.on_trace = [this, &input](std::string_view stage, std::string_view text) {
                trace_.write(input, stage, text);
            };
        return settings;
    }

    Document read(ByteSource& source, Context& context, bool is_alone) const {
        ReadRequest request;
        if (!line_.from.empty()) request.format = format_named(line_.from, &FormatInfo::can_read).format;
        request.format = converter_.detect(source, request);
        const FormatInfo reader = converter_.registry().format(request.format);
        check_options(reader);
        request.options = options_for(reader.reader_options, options_);
        if (is_alone) request.metadata = line_.metadata;
        request.resource_folders = line_.resource_folders;
        request.fetch = line_.fetch;
        request.images = line_.images;
        return converter_.read(source, request, context);
    }

    /// Reads one input; `context` gets the diagnostics, errors name the input as the user did.
    Document read(const Input& input, Context& context, bool is_alone) const {
        ByteSource& source = *input.source;
        try {
            return read(source, context, is_alone);
        } catch (const Error& error) {
            const bool is_of_source = error.where() == (source.name().empty() ? "input" : source.name());
            if (input.name.empty() || error.code() == ErrorCode::usage || !is_of_source) throw;
            throw Error(error.code(), error.what(), input.name);
        }
    }

    void write(Document document, ByteSink& sink, Context& context) {
        const WriteRequest request{writer_.format, options_for(writer_.writer_options, options_), line_.image,
                                   line_.max_bytes};
        converter_.write(std::move(document), sink, request, context);
        note(context);
    }

    /// Commits, unless --strict wants to see first how everything goes.
    void finish(std::unique_ptr<ByteSink> sink) {
        if (!line_.strict) return sink->commit();
        sink->prepare();
        held_back_.push_back(std::move(sink));
    }

    /// Keeps what a finished context has to say.
    void note(const Context& context) {
        warned_ = warned_ || context.warnings() > 0;
        messages_.suppressed(context.suppressed());
    }

    void convert(const Input& input, ByteSink& sink) {
        Context context(settings(input.name));
        write(read(input, context, true), sink, context);
    }

    ExitCode convert_to_one() {
        std::unique_ptr<ByteSink> sink = create_output();
        if (inputs_.is_single())
            convert(*inputs_.next(), *sink);
        else
            write_book(*sink);
        finish(std::move(sink));
        return ExitCode::ok;
    }

    void write_book(ByteSink& sink) {
        std::string current;
        Context context(settings(current));
        std::vector<Document> articles;
        while (const std::optional<Input> input = inputs_.next()) {
            current = input->name;
            articles.push_back(read(*input, context, false));
        }
        current.clear();
        Document book = make_book(std::move(articles));
        for (const auto& [name, value] : line_.metadata) set_user_metadata(book.metadata, name, value);
        write(std::move(book), sink, context);
    }

    /// One document after the other, each for itself.
    ExitCode convert_to_lines() {
        std::unique_ptr<ByteSink> sink = create_output();
        while (const std::optional<Input> input = inputs_.next()) convert(*input, *sink);
        finish(std::move(sink));
        return ExitCode::ok;
    }

    /// A bad input does not stop the others.
    ExitCode convert_each() {
        ExitCode worst = ExitCode::ok;
        std::size_t converted = 0;
        for (;;) {
            try {
                if (!convert_next()) break;
                ++converted;
            } catch (const Error& error) {
                messages_.error(error);
                worst = worse(worst, exit_code_of(error.code()));
            }
        }
        return worst == ExitCode::failed && converted > 0 ? ExitCode::some_failed : worst;
    }

    /// To a file of its own; false where no input is left.
    bool convert_next() {
        const std::optional<Input> input = inputs_.next();
        if (!input) return false;
        std::unique_ptr<ByteSink> sink = create_file_with_media(output_path(*input));
        convert(*input, *sink);
        finish(std::move(sink));
        return true;
    }

    const CommandLine& line_;
    Converter converter_;
    const Messages& messages_;
    std::optional<std::int64_t> epoch_;
    Inputs inputs_;
    TraceFolder trace_;
    FormatInfo writer_;
    std::string extension_;  ///< of outputs, without its dot
    OptionValues options_;
    std::set<FileIdentity> input_files_;
    std::set<fs::path> outputs_;
    std::map<std::string, int> last_number_;  ///< by stem of the input
    bool warned_ = false;
    std::vector<std::unique_ptr<ByteSink>> held_back_;  ///< under --strict: until everything went well
};

}  // namespace

ExitCode convert(const CommandLine& line, std::shared_ptr<const PluginRegistry> registry, const Messages& messages) {
    return Conversion(line, std::move(registry), messages).run();
}

}  // namespace offprint::cli
