#include "cli/one_output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "cli/conversion.hpp"
#include "cli/file_identities.hpp"
#include "cli/inputs.hpp"
#include "cli/trace_folder.hpp"
#include "offprint/error.hpp"

namespace offprint::cli {

namespace {

[[noreturn]] void fail(const std::string& message) {
    throw Error(ErrorCode::usage, message);
}

void check_usage(const CommandLine& line) {
    if (line.inputs.empty()) fail("no input; name a file, or - for standard input");
    if (line.output.empty() && line.to.empty()) fail("no output; name a file with -o, or a format with -t");
    if (std::count(line.inputs.begin(), line.inputs.end(), "-") > 1) fail("- stands among the inputs twice");
}

std::unique_ptr<ByteSink> create_output(const CommandLine& line, const Conversion& conversion) {
    if (is_stream(line.output)) {
        if (conversion.writer().binary_output && ::isatty(STDOUT_FILENO) != 0)
            fail(fmt::format("{} is not for a terminal; name a file with -o", conversion.writer().title));
        return conversion.with_media(create_descriptor(STDOUT_FILENO, "standard output"), ".");
    }
    FileIdentities inputs;
    for (const std::string& input : line.inputs)
        if (!is_stream(input)) inputs.add(input);
    inputs.sort();
    if (inputs.contains(line.output)) fail(fmt::format("'{}' is an input; it would be overwritten", line.output));
    return conversion.create_output(line.output);
}

/// Reads and writes what a command line asks for, with the name of what messages are about.
class OneOutput {
public:
    OneOutput(const CommandLine& line, const Conversion& conversion, const Messages& messages)
        : line_(line), conversion_(conversion), messages_(messages), inputs_(names_of(line), line.from, line.limits) {
        if (line.trace_directory.empty()) return;
        trace_.emplace(line.trace_directory, !inputs_.is_single());
        trace_->require_empty();
    }

    /// True if there were warnings.
    bool write(ByteSink& sink) {
        if (conversion_.writes_lines() || inputs_.is_single())
            write_each(sink);
        else
            write_book(sink);
        return is_warned_;
    }

private:
    static std::vector<InputName> names_of(const CommandLine& line) {
        std::vector<InputName> names;
        for (const std::string& input : line.inputs) names.push_back({input, {}});
        return names;
    }

    /// One document after the other, each for itself.
    void write_each(ByteSink& sink) {
        while (const std::optional<Input> input = inputs_.next()) {
            current_ = input->name;
            Context context(context_settings());
            write(conversion_.read(*input->open(), input->name, context, true), sink, context);
        }
    }

    void write_book(ByteSink& sink) {
        Context context(context_settings());
        std::vector<Document> articles;
        while (const std::optional<Input> input = inputs_.next()) {
            current_ = input->name;
            articles.push_back(conversion_.read(*input->open(), input->name, context, false));
        }
        current_.clear();
        Document book = make_book(std::move(articles));
        for (const auto& [name, value] : line_.metadata) set_user_metadata(book.metadata, name, value);
        write(std::move(book), sink, context);
    }

    void write(Document document, ByteSink& sink, Context& context) {
        conversion_.write(std::move(document), sink, context);
        messages_.suppressed(context.suppressed());
        is_warned_ = is_warned_ || context.warnings() > 0;
    }

    ContextSettings context_settings() {
        ContextSettings settings = conversion_.context_settings();
        settings.on_diagnostic = [this](const Diagnostic& diagnostic) { messages_.diagnostic(diagnostic, current_); };
        if (trace_)
            settings.on_trace = [this](std::string_view stage, std::string_view text) {
                trace_->write(current_, stage, text);
            };
        return settings;
    }

    const CommandLine& line_;
    const Conversion& conversion_;
    const Messages& messages_;
    Inputs inputs_;
    std::optional<TraceFolder> trace_;
    std::string current_;  ///< what messages are about
    bool is_warned_ = false;
};

}  // namespace

ExitCode convert_to_one(const CommandLine& line, std::shared_ptr<const PluginRegistry> registry,
                        const Messages& messages) {
    check_usage(line);
    const Converter converter(std::move(registry));
    const Conversion conversion(line, converter);
    OneOutput output(line, conversion, messages);
    const std::unique_ptr<ByteSink> sink = create_output(line, conversion);
    const bool is_warned = output.write(*sink);
    if (line.strict && is_warned) return ExitCode::warnings;
    sink->commit();
    return ExitCode::ok;
}

}  // namespace offprint::cli
