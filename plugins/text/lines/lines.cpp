#include "lines/lines.hpp"

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

/// White space that is no line end, or a character without width.
struct Space {
    std::size_t size = 0;
    std::uint32_t columns = 0;
    bool tab = false;

    explicit operator bool() const { return size != 0; }
};

struct WideSpace {
    std::string_view bytes;
    std::uint32_t columns;
};
constexpr std::array wide_spaces = {
    WideSpace{"\xC2\xA0", 1},      // no-break space
    WideSpace{"\xE3\x80\x80", 2},  // ideographic space
    WideSpace{"\xE2\x80\x8B", 0},  // zero width space
    WideSpace{"\xEF\xBB\xBF", 0},  // a byte order mark that files were joined with
};

Space leading_space(std::string_view text) {
    if (text.empty()) return {};
    if (text.front() == ' ') return {1, 1};
    if (text.front() == '\t') return {.size = 1, .tab = true};
    if (static_cast<unsigned char>(text.front()) < 0x80) return {};
    for (const WideSpace& space : wide_spaces)
        if (text.starts_with(space.bytes)) return {space.bytes.size(), space.columns};
    return {};
}

std::size_t trailing_space_size(std::string_view text) {
    if (text.empty()) return 0;
    if (text.back() == ' ' || text.back() == '\t') return 1;
    if (static_cast<unsigned char>(text.back()) < 0x80) return 0;
    for (const WideSpace& space : wide_spaces)
        if (text.ends_with(space.bytes)) return space.bytes.size();
    return 0;
}

}  // namespace

bool set_line(Line& line, std::string_view text) {
    line.indent = 0;
    while (const Space space = leading_space(text)) {
        line.indent += space.tab ? 4 - line.indent % 4 : space.columns;
        text.remove_prefix(space.size);
    }
    const std::string_view padded = text;
    while (const std::size_t size = trailing_space_size(text)) text.remove_suffix(size);
    line.two_spaces = padded.substr(text.size()).starts_with("  ");
    line.text = text;
    return !text.empty();
}

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    Line line;
    for (std::size_t begin = 0; begin < text.size();) {
        const LineEnd end = find_line_end(text, begin);
        if (set_line(line, text.substr(begin, end.at - begin))) {
            lines.push_back(line);
            line.blank_lines = 0;
            line.page_break = false;
        } else {
            ++line.blank_lines;
        }
        if (end.at < text.size() && text[end.at] == '\f') {
            ++line.blank_lines;
            line.page_break = true;
        }
        begin = end.at + end.size;
    }
    return lines;
}

bool holds_two_spaces(std::string_view text) {
    // Spaces are so common that a search for the first of two is slower than looking at every pair.
    unsigned found = 0;
    for (std::size_t i = 1; i < text.size(); ++i)
        found |= static_cast<unsigned>(text[i - 1] == ' ') & static_cast<unsigned>(text[i] == ' ');
    return found != 0;
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
