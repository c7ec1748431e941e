// How far a batch is, for whoever watches it on a terminal.
// Thread safety: may be told from many threads at once.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>

#include "cli/messages.hpp"

namespace offprint::cli {

/// "[########----------------] 1234/5000  82/s  0:46 left", ten times a second at most. Nothing where messages show no
/// status, and for one input.
class ProgressLine {
public:
    ProgressLine(const Messages& messages, std::size_t inputs);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// One input more is done.
    void advance();
    /// There are `inputs`, if nobody knew of more already.
    void expect(std::size_t inputs);

private:
    using Clock = std::chrono::steady_clock;

    const Messages& messages_;
    const bool shown_;
    const Clock::time_point begin_ = Clock::now();
    std::mutex mutex_;
    std::size_t inputs_;
    std::size_t done_ = 0;
    Clock::time_point next_ = begin_;
};

/// The line itself, of `done` inputs in `seconds`, for a terminal of `columns`: a narrow one has less of a bar, or none.
std::string progress_text(std::size_t done, std::size_t inputs, double seconds, std::size_t columns);

}  // namespace offprint::cli
