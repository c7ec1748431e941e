#include "cli/report.hpp"

#include <fcntl.h>
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>
#include <string_view>

#include "base64/base64.hpp"
#include "offprint/byte_sink.hpp"
#include "offprint/text.hpp"

namespace offprint::cli {

namespace {

const char* name_of(Outcome::Status status) {
    switch (status) {
        case Outcome::Status::converted:
            return "converted";
        case Outcome::Status::skipped:
            return "skipped";
        case Outcome::Status::failed:
            return "failed";
        case Outcome::Status::withheld:
            return "withheld";
    }
    return "";
}

/// Of this program: what `getrusage` says begins with the memory of the one that started it.
std::uint64_t peak_bytes() {
    std::ifstream status("/proc/self/status");
    constexpr std::string_view name = "VmHWM:";
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name)) return std::strtoull(line.c_str() + name.size(), nullptr, 10) * 1024;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

void write_name(json::Output& output, const std::string& member, const std::string& name) {
    const std::string shown = clean_xml_text(name);
    output.member(member, std::string_view(shown));
    if (shown != name) output.member(member + "Bytes", std::string_view(base64(name)));
}

}  // namespace

void write_members(json::Output& output, const Outcome& outcome) {
    if (!outcome.input.empty()) write_name(output, "input", outcome.input);
    if (!outcome.output.empty()) write_name(output, "output", outcome.output);
    output.member("status", name_of(outcome.status));
    output.begin_array("codes");
    for (const std::string& code : outcome.codes) output.value(std::string_view(code));
    output.end_array();
    if (outcome.error) {
        output.begin_object("error");
        output.member("code", offprint::name_of(outcome.error->code()));
        output.member("message", std::string_view(clean_xml_text(outcome.error->what())));
        output.member_if_set("where", clean_xml_text(outcome.error->where()));
        output.end_object();
    }
    output.member("ms", static_cast<std::uint64_t>(outcome.milliseconds));
    output.member("peakBytes", peak_bytes());
}

Report::Report(const std::string& file) : descriptor_(STDOUT_FILENO), name_(file) {
    if (file == "-") {
        name_ = "standard output";
        return;
    }
    owned_ = FileDescriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!owned_.valid()) throw Error(ErrorCode::output, "cannot be opened: " + system_message(errno), file);
    descriptor_ = owned_.get();
}

void Report::add(const Outcome& outcome) {
    std::string line;
    const std::unique_ptr<ByteSink> sink = create_memory(line);
    const std::unique_ptr<json::Output> output = json::make_output(*sink, false);
    output->begin_object();
    write_members(*output, outcome);
    output->end_object();
    output->finish();
    sink->commit();
    const std::scoped_lock lock(mutex_);
    if (!write_fully(descriptor_, line))
        throw Error(ErrorCode::output, "cannot be written: " + system_message(errno), name_);
}

}  // namespace offprint::cli
