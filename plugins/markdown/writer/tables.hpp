// Tables with bars, and the attributes of tables in HTML.
// Thread safety: pure but for the writer of inlines.
#pragma once

#include <string>
#include <vector>

#include "offprint/document.hpp"
#include "offprint/table_grid.hpp"
#include "writer/inlines.hpp"

namespace offprint::markdown {

/// True if bars hold all of the table: one head row or none, cells of one paragraph, columns aligned as a whole.
bool fits_bars(const Table& table, const TableGrid& grid, const InlineWriter& inlines);

/// The lines of a table that `fits_bars`. One without a head gets an empty one, which Markdown wants. Columns are not
/// padded, so that a changed cell changes one line.
std::vector<std::string> lines_with_bars(const TableGrid& grid, InlineWriter& inlines);

/// The element that says how the columns of a table are aligned and how wide they are.
std::string column_group(const Table& table);

/// Spans and alignment.
std::string cell_attributes(const TableCell& cell);

}  // namespace offprint::markdown
