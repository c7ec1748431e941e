// Columns that nothing but spaces part, in neighbouring lines.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lines/lines.hpp"

namespace offprint::text {

struct AlignedColumns {
    std::vector<std::vector<std::string_view>> rows;  ///< cells with the spaces around them; views into the source
    std::size_t header_rows = 0;                      ///< rows above a rule of dashes
    std::size_t size = 0;                             ///< lines, rules included
};

/// The columns at the start of `lines`: at least three neighbouring lines that leave two columns or more free at the
/// same places and have words on both sides of them. Linear in the lines it takes.
std::optional<AlignedColumns> find_aligned_columns(Lines lines);

}  // namespace offprint::text
