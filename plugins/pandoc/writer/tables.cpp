// Tables of pandoc's AST, which have their spans resolved, every slot filled, and their header cells in the first rows
// and columns of a part.
#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "names.hpp"
#include "writer/content_writer.hpp"

namespace offprint::pandoc {

namespace {

using Rows = std::span<const TableGrid::Row>;

bool is_header(const TableGrid::Slot& slot) {
    return slot.cell != nullptr && slot.cell->header;
}

bool is_header_row(const TableGrid::Row& row) {
    return std::ranges::any_of(row.slots, is_header) &&
           std::ranges::all_of(row.slots, [](const auto& slot) { return slot.cell == nullptr || slot.cell->header; });
}

/// True if no cell of `row` goes on in the row after it.
bool ends_all_cells(const TableGrid::Row& row, const TableGrid::Row& next) {
    for (std::size_t column = 0; column < row.slots.size(); ++column)
        if (row.slots[column].cell != nullptr && row.slots[column].cell == next.slots[column].cell) return false;
    return true;
}

/// The rows of header cells that `rows` begin with; not all of them.
std::size_t leading_header_rows(Rows rows) {
    std::size_t count = 0;
    while (count < rows.size() && is_header_row(rows[count])) ++count;
    if (count == rows.size()) return 0;
    while (count > 0 && !ends_all_cells(rows[count - 1], rows[count])) --count;
    return count;
}

/// The columns of header cells that all of `rows` begin with.
std::size_t leading_header_columns(Rows rows) {
    if (rows.empty()) return 0;
    std::size_t least = rows.front().slots.size();
    for (const TableGrid::Row& row : rows) {
        const auto other = std::ranges::find_if_not(row.slots, is_header);
        least = std::min(least, static_cast<std::size_t>(other - row.slots.begin()));
    }
    return least;
}

/// A table's rows as pandoc parts them.
struct Body {
    Rows head;
    Rows rows;
};

struct Parts {
    Rows head;
    std::vector<Body> bodies;
    Rows foot;
};

/// The rows at the beginning of `rows` that are of one section; of one kind of section, but for bodies.
Rows take_section(Rows& rows) {
    const TableSection* first = rows.front().section;
    const auto belongs = [&](const TableGrid::Row& row) {
        return first->kind == SectionKind::body ? row.section == first : row.section->kind == first->kind;
    };
    const auto end = std::ranges::find_if_not(rows, belongs);
    const auto size = static_cast<std::size_t>(end - rows.begin());
    const Rows section = rows.first(size);
    rows = rows.subspan(size);
    return section;
}

/// Without a head, what a body begins with serves, as it does for pandoc's reader of HTML.
Parts parts_of(const TableGrid& grid) {
    Parts parts;
    for (Rows rows = grid.rows(); !rows.empty();) {
        const Rows section = take_section(rows);
        if (section.front().section->kind == SectionKind::head) {
            parts.head = section;
        } else if (section.front().section->kind == SectionKind::foot) {
            parts.foot = section;
        } else {
            const std::size_t headers = leading_header_rows(section);
            parts.bodies.push_back({section.first(headers), section.subspan(headers)});
        }
    }
    if (parts.head.empty() && !parts.bodies.empty()) std::swap(parts.head, parts.bodies.front().head);
    return parts;
}

}  // namespace

void ContentWriter::write(const Table& node) {
    const TableGrid grid(node, context_.limits());
    const Parts parts = parts_of(grid);
    write_tuple(out_, "Table", [&] {
        write_attr_of(node);
        write_caption(node.caption);
        write_columns(node, grid);
        write_array(out_, [&] {
            write_attr_of_section(parts.head);
            write_rows(parts.head, grid.columns());
        });
        write_array(out_, [&] {
            for (const Body& body : parts.bodies)
                write_array(out_, [&] {
                    const std::size_t header_columns = leading_header_columns(body.rows);
                    write_attr_of_section(body.rows);
                    out_.value(std::uint64_t{header_columns});
                    write_rows(body.head, grid.columns());
                    write_rows(body.rows, header_columns);
                });
        });
        write_array(out_, [&] {
            write_attr_of_section(parts.foot);
            write_rows(parts.foot, 0);
        });
    });
}

void ContentWriter::write_attr_of_section(Rows rows) {
    write_attr(out_, rows.empty() ? Attr{} : attr_of(*rows.front().section));
}

/// The cells in the first `header_columns` are header cells.
void ContentWriter::write_rows(Rows rows, std::size_t header_columns) {
    write_array(out_, [&] {
        for (const TableGrid::Row& row : rows) {
            context_.checkpoint();
            write_array(out_, [&] {
                write_attr_of(*row.row);
                write_array(out_, [&] {
                    for (std::size_t column = 0; column < row.slots.size(); ++column)
                        write_slot(row.slots[column], column < header_columns);
                });
            });
        }
    });
}

/// The cell that begins there, or one that fills a gap.
void ContentWriter::write_slot(const TableGrid::Slot& slot, bool is_header) {
    static const TableCell filler;
    if (slot.cell != nullptr && !slot.origin) return;
    if (slot.cell != nullptr && slot.cell->header != is_header)
        losses_.report(Severity::info, "pandoc.header-cells-changed",
                       "header cells within a table, and others in its head, become what those around them are",
                       slot.cell->range);
    const TableCell& cell = slot.cell != nullptr ? *slot.cell : filler;
    notes_.count(0);
    write_array(out_, [&] {
        write_attr_of(cell);
        write_element(out_, json::name_in(alignment_names, cell.alignment));
        out_.value(slot.row_span);
        out_.value(slot.column_span);
        write_blocks(cell.content, Paragraphs::sole_plain);
    });
}

/// One for each column of the grid, and one for a table without any, which some of pandoc's writers fail at.
void ContentWriter::write_columns(const Table& table, const TableGrid& grid) {
    write_array(out_, [&] {
        for (std::size_t i = 0; i < std::max<std::size_t>(grid.columns(), 1); ++i) {
            const TableColumn column = i < table.columns.size() ? table.columns[i] : TableColumn{};
            write_array(out_, [&] {
                write_element(out_, json::name_in(alignment_names, column.alignment));
                if (column.width == 0)
                    write_element(out_, "ColWidthDefault");
                else
                    write_element(out_, "ColWidth", [&] { out_.value(column.width); });
            });
        }
    });
}

}  // namespace offprint::pandoc
