// What a line's first characters can say it is: heading, list item, quote, fence, scene break.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace offprint::text {

/// "- item", "3. item". `text` of a line starts with it.
struct ListMarker {
    bool ordered = false;
    std::string_view sign;  ///< the bullet, or what stands after the number: "-", "•", ".", ")"
    int number = 0;         ///< 0..999, of ordered ones
    std::size_t size = 0;   ///< bytes up to the item's text, spaces included

    /// True if an item with marker `next` continues the list.
    bool continued_by(const ListMarker& next) const {
        return ordered == next.ordered && sign == next.sign && (!ordered || next.number == number + 1);
    }
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
