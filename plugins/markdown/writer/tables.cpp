#include "writer/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace offprint::markdown {

namespace {

const char* name_of(Alignment alignment) {
    switch (alignment) {
        case Alignment::left:
            return "left";
        case Alignment::center:
            return "center";
        case Alignment::right:
            return "right";
        case Alignment::unspecified:
            break;
    }
    return "";
}

const char* delimiter_of(Alignment alignment) {
    switch (alignment) {
        case Alignment::left:
            return " :-- |";
        case Alignment::center:
            return " :-: |";
        case Alignment::right:
            return " --: |";
        case Alignment::unspecified:
            break;
    }
    return " --- |";
}

bool fits_bars(const TableCell& cell, const InlineWriter& inlines) {
    if (cell.column_span != 1 || cell.row_span != 1 || inlines.needs_element(cell)) return false;
    if (cell.content.empty()) return true;
    const auto* paragraph = std::get_if<Paragraph>(&cell.content.front());
    return cell.content.size() == 1 && paragraph != nullptr && !inlines.needs_element(*paragraph);
}

/// The row that stands above the delimiters; null if the table has none that could.
const TableGrid::Row* head_row(const TableGrid& grid) {
    const TableGrid::Row& first = grid.rows().front();
    const bool is_head = first.section->kind == SectionKind::head;
    const bool is_header = std::all_of(first.slots.begin(), first.slots.end(), [](const TableGrid::Slot& slot) {
        return slot.cell == nullptr || slot.cell->header;
    });
    return is_head || is_header ? &first : nullptr;
}

std::string line_of(const TableGrid::Row& row, InlineWriter& inlines) {
    std::string line = "|";
    for (const TableGrid::Slot& slot : row.slots) {
        std::string words;
        if (slot.cell != nullptr && !slot.cell->content.empty()) {
            const auto& paragraph = std::get<Paragraph>(slot.cell->content.front());
            words =
                inlines.anchor(*slot.cell) + inlines.anchor(paragraph) + inlines.write(paragraph.content, Line::cell);
        }
        line += words.empty() ? "  |" : fmt::format(" {} |", words);
    }
    return line;
}

}  // namespace

bool fits_bars(const Table& table, const TableGrid& grid, const InlineWriter& inlines) {
    if (!table.caption.empty() || grid.rows().empty()) return false;
    const TableGrid::Row* head = head_row(grid);
    // An empty head says that there is none.
    if (head != nullptr && std::all_of(head->slots.begin(), head->slots.end(), [](const TableGrid::Slot& slot) {
            return slot.cell == nullptr || slot.cell->content.empty();
        }))
        return false;
    std::vector<Alignment> alignments(grid.columns());
    for (const TableGrid::Row& row : grid.rows()) {
        const bool is_body = row.section->kind == SectionKind::body;
        if (&row != head && !is_body) return false;
        for (std::size_t column = 0; column < row.slots.size(); ++column) {
            const TableGrid::Slot& slot = row.slots[column];
            if (slot.cell == nullptr) continue;
            if (!fits_bars(*slot.cell, inlines) || (&row != head && slot.cell->header)) return false;
            const Alignment alignment = grid.alignment(slot, column);
            if (&row == &grid.rows().front()) alignments[column] = alignment;
            if (alignments[column] != alignment) return false;
        }
    }
    return true;
}

std::vector<std::string> lines_with_bars(const TableGrid& grid, InlineWriter& inlines) {
    std::vector<std::string> lines;
    const TableGrid::Row* head = head_row(grid);
    std::string empty = "|";
    std::string delimiters = "|";
    for (std::size_t column = 0; column < grid.columns(); ++column) {
        const TableGrid::Slot& slot = grid.rows().front().slots[column];
        empty += "  |";
        delimiters += delimiter_of(slot.cell == nullptr ? Alignment::unspecified : grid.alignment(slot, column));
    }
    lines.push_back(head == nullptr ? empty : line_of(*head, inlines));
    lines.push_back(delimiters);
    for (const TableGrid::Row& row : grid.rows())
        if (&row != head) lines.push_back(line_of(row, inlines));
    return lines;
}

std::string column_group(const Table& table) {
    std::string group = "<colgroup>";
    for (const TableColumn& column : table.columns) {
        group += "<col";
        if (column.alignment != Alignment::unspecified)
            group += fmt::format(" align=\"{}\"", name_of(column.alignment));
        if (column.width > 0) group += fmt::format(" width=\"{:.4g}%\"", column.width * 100);
        group += '>';
    }
    return group + "</colgroup>";
}

std::string cell_attributes(const TableCell& cell) {
    std::string attributes;
    if (cell.column_span != 1) attributes += fmt::format(" colspan=\"{}\"", cell.column_span);
    if (cell.row_span != 1) attributes += fmt::format(" rowspan=\"{}\"", cell.row_span);
    if (cell.alignment != Alignment::unspecified) attributes += fmt::format(" align=\"{}\"", name_of(cell.alignment));
    return attributes;
}

}  // namespace offprint::markdown
