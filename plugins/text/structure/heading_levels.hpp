// Which lines that looked like headings are headings, and on which level: decided by all of them together.
// Thread safety: pure but for their arguments.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "offprint/document.hpp"
#include "structure/headings.hpp"

namespace offprint::text {

/// A heading that no mark tells, among the blocks of a text.
struct FoundHeading {
    std::size_t block = 0;  ///< index of the block, a `Heading`
    HeadingKind kind = HeadingKind::plain;
    int depth = 1;          ///< as in `PlainHeading`
    std::string_view text;  ///< of its first line
};

/// Gives each of the headings its level, and makes paragraphs of those that are none: what repeats, and what counts in
/// company only and has none.
void settle_headings(const std::vector<FoundHeading>& found, Blocks& blocks);

}  // namespace offprint::text
