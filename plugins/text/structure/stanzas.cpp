#include "structure/stanzas.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "lines/letters.hpp"
#include "lines/marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "take(1)": a bracket right behind a letter.
bool holds_call(std::string_view text) {
    const std::size_t bracket = text.find('(');
    return bracket != std::string_view::npos && bracket > 1 &&
           (is_letter(text[bracket - 1]) || text[bracket - 1] == '_') && !text.substr(bracket).starts_with("(s)");
}

bool holds_code_marks(const Line& line) {
    const std::string_view text = line.text;
    for (std::string_view part : {" = ", "()", "();", "->", "::", "==", "</"})
        if (text.find(part) != std::string_view::npos) return true;
    for (std::string_view start : {"$ ", "# ", "//", "#include", "def ", "import ", "return ", "if (", "for (", "<"})
        if (text.starts_with(start)) return true;
    return holds_call(text) || text.ends_with(';') || text.ends_with('{') || text.ends_with('}');
}

/// As those of a log or of data.
bool is_line_of_digits(const Line& line) {
    const LetterCount count = count_letters(line.text);
    return count.digits > count.letters();
}

bool are_half(Lines lines, std::ptrdiff_t count) {
    return static_cast<std::size_t>(count) * 2 >= lines.size();
}

constexpr std::array<bool, 256> make_strokes() {
    std::array<bool, 256> strokes{};
    for (char c : std::string_view("+-|/\\<>_=*#~^:[]")) strokes[static_cast<unsigned char>(c)] = true;
    return strokes;
}
constexpr std::array<bool, 256> strokes = make_strokes();

bool is_drawn(const Line& line) {
    constexpr std::string_view gap = "    ";
    std::size_t drawn = 0;
    std::size_t all = 0;
    for (char c : line.text) {
        if (c == ' ') continue;
        ++all;
        if (strokes[static_cast<unsigned char>(c)]) ++drawn;
    }
    // Box drawing and block elements are U+2500 to U+259F.
    const bool boxes =
        line.text.find("\xE2\x94") != std::string_view::npos || line.text.find("\xE2\x95") != std::string_view::npos;
    return boxes || drawn * 5 >= all * 2 ||
           (holds_two_spaces(line.text) && line.text.find(gap) != std::string_view::npos);
}

}  // namespace

bool looks_like_source(Lines lines) {
    return are_half(lines, std::count_if(lines.begin(), lines.end(), holds_code_marks));
}

bool looks_like_code(Lines lines) {
    return are_half(lines, std::count_if(lines.begin(), lines.end(), [](const Line& line) {
                        return holds_code_marks(line) || is_line_of_digits(line);
                    }));
}

bool is_shell_command(const Line& line) {
    constexpr std::string_view prompt = "$ ";
    if (!line.text.starts_with(prompt) || line.text.size() == prompt.size()) return false;
    const char first = line.text[prompt.size()];
    return (first >= 'a' && first <= 'z') || first == '.' || first == '/' || first == '~';
}

bool looks_drawn(Lines lines) {
    if (lines.size() < 3) return false;
    std::size_t words = 0;
    for (const Line& line : lines)
        if (!is_drawn(line) && ++words * 3 > lines.size()) return false;
    return true;
}

bool is_broken_by_hand(Lines lines, const Shape& shape) {
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (!is_deliberate_break(lines[i - 1], lines[i], shape.width)) return false;
    const auto is_short = [&](const Line& line) { return code_points(line.text) * 4 <= shape.width * 3; };
    const auto begins_high = [](const Line& line) { return !begins_low(line.text); };
    return std::all_of(lines.begin(), lines.end(), is_short) || std::all_of(lines.begin(), lines.end(), begins_high);
}

}  // namespace offprint::text
