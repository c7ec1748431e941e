// Which of the shapes that plain text comes in a text has.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lines/lines.hpp"

namespace offprint::text {

/// What parts one paragraph from the next.
enum class Layout {
    lines,     ///< every line is a paragraph, as in scraped pages
    blocks,    ///< wrapped lines between blank lines
    indented,  ///< wrapped lines; the first of a paragraph is set in
    wrapped,   ///< wrapped lines; the last of a paragraph is short
};

/// What kind of text it is, as far as that says how to read it.
enum class Genre {
    plain,
    markdown,   ///< with Markdown's marks
    rfc,        ///< pages with running headers, headings at the margin, text set in by three
    mail,       ///< header fields, then the message
    gutenberg,  ///< between the markers of Project Gutenberg
};

struct Shape {
    Genre genre = Genre::plain;
    Layout layout = Layout::lines;
    bool blank_lines_part = false;        ///< in `lines`: paragraphs stand between blank lines
    std::size_t width = 0;                ///< code points of the longest line that was wrapped, or of all if none was
    std::uint32_t margin = 0;             ///< columns before the running text, where headings begin further left
    std::uint32_t first_line_indent = 0;  ///< columns by which paragraphs begin further in; 0 if they do not
    std::string evidence;                 ///< what the choice rests on, for a diagnostic

    /// The name of the shape as option "text-style" has it. Never null.
    const char* name() const noexcept;
};

/// The shape of a text, or what `forced` names of it, with the rest found out; "auto" forces nothing. Looks at the
/// first 20 000 lines.
Shape detect_shape(Lines lines, std::string_view forced);

/// True if the break between two neighbouring lines was meant: the first word of `next` would have
/// fitted on `line` with room to spare.
bool is_deliberate_break(const Line& line, const Line& next, std::size_t width);

}  // namespace offprint::text
