// Which of the shapes that plain text comes in a text has.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lines.hpp"

namespace offprint::text {

enum class TextStyle {
    lines,     ///< every line is a paragraph, as in scraped pages
    blocks,    ///< paragraphs are wrapped lines between blank lines
    markdown,  ///< blocks with Markdown's marks
};

struct Shape {
    TextStyle style = TextStyle::lines;
    std::size_t width = 0;                ///< code points of the longest line; what the text is wrapped at in `blocks`
    std::uint32_t first_line_indent = 0;  ///< columns by which paragraphs begin, where blank lines do not part them
    std::string evidence;                 ///< what the choice rests on, for a diagnostic
};

/// Stable lower-case name, as option "text-style" has it. Never null.
const char* name_of(TextStyle style) noexcept;

/// The shape of a text, with the style that `forced` names, or with the one its lines speak for when
/// `forced` is "auto". Looks at the first 20 000 lines.
Shape detect_shape(Lines lines, std::string_view forced);

/// True if the break between two neighbouring lines was meant: the first word of `next` would have
/// fitted on `line` with room to spare.
bool is_deliberate_break(const Line& line, const Line& next, std::size_t width);

}  // namespace offprint::text
