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

#include "cli/plugin_options.hpp"
#include "cli/trace_folder.hpp"
#include "offprint/byte_sink.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"

namespace offprint::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& message) {
    throw Error(ErrorCode::usage, message);
}

bool is_stream(const std::string& name) {
    return name.empty() || name == "-";
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
          trace_(line.trace_directory, line.inputs.size() > 1) {
        check_usage();
        if (!line.trace_directory.empty()) trace_.require_empty();
        for (const std::string& input : line_.inputs)
            if (const auto identity = identity_of(input); identity && !is_stream(input)) input_files_.insert(*identity);
        writer_ = writing_format();
        options_ = read_option_files(line_.plugin_options, converter_.registry(), line_.limits);
    }

    ExitCode run() {
        ExitCode code = line_.output_directory.empty() ? convert_to_one() : convert_each();
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
    FormatInfo writing_format() const {
        const PluginRegistry& registry = converter_.registry();
        if (!line_.to.empty()) return registry.format(line_.to);
        if (line_.output == "-") fail("standard output has no name to tell the format by; name it with -t");
        std::string extension = to_lower_ascii(fs::path(line_.output).extension().string());
        if (extension.empty())
            fail(fmt::format("'{}' has no extension to tell the format by; name it with -t", line_.output));
        extension.erase(0, 1);
        for (const bool open_unlisted : {false, true}) {
            for (const FormatInfo& info : registry.formats(open_unlisted)) {
                const auto& known = info.extensions;
                if (info.can_write && std::find(known.begin(), known.end(), extension) != known.end()) return info;
            }
        }
        return registry.format(extension);  // says what is missing
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
    fs::path output_path(const std::string& input) {
        const std::string stem = is_stream(input) ? "stdin" : fs::path(input).stem().string();
        const std::string extension = writer_.extensions.empty() ? writer_.format : writer_.extensions.front();
        // Counted on for each stem, so that many inputs of one name take linear time.
        for (int& number = ++last_number_[stem];; ++number) {
            const std::string suffix = number == 1 ? "" : fmt::format("-{}", number);
            fs::path path = fs::path(line_.output_directory) / fmt::format("{}{}.{}", stem, suffix, extension);
            if (is_an_input(path) || !outputs_.insert(path).second) continue;
            if (number == 1) return path;
            const std::string message = "goes to " + path.filename().string() + ", since the name is taken";
            messages_.diagnostic({Severity::warning, "output.renamed", message, {}}, input);
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
            messages_.diagnostic(diagnostic, is_stream(input) ? "" : input);
        };
        if (!line_.trace_directory.empty())
            settings.on_trace = [this, &input](std::string_view stage, std::string_view text) {
                trace_.write(input, stage, text);
            };
        return settings;
    }

    static std::unique_ptr<ByteSource> open(const std::string& input) {
        return input == "-" ? open_descriptor(STDIN_FILENO) : open_file(input);
    }

    Document read(ByteSource& source, Context& context, bool is_alone) const {
        ReadRequest request;
        request.format = line_.from;
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

    /// Opens and reads one input; `context` gets the diagnostics, errors name the input as the user did.
    Document read(const std::string& input, Context& context, bool is_alone) const {
        const std::unique_ptr<ByteSource> source = open(input);
        try {
            return read(*source, context, is_alone);
        } catch (const Error& error) {
            if (is_stream(input) || error.code() == ErrorCode::usage || error.where() != source->name()) throw;
            throw Error(error.code(), error.what(), input);
        }
    }

    /// Writes, and commits unless --strict wants to see first how everything goes.
    void finish(Document document, std::unique_ptr<ByteSink> sink, Context& context) {
        const WriteRequest request{writer_.format, options_for(writer_.writer_options, options_), line_.image,
                                   line_.max_bytes};
        converter_.write(std::move(document), *sink, request, context);
        note(context);
        if (!line_.strict) return sink->commit();
        sink->prepare();
        held_back_.push_back(std::move(sink));
    }

    /// Keeps what a finished context has to say.
    void note(const Context& context) {
        warned_ = warned_ || context.warnings() > 0;
        messages_.suppressed(context.suppressed());
    }

    void convert_one(const std::string& input, const std::function<std::unique_ptr<ByteSink>()>& create) {
        Context context(settings(input));
        std::unique_ptr<ByteSink> sink = create();
        Document document = read(input, context, true);
        finish(std::move(document), std::move(sink), context);
    }

    ExitCode convert_to_one() {
        if (line_.inputs.size() == 1) {
            convert_one(line_.inputs.front(), [this] { return create_output(); });
            return ExitCode::ok;
        }
        std::unique_ptr<ByteSink> sink = create_output();
        std::string current;
        Context context(settings(current));
        std::vector<Document> articles;
        for (const std::string& input : line_.inputs) {
            current = input;
            articles.push_back(read(input, context, false));
        }
        current.clear();
        Document book = make_book(std::move(articles));
        for (const auto& [name, value] : line_.metadata) set_user_metadata(book.metadata, name, value);
        finish(std::move(book), std::move(sink), context);
        return ExitCode::ok;
    }

    /// A bad input does not stop the others.
    ExitCode convert_each() {
        ExitCode worst = ExitCode::ok;
        std::size_t converted = 0;
        for (const std::string& input : line_.inputs) {
            try {
                const fs::path path = output_path(input);
                convert_one(input, [&] { return create_file_with_media(path); });
                ++converted;
            } catch (const Error& error) {
                messages_.error(error);
                worst = worse(worst, exit_code_of(error.code()));
            }
        }
        return worst == ExitCode::failed && converted > 0 ? ExitCode::some_failed : worst;
    }

    const CommandLine& line_;
    Converter converter_;
    const Messages& messages_;
    std::optional<std::int64_t> epoch_;
    TraceFolder trace_;
    FormatInfo writer_;
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
