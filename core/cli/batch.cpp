#include "cli/batch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <boost/crc.hpp>
#include <chrono>
#include <map>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

#include "cli/commit_queue.hpp"
#include "cli/conversion.hpp"
#include "cli/file_identities.hpp"
#include "cli/input_list.hpp"
#include "cli/inputs.hpp"
#include "cli/interruption.hpp"
#include "cli/output_names.hpp"
#include "cli/progress_line.hpp"
#include "cli/report.hpp"
#include "cli/trace_folder.hpp"
#include "cli/turns.hpp"
#include "offprint/error.hpp"

namespace offprint::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& message) {
    throw Error(ErrorCode::usage, message);
}

void check_usage(const CommandLine& line) {
    if (line.inputs.empty() && line.files_from.empty()) fail("no input; name a file, or - for standard input");
    if (!line.output.empty()) fail("-o and -d exclude each other");
    if (line.to.empty()) fail("-d wants the output's format; name it with -t");
    const auto streams = std::count(line.inputs.begin(), line.inputs.end(), "-");
    if (streams > 1 || (streams == 1 && line.files_from == "-")) fail("- stands among the inputs twice");
}

class Batch {
public:
    Batch(const CommandLine& line, std::shared_ptr<const PluginRegistry> registry, const Messages& messages)
        : line_(line),
          messages_(messages),
          converter_(std::move(registry)),
          conversion_(line, converter_),
          name_template_(line.name_template),
          inputs_(list_and_keep(line), line.from, line.limits) {
        if (!line.trace_directory.empty()) trace_.emplace(line.trace_directory, !inputs_.is_single());
        if (trace_) trace_->require_empty();
        make_output_folder();
        if (!line.report.empty()) report_.emplace(line.report);
    }

    ExitCode run() {
        const Interruption interruption;
        stop_ = interruption.token();
        convert_all();
        if (line_.strict && interruption.signal() == 0) finish_strictly();
        progress_.reset();
        if (interruption.signal() != 0) {
            messages_.error(Error(ErrorCode::cancelled,
                                  fmt::format("interrupted; {} of {} inputs are done", done_, inputs_.count())));
            end_by(interruption.signal());
        }
        if (failure_) throw Error(*failure_);
        return exit_code();
    }

private:
    /// The files, which no output may replace.
    std::vector<InputName> list_and_keep(const CommandLine& line) {
        std::vector<InputName> names = list_inputs(line, converter_.registry(), messages_);
        for (const InputName& input : names)
            if (!is_stream(input.name)) input_files_.add(input.name);
        input_files_.sort();
        return names;
    }

    void make_output_folder() const {
        std::error_code error;
        fs::create_directory(line_.output_directory, error);
        if (error == std::errc::file_exists)
            throw Error(ErrorCode::output, "is a file; --output-dir names a folder", line_.output_directory);
        if (error) throw Error(ErrorCode::output, "cannot be made: " + error.message(), line_.output_directory);
    }

    void convert_all() {
        progress_.emplace(messages_, inputs_.count());
        queue_.emplace([this](CommitQueue::Item item) { commit(std::move(item)); });
        {
            std::vector<std::jthread> jobs;
            for (int i = 1; i < line_.jobs; ++i) jobs.emplace_back([this] { work(); });
            work();
        }
        queue_.reset();
    }

    void work() {
        while (!stop_.stop_requested() && !is_abandoned_) {
            std::unique_lock lock(next_mutex_);
            const std::optional<Input> input = inputs_.next();
            const std::size_t index = next_++;
            const std::size_t count = inputs_.count();
            lock.unlock();
            if (!input) return;
            convert(*input, index);
            progress_->expect(count);
        }
    }

    void convert(const Input& input, std::size_t index) {
        using namespace std::chrono;
        const auto begin = steady_clock::now();
        CommitQueue::Item item{{input.name.empty() ? "-" : input.name}, nullptr};
        try_to(item.outcome, [&] { item.sink = convert(input, index, item.outcome); });
        item.outcome.milliseconds = duration_cast<milliseconds>(steady_clock::now() - begin).count();
        if (item.sink == nullptr) return take(std::move(item.outcome));
        if (!line_.strict) return queue_->add(std::move(item));
        const std::scoped_lock lock(mutex_);
        held_back_.emplace(index, std::move(item));
    }

    void commit(CommitQueue::Item item) {
        try_to(item.outcome, [&] { item.sink->commit(); });
        take(std::move(item.outcome));
    }

    /// Calls `act`; what it throws is the outcome.
    template <class Act>
    static void try_to(Outcome& outcome, Act&& act) {
        try {
            act();
        } catch (const Error& error) {
            outcome.error = error;
        } catch (const std::bad_alloc&) {
            outcome.error = Error(ErrorCode::limit_exceeded, "there is not enough memory", outcome.input);
        } catch (const std::exception& error) {
            outcome.error = Error(ErrorCode::plugin_failed, error.what(), outcome.input);
        }
        if (outcome.error) outcome.status = Outcome::Status::failed;
    }

    /// The finished output; null if it was there. What a name is made of is read before the output is made.
    std::unique_ptr<ByteSink> convert(const Input& input, std::size_t index, Outcome& outcome) {
        Turn turn(turns_, index);
        Context context(context_settings(outcome));
        NameTemplate::Values values{input.stem};
        std::unique_ptr<ByteSource> source;
        std::optional<Document> document;
        if (name_template_.wants_digest()) values.digest = open_and_digest(input, source);
        if (name_template_.wants_document()) {
            document = read(input, std::move(source), context);
            values.metadata = &document->metadata;
        }
        turn.await();
        const fs::path path = claim(input, values, outcome);
        turn.end();
        outcome.output = path.string();
        std::error_code error;
        if (line_.skip_existing && fs::exists(path, error)) {
            outcome.status = Outcome::Status::skipped;
            return nullptr;
        }
        make_folder_of(path);
        std::unique_ptr<ByteSink> sink = conversion_.create_output(path);
        if (!document) document = read(input, std::move(source), context);
        conversion_.write(std::move(*document), *sink, context);
        messages_.suppressed(context.suppressed());
        if (line_.strict) sink->prepare();
        outcome.status = Outcome::Status::converted;
        return sink;
    }

    ContextSettings context_settings(Outcome& outcome) {
        ContextSettings settings = conversion_.context_settings();
        settings.stop = stop_;
        settings.on_diagnostic = [this, &outcome](const Diagnostic& diagnostic) { note(diagnostic, outcome); };
        if (trace_)
            settings.on_trace = [this, &outcome](std::string_view stage, std::string_view text) {
                trace_->write(outcome.input, stage, text);
            };
        return settings;
    }

    void note(const Diagnostic& diagnostic, Outcome& outcome) {
        messages_.diagnostic(diagnostic, is_stream(outcome.input) ? "" : outcome.input);
        if (diagnostic.severity == Severity::info) return;
        is_warned_ = true;
        if (std::find(outcome.codes.begin(), outcome.codes.end(), diagnostic.code) == outcome.codes.end())
            outcome.codes.push_back(diagnostic.code);
    }

    /// CRC-32, as archives have it: what tells files apart, and takes no library that the program would load each time.
    std::string open_and_digest(const Input& input, std::unique_ptr<ByteSource>& source) const {
        source = input.open();
        std::string bytes = source->read_all(line_.limits);
        boost::crc_32_type crc;
        crc.process_bytes(bytes.data(), bytes.size());
        source = open_memory(std::move(bytes), source->name(), source->folder());
        return fmt::format("{:08x}", crc.checksum());
    }

    Document read(const Input& input, std::unique_ptr<ByteSource> source, Context& context) const {
        if (source == nullptr) source = input.open();
        return conversion_.read(*source, input.name, context, true);
    }

    fs::path claim(const Input& input, const NameTemplate::Values& values, Outcome& outcome) {
        const fs::path name = fs::path(line_.output_directory) / input.folder / name_template_.expand(values);
        const OutputNames::Claim claim =
            names_.claim(name.string(), conversion_.extension(),
                         [this](const fs::path& path) { return !input_files_.contains(path); });
        if (claim.number > 1)
            note({Severity::warning,
                  "output.renamed",
                  "goes to " + claim.path.filename().string() + ", since the name is taken",
                  {}},
                 outcome);
        return claim.path;
    }

    /// Below the output folder, which nobody makes twice: one that is gone may have been another disk.
    void make_folder_of(const fs::path& path) const {
        std::error_code error;
        if (!fs::is_directory(line_.output_directory, error))
            throw Error(ErrorCode::output, "the output folder is gone", line_.output_directory);
        fs::create_directories(path.parent_path(), error);
        if (error) throw Error(ErrorCode::output, "cannot be made: " + error.message(), path.parent_path().string());
    }

    void take(Outcome outcome) {
        if (outcome.error && outcome.error->code() == ErrorCode::cancelled) return;
        progress_->advance();
        if (outcome.error) messages_.error(*outcome.error);
        const std::scoped_lock lock(mutex_);
        ++done_;
        if (outcome.error)
            worst_ = worse(worst_, exit_code_of(outcome.error->code()));
        else
            ++succeeded_;
        add_to_report(outcome);
    }

    void add_to_report(const Outcome& outcome) {
        try {
            if (report_) report_->add(outcome);
        } catch (const Error& error) {
            failure_ = error;
            is_abandoned_ = true;
        }
    }

    ExitCode exit_code() const {
        const ExitCode code = worst_ == ExitCode::failed && succeeded_ > 0 ? ExitCode::some_failed : worst_;
        return line_.strict && is_warned_ ? worse(code, ExitCode::warnings) : code;
    }

    /// Commits what was held back if everything went well.
    void finish_strictly() {
        const bool is_well = worst_ == ExitCode::ok && !is_warned_;
        for (auto& [index, item] : held_back_) {
            if (is_well) {
                commit(std::move(item));
                continue;
            }
            item.outcome.status = Outcome::Status::withheld;
            item.sink.reset();
            take(std::move(item.outcome));
        }
    }

    const CommandLine& line_;
    const Messages& messages_;
    const Converter converter_;
    const Conversion conversion_;
    const NameTemplate name_template_;
    FileIdentities input_files_;
    Inputs inputs_;         ///< under the first mutex
    std::size_t next_ = 0;  ///< the number of the next one
    std::mutex next_mutex_;
    std::optional<TraceFolder> trace_;
    std::optional<Report> report_;
    std::optional<ProgressLine> progress_;
    std::optional<CommitQueue> queue_;
    std::stop_token stop_;
    std::atomic<bool> is_warned_ = false;
    std::atomic<bool> is_abandoned_ = false;
    Turns turns_;
    OutputNames names_;  ///< of whoever has the turn

    std::mutex mutex_;  ///< of what follows
    ExitCode worst_ = ExitCode::ok;
    std::size_t done_ = 0;
    std::size_t succeeded_ = 0;
    std::map<std::size_t, CommitQueue::Item> held_back_;  ///< under --strict, until it is seen how everything goes
    std::optional<Error> failure_;                        ///< of the report
};

}  // namespace

ExitCode convert_each(const CommandLine& line, std::shared_ptr<const PluginRegistry> registry,
                      const Messages& messages) {
    check_usage(line);
    return Batch(line, std::move(registry), messages).run();
}

}  // namespace offprint::cli
