// The program: parses the command line, does what it says, and turns the outcome into an exit code.
#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "cli/batch.hpp"
#include "cli/check.hpp"
#include "cli/command_line.hpp"
#include "cli/completions.hpp"
#include "cli/exit_code.hpp"
#include "cli/listing.hpp"
#include "cli/manual.hpp"
#include "cli/messages.hpp"
#include "cli/one_output.hpp"
#include "cli/worker.hpp"
#include "offprint/byte_sink.hpp"

namespace {

using namespace offprint;
using namespace offprint::cli;

/// Lets the memory of a page serve for its book. The C library would give back what is large, and the system clears
/// every page of memory that it hands out: a sixth of the time of an article with one large picture.
void keep_large_blocks() {
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

/// The first file that is opened would take the place of a standard stream that is closed. This one is there instead,
/// and can be neither read nor written in the direction of that stream.
void hold_closed_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0) ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

void print(const std::string& text) {
    const auto sink = create_descriptor(STDOUT_FILENO, "standard output");
    sink->write(text);
    sink->commit();
}

/// What was wrong with directories and plugins, from the problem numbered `first` on.
void report_problems(const PluginRegistry& registry, std::size_t first, const Messages& messages) {
    const std::vector<std::string> problems = registry.problems();
    for (std::size_t i = first; i < problems.size(); ++i)
        messages.diagnostic({Severity::warning, "plugin.skipped", problems[i], {}}, {});
}

ExitCode carry_out(const CommandLine& line, const std::vector<std::string>& arguments,
                   const std::shared_ptr<const PluginRegistry>& registry, Messages& messages) {
    if (line.action == CommandLine::Action::check) return check(line, registry, messages);
    if (line.action == CommandLine::Action::work) return work(arguments, line, registry);
    return line.output_directory.empty() ? convert_to_one(line, registry, messages)
                                         : convert_each(line, registry, messages);
}

ExitCode run(int argc, char** argv, Messages& messages) {
    messages.configure(find_log_format(argc, argv), Verbosity::normal);
    const auto registry = make_registry(argc, argv);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const CommandLine line = parse_command_line(arguments, *registry);
    messages.configure(line.log_format, line.verbosity);
    switch (line.action) {
        case CommandLine::Action::print:
            print(line.text);
            return ExitCode::ok;
        case CommandLine::Action::list_formats:
            print(list_formats(*registry));
            return ExitCode::ok;
        case CommandLine::Action::list_plugins:
            print(list_plugins(*registry));
            return ExitCode::ok;
        case CommandLine::Action::complete:
            print(completions(line.shell, *registry));
            return ExitCode::ok;
        case CommandLine::Action::manual:
            print(manual(*registry));
            return ExitCode::ok;
        case CommandLine::Action::convert:
        case CommandLine::Action::check:
        case CommandLine::Action::work:
            break;
    }
    report_problems(*registry, 0, messages);
    const std::size_t reported = registry->problems().size();
    const ExitCode code = carry_out(line, arguments, registry, messages);
    report_problems(*registry, reported, messages);
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    // A reader that goes away and a file that grows too large are errors of a write, not of the process.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    hold_closed_streams();
    keep_large_blocks();
    Messages messages;
    try {
        return static_cast<int>(run(argc, argv, messages));
    } catch (const Error& error) {
        messages.error(error);
        return static_cast<int>(exit_code_of(error.code()));
    } catch (const std::bad_alloc&) {
        messages.error(Error(ErrorCode::limit_exceeded, "there is not enough memory"));
        return static_cast<int>(ExitCode::limit_hit);
    } catch (const std::exception& error) {
        messages.error(Error(ErrorCode::plugin_failed, error.what()));
        return static_cast<int>(ExitCode::failed);
    }
}
