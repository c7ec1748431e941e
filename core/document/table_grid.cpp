#include "offprint/table_grid.hpp"

#include <algorithm>

namespace offprint {

namespace {

/// Lays out the rows of one section; the width is found as it goes.
class SectionLayout {
public:
    SectionLayout(const TableSection& section, const Limits& limits, std::uint64_t& cells)
        : section_(section), limits_(limits), cells_(cells) {}

    std::vector<TableGrid::Row> run() {
        rows_.resize(section_.rows.size());
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            rows_[r].row = &section_.rows[r];
            rows_[r].section = &section_;
            std::size_t column = 0;
            for (const TableCell& cell : section_.rows[r].cells) column = place(cell, r, column);
        }
        return std::move(rows_);
    }

private:
    bool taken(std::size_t row, std::size_t column) const {
        const auto& slots = rows_[row].slots;
        return column < slots.size() && slots[column].cell != nullptr;
    }

    /// Puts a cell into the first free slot from `column` on; returns the column behind it.
    std::size_t place(const TableCell& cell, std::size_t row, std::size_t column) {
        while (taken(row, column)) ++column;
        int width = 1;
        const int wanted_width = std::clamp(cell.column_span, 1, TableGrid::most_columns);
        while (width < wanted_width && !taken(row, column + static_cast<std::size_t>(width))) ++width;
        const int rows_left = static_cast<int>(std::min<std::size_t>(rows_.size() - row, TableGrid::most_rows));
        const int height = std::clamp(cell.row_span, 1, rows_left);
        const std::size_t end = column + static_cast<std::size_t>(width);
        cells_ += static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height);
        // Slots that no cell covers take room as well.
        const std::uint64_t area = std::uint64_t{end} * (row + static_cast<std::size_t>(height));
        if (std::max(cells_, area) > limits_.table_cells) throw_limit(limits_, &Limits::table_cells);
        for (int r = 0; r < height; ++r) {
            auto& slots = rows_[row + static_cast<std::size_t>(r)].slots;
            if (slots.size() < end) slots.resize(end);
            for (std::size_t c = column; c < end; ++c) slots[c] = {&cell, r == 0 && c == column, width, height};
        }
        return column + static_cast<std::size_t>(width);
    }

    const TableSection& section_;
    const Limits& limits_;
    std::uint64_t& cells_;
    std::vector<TableGrid::Row> rows_;
};

bool all_headers(const TableGrid::Row& row) {
    return !row.row->cells.empty() && std::all_of(row.slots.begin(), row.slots.end(), [](const TableGrid::Slot& slot) {
        return slot.cell == nullptr || slot.cell->header;
    });
}

}  // namespace

TableGrid::TableGrid(const Table& table, const Limits& limits) : table_(&table) {
    std::uint64_t cells = 0;
    for (SectionKind kind : {SectionKind::head, SectionKind::body, SectionKind::foot}) {
        for (const TableSection& section : table.sections) {
            if (section.kind != kind) continue;
            for (Row& row : SectionLayout(section, limits, cells).run()) rows_.push_back(std::move(row));
        }
        if (kind == SectionKind::head) header_rows_ = rows_.size();
    }
    for (const Row& row : rows_) columns_ = std::max(columns_, row.slots.size());
    if (columns_ * rows_.size() > limits.table_cells) throw_limit(limits, &Limits::table_cells);
    for (Row& row : rows_) row.slots.resize(columns_);
    if (header_rows_ == 0)
        while (header_rows_ + 1 < rows_.size() && all_headers(rows_[header_rows_])) ++header_rows_;
}

Alignment TableGrid::alignment(const Slot& slot, std::size_t column) const noexcept {
    if (slot.cell != nullptr && slot.cell->alignment != Alignment::unspecified) return slot.cell->alignment;
    return column < table_->columns.size() ? table_->columns[column].alignment : Alignment::unspecified;
}

}  // namespace offprint
