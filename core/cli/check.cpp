#include "cli/check.hpp"

#include <unistd.h>

#include <utility>

#include "offprint/byte_source.hpp"
#include "offprint/converter.hpp"
#include "offprint/error.hpp"
#include "settings/plugin_options.hpp"

namespace offprint::cli {

namespace {

void check_usage(const CommandLine& line) {
    if (line.inputs.empty()) throw Error(ErrorCode::usage, "no input; name a file to check, or - for standard input");
    if (!line.output.empty() || !line.output_directory.empty() || !line.to.empty())
        throw Error(ErrorCode::usage, "--check writes nothing; -o, -d and -t make no sense with it");
}

ExitCode check_one(const std::string& input, const CommandLine& line, const CheckRequest& request,
                   const Converter& converter, const Messages& messages) {
    const std::string shown = input == "-" ? "" : input;
    ContextSettings settings;
    settings.limits = line.limits;
    settings.on_diagnostic = [&](const Diagnostic& diagnostic) { messages.diagnostic(diagnostic, shown); };
    Context context(std::move(settings));
    try {
        const std::unique_ptr<ByteSource> source = input == "-" ? open_descriptor(STDIN_FILENO) : open_file(input);
        converter.check(*source, request, context);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::usage) throw;
        messages.error(Error(error.code(), error.what(), shown.empty() ? error.where() : shown));
        return exit_code_of(error.code());
    }
    messages.suppressed(context.suppressed());
    if (context.errors() > 0) return ExitCode::failed;
    return line.strict && context.warnings() > 0 ? ExitCode::warnings : ExitCode::ok;
}

}  // namespace

ExitCode check(const CommandLine& line, std::shared_ptr<const PluginRegistry> registry, const Messages& messages) {
    check_usage(line);
    const CheckRequest request{line.from, read_option_files(line.plugin_options, *registry, line.limits)};
    const Converter converter(std::move(registry));
    ExitCode worst = ExitCode::ok;
    for (const std::string& input : line.inputs)
        worst = worse(worst, check_one(input, line, request, converter, messages));
    return worst;
}

}  // namespace offprint::cli
