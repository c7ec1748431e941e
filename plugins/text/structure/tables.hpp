// Tables as people type them: with pipes, with a frame, with tabs, or in columns that stand below one another.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "lines/lines.hpp"
#include "offprint/document.hpp"

namespace offprint::text {

/// The lines of one cell; views into the source. None for an empty cell.
using CellLines = std::vector<Line>;

struct TableLines {
    std::vector<std::vector<CellLines>> rows;
    std::vector<Alignment> alignments;  ///< of the columns, where the marks say so; else empty
    std::size_t header_rows = 0;
    std::size_t size = 0;  ///< lines that it takes
};

/// The table at the start of `lines`, if there is one. Looks at a few lines where there is none.
std::optional<TableLines> find_table(Lines lines);

}  // namespace offprint::text
