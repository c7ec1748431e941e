#include <fmt/format.h>

#include <algorithm>
#include <variant>
#include <vector>

#include "html/writing/content_writer.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"
#include "package/xml.hpp"

namespace offprint::html {

using package::append;
using package::set;

namespace {

std::string_view class_of(Alignment alignment) {
    switch (alignment) {
        case Alignment::unspecified:
            return {};
        case Alignment::left:
            return "left";
        case Alignment::center:
            return "center";
        case Alignment::right:
            return "right";
    }
    return {};
}

const char* element_of(SectionKind kind) {
    switch (kind) {
        case SectionKind::head:
            return "thead";
        case SectionKind::body:
            return "tbody";
        case SectionKind::foot:
            return "tfoot";
    }
    return "tbody";
}

bool holds_table(const Blocks& blocks) {
    bool found = false;
    walk(blocks, overloaded{[&](const Table&) { found = true; }, [](const auto&) {}});
    return found;
}

bool has_header(const TableGrid& grid) {
    for (const TableGrid::Row& row : grid.rows())
        for (const TableGrid::Slot& slot : row.slots)
            if (slot.cell != nullptr && slot.cell->header) return true;
    return grid.header_rows() > 0;
}

// Headings stand over their figures: one without an alignment goes by the first cell beneath the head.
Alignment alignment_at(const TableGrid& grid, std::size_t row, std::size_t column) {
    const TableGrid::Slot& slot = grid.rows()[row].slots[column];
    const Alignment own = grid.alignment(slot, column);
    const std::size_t body = grid.header_rows();
    if (own != Alignment::unspecified || row >= body || body == grid.rows().size() || slot.column_span > 1) return own;
    return grid.alignment(grid.rows()[body].slots[column], column);
}

// Many columns are set smaller, and their words may break anywhere: a screen shows about 45 letters in a line.
std::string_view class_of(const TableGrid& grid) {
    constexpr std::size_t most_at_ease = 4;
    constexpr std::size_t most_wide = 7;
    if (grid.columns() <= most_at_ease) return {};
    return grid.columns() <= most_wide ? "wide" : "widest";
}

bool begins_a_cell(const TableGrid::Row& row) {
    return std::ranges::any_of(row.slots, [](const TableGrid::Slot& slot) { return !slot.cell || slot.origin; });
}

// How many rows are written before each row of the grid, and in all. One in which no cell begins may not be (WHATWG
// HTML, 4.9.12): the cells that reach into it are a row shorter.
std::vector<int> rows_before_each(const TableGrid& grid) {
    std::vector<int> before = {0};
    for (const TableGrid::Row& row : grid.rows()) before.push_back(before.back() + (begins_a_cell(row) ? 1 : 0));
    return before;
}

}  // namespace

void ContentWriter::write(pugi::xml_node parent, const Table& table) {
    const TableGrid grid(table, context_.limits());
    const bool caption_fits = !holds_table(table.caption);
    // A caption may hold no table (WHATWG HTML, 4.9.2); one that does stands before it.
    if (!table.caption.empty() && !caption_fits) {
        pugi::xml_node caption = append(parent, "div");
        set(caption, "class", "caption");
        write_blocks(caption, table.caption);
    }
    pugi::xml_node element = append(parent, "table");
    set_attributes(element, table, class_of(grid));
    if (!table.caption.empty() && caption_fits) write_compact(append(element, "caption"), table.caption);
    write_rows(element, grid);
    inspect(table, grid);
    if (has_header(grid)) return;
    facts_.tables_without_header = true;
    remark(Remark::table_without_header, {}, table.range);
}

void ContentWriter::write_rows(pugi::xml_node table, const TableGrid& grid) {
    pugi::xml_node section;
    const TableSection* written = nullptr;
    const std::vector<int> rows_before = rows_before_each(grid);
    for (std::size_t row = 0; row < grid.rows().size(); ++row) {
        context_.checkpoint();
        if (rows_before[row] == rows_before[row + 1]) continue;
        const TableSection* current = grid.rows()[row].section;
        // A table may have many bodies, but one head and one foot.
        const bool joins = written != nullptr && current->kind == written->kind &&
                           (current == written || current->kind != SectionKind::body);
        if (!joins) section = append(table, element_of(current->kind));
        written = current;
        write_row(section, grid, row, rows_before);
    }
}

void ContentWriter::write_row(pugi::xml_node section, const TableGrid& grid, std::size_t index,
                              const std::vector<int>& rows_before) {
    const TableGrid::Row& row = grid.rows()[index];
    pugi::xml_node element = append(section, "tr");
    set_attributes(element, *row.row);
    const bool in_header = index < grid.header_rows();
    for (std::size_t column = 0; column < row.slots.size(); ++column) {
        TableGrid::Slot slot = row.slots[column];
        if (slot.cell == nullptr) {
            append(element, "td");
        } else if (slot.origin) {
            slot.row_span = rows_before[index + static_cast<std::size_t>(slot.row_span)] - rows_before[index];
            write_cell(element, slot, alignment_at(grid, index, column), in_header);
        }
    }
}

void ContentWriter::write_cell(pugi::xml_node row, const TableGrid::Slot& slot, Alignment alignment, bool in_header) {
    const TableCell& cell = *slot.cell;
    // A header that says nothing is none to those who listen.
    const bool is_header = cell.header && !trim(plain_text(cell.content)).empty();
    pugi::xml_node element = append(row, is_header ? "th" : "td");
    set_attributes(element, cell, class_of(alignment));
    if (is_header) set(element, "scope", in_header ? "col" : "row");
    if (slot.column_span > 1) set(element, "colspan", fmt::to_string(slot.column_span));
    if (slot.row_span > 1) set(element, "rowspan", fmt::to_string(slot.row_span));
    write_compact(element, cell.content);
}

}  // namespace offprint::html
