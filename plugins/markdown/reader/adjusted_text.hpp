// Makes a text one that md4c 0.4.8 reads as it is meant.
// Thread safety: pure but for the context.
//
// Lists: at a blank line within a list md4c asks whether the item is empty so far, and looks for that at the last eight
// bytes that it wrote, whatever they are. After a block that has ended they begin with the offset of its last line, or,
// for code and HTML, with that of this line's end: if its lowest byte is 4, it is taken for an empty item, and what
// follows the blank line falls out of the list. A space at the end of the line before the block moves such an offset.
//
// Tables: md4c wants three characters in each cell of the row of dashes, where GitHub wants one dash; and it leaves out
// cells of the head that have no dashes below, where GitHub sees no table.
#pragma once

#include <string>
#include <string_view>

#include "encoding/decode.hpp"
#include "offprint/context.hpp"

namespace offprint::markdown {

struct AdjustedText {
    std::string text;
    encoding::OffsetMap offsets;  ///< into the text that it was made of
};

/// `text` with spaces and dashes where md4c needs them, and nothing else. Throws limit_exceeded for a table of too many
/// cells.
AdjustedText adjust_for_md4c(std::string_view text, Context& context);

}  // namespace offprint::markdown
