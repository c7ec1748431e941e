#include "lines.hpp"

#include <algorithm>
#include <array>

namespace offprint::text {

namespace {

/// First bytes of what may end a line: LF, FF, CR, and the leads of NEL, LS and PS.
constexpr std::array<bool, 256> make_end_candidates() {
    std::array<bool, 256> candidates{};
    for (unsigned char c : {0x0A, 0x0C, 0x0D, 0xC2, 0xE2}) candidates[c] = true;
    return candidates;
}
constexpr std::array<bool, 256> end_candidates = make_end_candidates();

/// Bytes of the line end at the start of `text`; 0 when there is none.
std::size_t line_end_size(std::string_view text) {
    if (text.starts_with("\r\n")) return 2;
    if (text.front() == '\n' || text.front() == '\r' || text.front() == '\f') return 1;
    if (text.starts_with("\xC2\x85")) return 2;
    if (text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9")) return 3;
    return 0;
}

struct LineEnd {
    std::size_t at;
    std::size_t size;  ///< 0 at the end of the text
};

LineEnd find_line_end(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (!end_candidates[static_cast<unsigned char>(text[at])]) continue;
        if (const std::size_t size = line_end_size(text.substr(at))) return {at, size};
    }
    return {text.size(), 0};
}

}  // namespace

bool set_line(Line& line, std::string_view text) {
    std::size_t begin = 0;
    line.indent = 0;
    for (; begin < text.size() && (text[begin] == ' ' || text[begin] == '\t'); ++begin)
        line.indent += text[begin] == '\t' ? 4 - line.indent % 4 : 1;
    std::size_t end = text.size();
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
    line.two_spaces = text.substr(end).starts_with("  ");
    line.text = text.substr(begin, end - begin);
    return end > begin;
}

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    Line line;
    for (std::size_t begin = 0; begin < text.size();) {
        const LineEnd end = find_line_end(text, begin);
        if (set_line(line, text.substr(begin, end.at - begin))) {
            lines.push_back(line);
            line.blank_lines = 0;
        } else {
            ++line.blank_lines;
        }
        if (end.at < text.size() && text[end.at] == '\f') ++line.blank_lines;
        begin = end.at + end.size;
    }
    return lines;
}

std::uint32_t smallest_indent(Lines lines) {
    std::uint32_t smallest = lines.empty() ? 0 : lines.front().indent;
    for (const Line& line : lines) smallest = std::min(smallest, line.indent);
    return smallest;
}

std::size_t lines_to_blank(Lines lines) {
    std::size_t count = lines.empty() ? 0 : 1;
    while (count < lines.size() && lines[count].blank_lines == 0) ++count;
    return count;
}

}  // namespace offprint::text
