// Tables as lines of plain text.
// Thread safety: pure but for its arguments.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "offprint/table_grid.hpp"

namespace offprint::text {

/// Writes columns that stand below each other, two spaces apart, with a rule of dashes below the head, where they fit
/// into `width`; else each row with bars between its cells, however long that is. A table of one column is its rows.
/// `line_of` gives the content of a cell in one line; `write_line` gets the lines.
void write_table(const TableGrid& grid, std::size_t width, const std::function<std::string(const Blocks&)>& line_of,
                 const std::function<void(std::string_view line)>& write_line);

}  // namespace offprint::text
