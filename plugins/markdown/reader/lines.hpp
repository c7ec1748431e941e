// Lines of a text that lie in it.
// Thread safety: pure.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace offprint::markdown {

/// Where the line that holds `at` ends, its line end (LF, CR or both) included; the text's size for the last one.
constexpr std::size_t line_end(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) return text.size();
    return end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
}

/// A line without its line end and white space at its end.
constexpr std::string_view without_line_end(std::string_view line) {
    return line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
}

/// How much of a line's beginning is white space, and how many columns that takes, where tabs lead to every fourth one.
struct Indent {
    std::size_t size = 0;
    std::size_t columns = 0;
};

/// At most so many columns; a tab that leads farther counts as a whole.
constexpr Indent indent_of(std::string_view line, std::size_t most_columns) {
    constexpr std::size_t tab = 4;
    Indent indent;
    for (; indent.size < line.size() && indent.columns < most_columns; ++indent.size) {
        if (line[indent.size] == ' ')
            ++indent.columns;
        else if (line[indent.size] == '\t')
            indent.columns += tab - indent.columns % tab;
        else
            break;
    }
    return indent;
}

}  // namespace offprint::markdown
