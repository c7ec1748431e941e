// Tables of pandoc's AST.
#include <algorithm>
#include <limits>
#include <utility>

#include "names.hpp"
#include "offprint/table_grid.hpp"
#include "reader/content_reader.hpp"

namespace offprint::pandoc {

namespace {

constexpr int most_int = std::numeric_limits<int>::max();

/// Makes header cells of those that begin in the first `columns` of the rows from `first_row` on.
void mark_header_columns(TableSection& section, std::size_t first_row, std::size_t columns, const Limits& limits) {
    Table table;
    table.sections.push_back(std::move(section));
    TableSection& rows = table.sections.front();
    const TableGrid grid(table, limits);
    for (std::size_t number = first_row; number < grid.rows().size(); ++number) {
        const std::vector<TableGrid::Slot>& slots = grid.rows()[number].slots;
        std::vector<TableCell>& cells = rows.rows[number].cells;
        for (std::size_t column = 0; column < std::min(columns, slots.size()); ++column)
            if (slots[column].origin) cells[static_cast<std::size_t>(slots[column].cell - cells.data())].header = true;
    }
    section = std::move(rows);
}

}  // namespace

void ContentReader::read_table(Blocks& to) {
    Table table;
    ast_.read_tuple([&] { table.attributes = boxed(attributes_.read()); }, [&] { table.caption = read_caption(); },
                    [&] { read_columns(table); }, [&] { read_section(table, SectionKind::head); },
                    [&] { ast_.read_list([&] { read_body(table); }); },
                    [&] { read_section(table, SectionKind::foot); });
    to.emplace_back(std::move(table));
}

void ContentReader::read_columns(Table& table) {
    ast_.read_list([&] {
        TableColumn& column = table.columns.emplace_back();
        const auto read_width = [&](std::string_view type) {
            constexpr double most = 1e6;
            if (type == "ColWidth") column.width = std::min(input_.read_number(0, most), 1.0);
        };
        ast_.read_tuple([&] { column.alignment = read_alignment(); }, [&] { ast_.read_element(read_width); });
    });
}

Alignment ContentReader::read_alignment() {
    const std::size_t begin = input_.offset();
    const std::string name = ast_.read_type();
    const std::optional<Alignment> alignment = json::value_in(alignment_names, name);
    if (!alignment) input_.fail("'AlignDefault', 'AlignLeft', 'AlignCenter' or 'AlignRight' is expected", begin);
    return *alignment;
}

/// A head or foot; every table of pandoc's has one, without rows perhaps.
void ContentReader::read_section(Table& table, SectionKind kind) {
    TableSection section;
    section.kind = kind;
    ast_.read_tuple([&] { section.attributes = boxed(attributes_.read()); },
                    [&] { read_rows(section.rows, kind == SectionKind::head); });
    if (!section.rows.empty()) table.sections.push_back(std::move(section));
}

void ContentReader::read_body(Table& table) {
    TableSection section;
    std::size_t header_columns = 0;
    std::size_t header_rows = 0;
    ast_.read_tuple([&] { section.attributes = boxed(attributes_.read()); },
                    [&] { header_columns = static_cast<std::size_t>(input_.read_integer(0, most_int)); },
                    [&] {
                        read_rows(section.rows, true);
                        header_rows = section.rows.size();
                    },
                    [&] { read_rows(section.rows, false); });
    if (header_columns > 0) mark_header_columns(section, header_rows, header_columns, context_.limits());
    table.sections.push_back(std::move(section));
}

void ContentReader::read_rows(std::vector<TableRow>& rows, bool header) {
    ast_.read_list([&] {
        context_.checkpoint();
        context_.count_nodes(1);
        TableRow& row = rows.emplace_back();
        ast_.read_tuple([&] { row.attributes = boxed(attributes_.read()); },
                        [&] {
                            ast_.read_list([&] {
                                row.cells.push_back(read_cell());
                                row.cells.back().header = header;
                            });
                        });
    });
}

TableCell ContentReader::read_cell() {
    context_.count_nodes(1);
    TableCell cell;
    ast_.read_tuple([&] { cell.attributes = boxed(attributes_.read()); }, [&] { cell.alignment = read_alignment(); },
                    [&] { cell.row_span = static_cast<int>(input_.read_integer(1, most_int)); },
                    [&] { cell.column_span = static_cast<int>(input_.read_integer(1, most_int)); },
                    [&] { cell.content = read_blocks(); });
    return cell;
}

}  // namespace offprint::pandoc
