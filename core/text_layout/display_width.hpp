// How many columns of a terminal or a typewriter's page characters take.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace offprint {

/// 2 for the characters of East Asia and pictographs, 0 for what combines with the one before it or is never seen, else
/// 1 (after Unicode's East_Asian_Width and General_Category, by blocks: unassigned characters count as their neighbours
/// do).
int display_width(char32_t character);

/// The sum; `text` is valid UTF-8.
std::size_t display_width(std::string_view text);

}  // namespace offprint
