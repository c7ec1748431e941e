// What became of each input of a batch, as JSON lines.
// Thread safety: outcomes are values; a report may be written to by many threads at once.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "io/system.hpp"
#include "json/output.hpp"
#include "offprint/error.hpp"

namespace offprint::cli {

struct Outcome {
    enum class Status {
        converted,
        skipped,  ///< the output was there
        failed,
        withheld,  ///< under --strict: not written, since not everything went well
    };
    std::string input;
    std::string output;  ///< empty where there is none
    Status status = Status::failed;
    std::vector<std::string> codes;  ///< of the diagnostics that are warnings, each once
    std::optional<Error> error;
    std::int64_t milliseconds = 0;
};

/// The members of the object that is open: `input`, `output`, `status`, `codes`, `error` (`code`, `message`, `where`),
/// `ms` and `peakBytes`, the most memory that the program had until then. Names that are no UTF-8 have U+FFFD in the
/// place of what is none, and a twin with the bytes in base64 (`inputBytes`, `outputBytes`).
void write_members(json::Output& output, const Outcome& outcome);

/// An object a line for each outcome, in the file before the next one, so that what a killed run did can be seen.
class Report {
public:
    /// Empties the file; "-" is standard output. Throws `Error{output}`.
    explicit Report(const std::string& file);

    /// Throws `Error{output}`.
    void add(const Outcome& outcome);

private:
    std::mutex mutex_;
    FileDescriptor owned_;
    int descriptor_;
    std::string name_;
};

}  // namespace offprint::cli
