// What a line's first characters can say it is: heading, list item, quote, fence, scene break.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "offprint/document.hpp"

namespace offprint::text {

/// "- item", "3. item", "b) item", "(iv) item". `text` of a line starts with it.
struct ListMarker {
    bool ordered = false;
    Numbering numbering = Numbering::decimal;
    std::string_view sign;  ///< the bullet, or what stands around the number: "-", "•", ".", ")", "("
    int number = 0;         ///< 0..999, of ordered ones
    int roman = 0;          ///< what a letter means as a Roman numeral; 0 when nothing
    std::size_t size = 0;   ///< bytes up to the item's text, spaces included

    /// True for bullets and numbers in digits: letters and Roman numerals count in company only.
    bool is_plain() const { return numbering == Numbering::decimal; }

    /// The marker that continues the list if `next` does: the same one, read as this one is.
    std::optional<ListMarker> continued_by(const ListMarker& next) const;
};

/// The marker at the start of a line's text, followed by white space and more text.
std::optional<ListMarker> list_marker(std::string_view text);

/// "## Heading ##" (CommonMark, section 4.2).
struct AtxHeading {
    int level = 0;
    std::string_view text;
};
std::optional<AtxHeading> atx_heading(std::string_view text);

/// The level that the line makes of the text above it, 1 for "===" and 2 for "---"; 0 for any other
/// line (CommonMark, section 4.3).
int setext_level(std::string_view text);

/// "```cpp" or "~~~" (CommonMark, section 4.5).
struct Fence {
    char sign = 0;
    std::size_t size = 0;
    std::string_view language;  ///< the info string's first word

    bool closed_by(std::string_view text) const;
};
std::optional<Fence> opening_fence(std::string_view text);

/// "***", "* * *", "---", "⁂" and the like.
bool is_scene_break(std::string_view text);

/// True if the text ends as a sentence does: . ! ? … perhaps followed by quotation marks or brackets.
bool ends_sentence(std::string_view text);

}  // namespace offprint::text
