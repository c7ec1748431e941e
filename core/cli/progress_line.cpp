#include "cli/progress_line.hpp"

#include <fmt/format.h>

namespace offprint::cli {

ProgressLine::ProgressLine(const Messages& messages, std::size_t inputs)
    : messages_(messages), shown_(messages.shows_status() && inputs > 1), inputs_(inputs) {}

ProgressLine::~ProgressLine() {
    if (shown_) messages_.status({});
}

void ProgressLine::advance() {
    if (!shown_) return;
    const std::scoped_lock lock(mutex_);
    ++done_;
    const Clock::time_point now = Clock::now();
    if (now < next_) return;
    next_ = now + std::chrono::milliseconds(100);
    messages_.status(progress_text(done_, inputs_, std::chrono::duration<double>(now - begin_).count()));
}

void ProgressLine::expect(std::size_t inputs) {
    const std::scoped_lock lock(mutex_);
    inputs_ = inputs;
}

std::string progress_text(std::size_t done, std::size_t inputs, double seconds) {
    constexpr std::size_t width = 24;
    const std::size_t filled = done * width / inputs;
    const double rate = static_cast<double>(done) / seconds;
    const auto left = static_cast<long long>(static_cast<double>(inputs - done) / rate + 0.5);
    const std::string time = left >= 3600 ? fmt::format("{}:{:02}:{:02}", left / 3600, left / 60 % 60, left % 60)
                                          : fmt::format("{}:{:02}", left / 60, left % 60);
    return fmt::format("[{}{}] {}/{}  {:.{}f}/s  {} left", std::string(filled, '#'), std::string(width - filled, '-'),
                       done, inputs, rate, rate < 10 ? 1 : 0, time);
}

}  // namespace offprint::cli
