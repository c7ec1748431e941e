// Lines of a text that lie in it.
// Thread safety: pure.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace offprint::markdown {

/// Where the line that holds `at` ends, its line end (LF, CR or both) included; the text's size for the last one.
constexpr std::size_t line_end(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) return text.size();
    return end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
}

/// Where the line begins that holds `at`.
constexpr std::size_t line_begin(std::string_view text, std::size_t at) {
    const std::size_t end = at == 0 ? std::string_view::npos : text.find_last_of("\r\n", at - 1);
    return end == std::string_view::npos ? 0 : end + 1;
}

/// A line without its line end and white space at its end.
constexpr std::string_view without_line_end(std::string_view line) {
    return line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
}

/// The column behind `c`, which stands in `column`: tabs lead to every fourth one.
constexpr std::size_t column_behind(char c, std::size_t column) {
    constexpr std::size_t tab = 4;
    return c == '\t' ? column + tab - column % tab : column + 1;
}

/// How much of a line's beginning is white space, and how many columns that takes.
struct Indent {
    std::size_t size = 0;
    std::size_t columns = 0;
};

/// At most so many columns; a tab that leads farther counts as a whole.
constexpr Indent indent_of(std::string_view line, std::size_t most_columns) {
    Indent indent;
    for (; indent.size < line.size() && indent.columns < most_columns; ++indent.size) {
        if (line[indent.size] != ' ' && line[indent.size] != '\t') break;
        indent.columns = column_behind(line[indent.size], indent.columns);
    }
    return indent;
}

/// The white space of so many columns before `at`, as it stands in `text`. A tab that is a part of it only in part is
/// spaces.
inline std::string indent_before(std::string_view text, std::size_t at, std::size_t columns) {
    const std::string_view before = text.substr(line_begin(text, at), at - line_begin(text, at));
    std::size_t end = 0;
    for (const char c : before) end = column_behind(c, end);
    std::size_t column = 0;
    std::size_t size = 0;
    while (size < before.size() && column + columns < end) column = column_behind(before[size++], column);
    return std::string(columns - std::min(columns, end - column), ' ') + std::string(before.substr(size));
}

}  // namespace offprint::markdown
