// Text as lines, the first stage of reading it.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace offprint::text {

/// A line that has something on it. Blank lines are a number on the line after them.
struct Line {
    std::string_view text;          ///< without white space at its ends; never empty
    std::uint32_t indent = 0;       ///< columns before the text; tab stops every four
    std::uint32_t blank_lines = 0;  ///< before this line; a form feed counts as one
    bool two_spaces = false;        ///< ended in two spaces or more: Markdown's hard line break
    bool page_break = false;        ///< a form feed stands before it
};

using Lines = std::span<const Line>;

/// Splits at LF, CR LF, CR, FF, NEL (U+0085), LS and PS (U+2028, U+2029). Views into `text`.
std::vector<Line> split_lines(std::string_view text);

/// Sets text, indent and `two_spaces` of `line` from `text`, which holds no line end; false when it is blank.
bool set_line(Line& line, std::string_view text);

/// True if two spaces stand together in `text`.
bool holds_two_spaces(std::string_view text);

/// The smallest indent of `lines`; 0 when there are none.
std::uint32_t smallest_indent(Lines lines);

/// How many of `lines` come before the first one after a blank line; at least 1 unless there are none.
std::size_t lines_to_blank(Lines lines);

}  // namespace offprint::text
