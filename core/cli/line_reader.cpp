#include "cli/line_reader.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <string_view>
#include <utility>

#include "io/system.hpp"
#include "offprint/error.hpp"

namespace offprint::cli {

namespace {

/// Some programs begin every text with a byte order mark.
LineReader::Line without_mark(LineReader::Line line) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (line.number == 1 && line.text.starts_with(byte_order_mark)) line.text.erase(0, byte_order_mark.size());
    return line;
}

}  // namespace

std::optional<LineReader::Line> LineReader::next() {
    Line line{{}, ++number_};
    std::size_t searched = begin_;
    while (true) {
        const std::size_t end = ahead_.find('\n', searched);
        if (end != std::string::npos) {
            if (!line.too_long) line.text = ahead_.substr(begin_, end - begin_);
            begin_ = end + 1;
            return without_mark(std::move(line));
        }
        if (ahead_.size() - begin_ > longest_) line.too_long = true;
        if (line.too_long) ahead_.clear();
        ahead_.erase(0, begin_);
        begin_ = 0;
        searched = ahead_.size();
        if (read_more()) continue;
        if (ahead_.empty() && !line.too_long) return std::nullopt;
        line.text = std::exchange(ahead_, {});
        return without_mark(std::move(line));
    }
}

bool LineReader::read_more() {
    std::array<pollfd, 2> sources = {{{descriptor_, POLLIN, 0}, {interruption_, POLLIN, 0}}};
    std::array<char, 65536> block;
    while (!at_end_) {
        if (::poll(sources.data(), sources.size(), -1) < 0) continue;  // a signal of no meaning to us
        if (sources[1].revents != 0) {
            at_end_ = true;
            ahead_.clear();
            break;
        }
        const ssize_t got = ::read(descriptor_, block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Error(ErrorCode::input, "cannot be read: " + system_message(errno), "standard input");
        at_end_ = got == 0;
        ahead_.append(block.data(), static_cast<std::size_t>(got));
        return got > 0;
    }
    return false;
}

}  // namespace offprint::cli
