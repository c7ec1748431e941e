// Resolves a table's spans to a rectangular grid, once and for all writers.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <vector>

#include "offprint/document.hpp"
#include "offprint/export.hpp"
#include "offprint/limits.hpp"

namespace offprint {

/// The grid of a table: every slot belongs to exactly one cell or is empty. Spans are clamped: to
/// `most_columns` and `most_rows` (WHATWG HTML 4.9.11), to the section's last row, and before a slot
/// that is already taken. Sections come in the order head, body, foot. Keeps pointers into the table.
class OFFPRINT_API TableGrid {
public:
    static constexpr int most_columns = 1000;  ///< that a cell spans
    static constexpr int most_rows = 65534;

    struct Slot {
        const TableCell* cell = nullptr;  ///< null: no cell covers this slot
        bool origin = false;              ///< the slot is its cell's upper left
        int column_span = 1;              ///< clamped; of the cell
        int row_span = 1;
    };
    struct Row {
        const TableRow* row = nullptr;
        const TableSection* section = nullptr;
        std::vector<Slot> slots;  ///< columns() of them
    };

    /// Throws `Error{limit_exceeded}` beyond `limits.table_cells` slots.
    TableGrid(const Table& table, const Limits& limits);

    std::size_t columns() const noexcept { return columns_; }
    const std::vector<Row>& rows() const noexcept { return rows_; }

    /// Rows at the top that repeat on each page: the head section's, or first rows of header cells
    /// only.
    std::size_t header_rows() const noexcept { return header_rows_; }

    /// Alignment of a slot: the cell's own, else the column's.
    Alignment alignment(const Slot& slot, std::size_t column) const noexcept;

private:
    const Table* table_;
    std::vector<Row> rows_;
    std::size_t columns_ = 0;
    std::size_t header_rows_ = 0;
};

}  // namespace offprint
