#include "cli/progress_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace offprint::cli {

ProgressLine::ProgressLine(const Messages& messages, std::size_t inputs)
    : messages_(messages), shown_(messages.shows_status()), inputs_(inputs) {}

ProgressLine::~ProgressLine() {
    if (shown_) messages_.status({});
}

void ProgressLine::advance() {
    if (!shown_) return;
    const std::scoped_lock lock(mutex_);
    ++done_;
    if (inputs_ < 2) return;
    const Clock::time_point now = Clock::now();
    if (now < next_) return;
    next_ = now + std::chrono::milliseconds(100);
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    messages_.status(progress_text(done_, inputs_, seconds, messages_.columns()));
}

void ProgressLine::expect(std::size_t inputs) {
    const std::scoped_lock lock(mutex_);
    inputs_ = std::max(inputs_, inputs);
}

std::string progress_text(std::size_t done, std::size_t inputs, double seconds, std::size_t columns) {
    const double rate = static_cast<double>(done) / seconds;
    const auto left = static_cast<long long>(static_cast<double>(inputs - done) / rate + 0.5);
    const std::string time = left >= 3600 ? fmt::format("{}:{:02}:{:02}", left / 3600, left / 60 % 60, left % 60)
                                          : fmt::format("{}:{:02}", left / 60, left % 60);
    const std::string numbers = fmt::format("{}/{}  {:.{}f}/s  {} left", done, inputs, rate, rate < 10 ? 1 : 0, time);
    constexpr std::size_t widest = 24;
    constexpr std::size_t narrowest = 6;
    const std::size_t taken = numbers.size() + std::string_view("[] ").size() + 1;  // a full line may make a new one
    const std::size_t width = std::min(columns - std::min(columns, taken), widest);
    if (width < narrowest) return numbers.substr(0, std::max<std::size_t>(columns, 1) - 1);
    const std::size_t filled = done * width / inputs;
    return fmt::format("[{}{}] {}", std::string(filled, '#'), std::string(width - filled, '-'), numbers);
}

}  // namespace offprint::cli
