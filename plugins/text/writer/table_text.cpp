#include "writer/table_text.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "text_layout/display_width.hpp"

namespace offprint::text {

namespace {

constexpr std::size_t gap = 2;

using Cells = std::vector<std::string>;

std::vector<Cells> cells_of(const TableGrid& grid, const std::function<std::string(const Blocks&)>& line_of) {
    std::vector<Cells> rows;
    for (const TableGrid::Row& row : grid.rows()) {
        Cells& cells = rows.emplace_back();
        for (const TableGrid::Slot& slot : row.slots)
            cells.push_back(slot.origin ? line_of(slot.cell->content) : std::string());
    }
    return rows;
}

std::vector<std::size_t> widths_of(const std::vector<Cells>& rows, std::size_t columns) {
    std::vector<std::size_t> widths(columns);
    for (const Cells& cells : rows)
        for (std::size_t column = 0; column < columns; ++column)
            widths[column] = std::max(widths[column], display_width(cells[column]));
    return widths;
}

std::string aligned(const std::string& text, std::size_t width, Alignment alignment) {
    const std::size_t room = width - display_width(text);
    const std::size_t before = alignment == Alignment::right ? room : alignment == Alignment::center ? room / 2 : 0;
    return std::string(before, ' ') + text + std::string(room - before, ' ');
}

std::string joined(const Cells& cells, std::string_view separator) {
    std::string line;
    for (const std::string& cell : cells) line.append(&cell == &cells.front() ? "" : separator).append(cell);
    return line;
}

class Columns {
public:
    Columns(const TableGrid& grid, const std::vector<Cells>& rows, std::vector<std::size_t> widths)
        : grid_(grid), rows_(rows), widths_(std::move(widths)) {}

    void write(const std::function<void(std::string_view)>& write_line) const {
        const std::size_t head = grid_.header_rows();
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            write_line(line_of(row));
            if (row + 1 == head && head < rows_.size()) write_line(rule());
        }
    }

private:
    std::string line_of(std::size_t row) const {
        Cells padded;
        for (std::size_t column = 0; column < widths_.size(); ++column)
            padded.push_back(
                aligned(rows_[row][column], widths_[column], grid_.alignment(grid_.rows()[row].slots[column], column)));
        return joined(padded, std::string(gap, ' '));
    }

    std::string rule() const {
        Cells dashes;
        for (const std::size_t width : widths_) dashes.emplace_back(width, '-');
        return joined(dashes, std::string(gap, ' '));
    }

    const TableGrid& grid_;
    const std::vector<Cells>& rows_;
    std::vector<std::size_t> widths_;
};

/// A bar in a cell is none between cells.
std::string escaped(const std::string& cell) {
    std::string text;
    for (const char c : cell) text.append(c == '|' ? "\\" : "").append(1, c);
    return text;
}

void write_rows(const std::vector<Cells>& rows, std::size_t header_rows,
                const std::function<void(std::string_view)>& write_line) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        Cells cells;
        for (const std::string& cell : rows[row]) cells.push_back(escaped(cell));
        write_line("| " + joined(cells, " | ") + " |");
        if (row + 1 == header_rows) write_line("|" + joined(Cells(cells.size(), "---"), "|") + "|");
    }
}

}  // namespace

void write_table(const TableGrid& grid, std::size_t width, const std::function<std::string(const Blocks&)>& line_of,
                 const std::function<void(std::string_view line)>& write_line) {
    const std::vector<Cells> rows = cells_of(grid, line_of);
    std::vector<std::size_t> widths = widths_of(rows, grid.columns());
    if (widths.size() <= 1) {
        for (const Cells& cells : rows) write_line(joined(cells, {}));
        return;
    }
    const std::size_t whole = std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
    if (whole <= width)
        Columns(grid, rows, std::move(widths)).write(write_line);
    else
        write_rows(rows, grid.header_rows(), write_line);
}

}  // namespace offprint::text
