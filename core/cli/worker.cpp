#include "cli/worker.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <new>
#include <utility>

#include "base64/base64.hpp"
#include "cli/conversion.hpp"
#include "cli/file_identities.hpp"
#include "cli/interruption.hpp"
#include "cli/job.hpp"
#include "cli/line_reader.hpp"
#include "cli/report.hpp"
#include "io/system.hpp"
#include "json/output.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"

namespace offprint::cli {

namespace {

[[noreturn]] void fail(const std::string& message) {
    throw Error(ErrorCode::usage, message);
}

void check_usage(const CommandLine& line) {
    if (!line.inputs.empty() || !line.output.empty() || !line.output_directory.empty())
        fail("--worker gets inputs and outputs with its jobs, not by the command line");
}

/// `worker` is the worker's own command line, `line` the same with what the job wants.
void check_job(const CommandLine& worker, const CommandLine& line, const Job& job) {
    if (line.plugin_directories != worker.plugin_directories || line.log_format != worker.log_format)
        fail("--plugin-dir and --log-format are for the worker, not for a job");
    if (line.action != CommandLine::Action::work || !line.output_directory.empty() || line.output == "-" ||
        !line.trace_directory.empty())
        fail("a job converts one input to one output; other options are not for it");
    if (line.to.empty() && line.output.empty()) fail("no output's format; name it with \"to\" or \"output\"");
    if (job.content || line.output.empty()) return;
    FileIdentities inputs;
    inputs.add(line.inputs.front());
    if (inputs.contains(line.output)) fail(fmt::format("'{}' is the input; it would be overwritten", line.output));
}

struct Result {
    Outcome outcome;
    std::vector<Diagnostic> diagnostics;
    std::optional<std::string> content;
    bool is_binary = false;
};

class Worker {
public:
    Worker(const std::vector<std::string>& arguments, const CommandLine& line,
           std::shared_ptr<const PluginRegistry> registry)
        : arguments_(arguments), line_(line), converter_(std::move(registry)) {}

    void run() {
        LineReader lines(STDIN_FILENO, interruption_.descriptor(), longest_line());
        while (const std::optional<LineReader::Line> line = lines.next()) {
            if (!line->too_long && trim(line->text).empty()) continue;
            Job job;
            Result result = carry_out(*line, job);
            if (interruption_.signal() != 0) break;
            answer(job, result);
        }
        if (interruption_.signal() != 0) end_by(interruption_.signal());
    }

private:
    /// Of an input as large as it may be, in base64.
    std::size_t longest_line() const { return line_.limits.input_bytes / 3 * 4 + (std::size_t{1} << 20); }

    Result carry_out(const LineReader::Line& line, Job& job) {
        using namespace std::chrono;
        const auto begin = steady_clock::now();
        Result result;
        try {
            if (line.too_long) throw_limit(line_.limits, &Limits::input_bytes);
            read(line, job);
            convert(job, result);
        } catch (const Error& error) {
            result.outcome.error = error;
        } catch (const std::bad_alloc&) {
            result.outcome.error = Error(ErrorCode::limit_exceeded, "there is not enough memory");
        } catch (const std::exception& error) {
            result.outcome.error = Error(ErrorCode::plugin_failed, error.what());
        }
        result.outcome.milliseconds = duration_cast<milliseconds>(steady_clock::now() - begin).count();
        return result;
    }

    static void read(const LineReader::Line& line, Job& job) {
        try {
            read_job(line.text, job);
        } catch (const Error& error) {
            throw Error(error.code(), error.what(), fmt::format("job {}", line.number));
        }
    }

    void convert(Job& job, Result& result) {
        const CommandLine line = command_line(job);
        if (!job.content) result.outcome.input = line.inputs.front();
        check_job(line_, line, job);
        const Conversion conversion(line, converter_);
        ContextSettings settings = conversion.context_settings();
        settings.stop = interruption_.token();
        settings.on_diagnostic = [&](const Diagnostic& diagnostic) { keep(diagnostic, line.verbosity, result); };
        Context context(std::move(settings));

        result.is_binary = conversion.writer().binary_output;
        std::string bytes;
        const std::unique_ptr<ByteSink> sink =
            line.output.empty() ? create_memory(bytes) : conversion.create_output(line.output);
        const std::unique_ptr<ByteSource> source =
            job.content ? open_memory(std::move(*job.content), job.name) : open_file(line.inputs.front());
        conversion.write(conversion.read(*source, result.outcome.input, context, true), *sink, context);
        result.outcome.output = line.output;
        if (line.strict && context.warnings() > 0) {
            result.outcome.status = Outcome::Status::withheld;
            return;
        }
        sink->commit();
        result.outcome.status = Outcome::Status::converted;
        if (line.output.empty()) result.content = std::move(bytes);
    }

    CommandLine command_line(const Job& job) const {
        std::vector<std::string> arguments = arguments_;
        arguments.insert(arguments.end(), job.arguments.begin(), job.arguments.end());
        return parse_command_line(arguments, converter_.registry(), Repeated::last_wins);
    }

    static void keep(const Diagnostic& diagnostic, Verbosity verbosity, Result& result) {
        if (is_shown(diagnostic.severity, verbosity)) result.diagnostics.push_back(diagnostic);
        std::vector<std::string>& codes = result.outcome.codes;
        if (diagnostic.severity != Severity::info &&
            std::find(codes.begin(), codes.end(), diagnostic.code) == codes.end())
            codes.push_back(diagnostic.code);
    }

    static void answer(const Job& job, const Result& result) {
        std::string line;
        const std::unique_ptr<ByteSink> sink = create_memory(line);
        const std::unique_ptr<json::Output> output = json::make_output(*sink, false);
        output->begin_object();
        output->key("id");
        output->number(job.id);
        write_members(*output, result.outcome);
        output->begin_array("diagnostics");
        for (const Diagnostic& diagnostic : result.diagnostics) {
            output->begin_object();
            output->member("severity", name_of(diagnostic.severity));
            output->member("code", std::string_view(diagnostic.code));
            output->member("message", std::string_view(diagnostic.message));
            output->end_object();
        }
        output->end_array();
        if (result.content && result.is_binary)
            output->member("contentBytes", std::string_view(base64(*result.content)));
        else if (result.content)
            output->member("content", std::string_view(*result.content));
        output->end_object();
        output->finish();
        sink->commit();
        if (!write_fully(STDOUT_FILENO, line))
            throw Error(ErrorCode::output, "cannot be written: " + system_message(errno), "standard output");
    }

    const std::vector<std::string>& arguments_;
    const CommandLine& line_;
    const Converter converter_;
    const Interruption interruption_;
};

}  // namespace

ExitCode work(const std::vector<std::string>& arguments, const CommandLine& line,
              std::shared_ptr<const PluginRegistry> registry) {
    check_usage(line);
    Worker(arguments, line, std::move(registry)).run();
    return ExitCode::ok;
}

}  // namespace offprint::cli
