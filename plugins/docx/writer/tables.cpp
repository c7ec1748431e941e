#include "tables.hpp"

#include <algorithm>
#include <numeric>

#include "markup.hpp"
#include "offprint/table_grid.hpp"
#include "offprint/text.hpp"
#include "styles.hpp"

namespace offprint::docx {

namespace {

constexpr std::size_t most_columns = 63;
constexpr int cell_padding = 216;  // twips, left and right of the Table Grid style together
constexpr int narrowest_column = 240;

/// Adjacent columns of the grid that make one table of the file.
struct Columns {
    std::size_t begin;
    std::size_t end;
};

/// How much room each column asks for: what the source says, else by the length of its longest cell.
std::vector<double> column_weights(const Table& table, const TableGrid& grid) {
    constexpr double least = 4;
    constexpr double most = 40;
    std::vector<double> weights(grid.columns(), least);
    for (const TableGrid::Row& row : grid.rows())
        for (std::size_t i = 0; i < row.slots.size(); ++i)
            if (row.slots[i].origin && row.slots[i].column_span == 1)
                weights[i] =
                    std::max(weights[i], static_cast<double>(code_points(plain_text(row.slots[i].cell->content))));
    for (double& weight : weights) weight = std::min(weight, most);
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i < std::min(weights.size(), table.columns.size()); ++i)
        if (table.columns[i].width > 0) weights[i] = table.columns[i].width * total;
    return weights;
}

class TableWriter {
public:
    TableWriter(const Table& table, const Scope& scope, BlockWriter& blocks)
        : table_(table),
          scope_(scope),
          blocks_(blocks),
          grid_(table, blocks.story().shared.context.limits()),
          weights_(column_weights(table, grid_)) {}

    bool empty() const { return grid_.columns() == 0 || grid_.rows().empty(); }
    std::size_t columns() const { return grid_.columns(); }

    void write(pugi::xml_node parent, Columns columns) {
        set_widths(columns);
        const pugi::xml_node element = append(parent, "w:tbl");
        append_properties(element);
        const pugi::xml_node grid = append(element, "w:tblGrid");
        for (int width : widths_) set_number(append(grid, "w:gridCol"), "w:w", width);
        for (std::size_t row = 0; row < grid_.rows().size(); ++row) write_row(element, row, columns);
    }

private:
    void set_widths(Columns columns) {
        const int available = std::max(scope_.width - scope_.indent, 0);
        double total = 0;
        for (std::size_t i = columns.begin; i < columns.end; ++i) total += weights_[i];
        widths_.clear();
        for (std::size_t i = columns.begin; i < columns.end; ++i)
            widths_.push_back(std::max(narrowest_column, static_cast<int>(available * weights_[i] / total)));
    }

    void append_properties(pugi::xml_node element) const {
        const pugi::xml_node properties = append(element, "w:tblPr");
        append_value(properties, "w:tblStyle", style_id::table_grid);
        if (scope_.right_to_left) append(properties, "w:bidiVisual");
        const pugi::xml_node width = append(properties, "w:tblW");
        const bool indented = scope_.indent > 0;
        set_number(width, "w:w", indented ? scope_.width - scope_.indent : 5000);
        set(width, "w:type", indented ? "dxa" : "pct");
        if (indented) {
            const pugi::xml_node indent = append(properties, "w:tblInd");
            set_number(indent, "w:w", scope_.indent);
            set(indent, "w:type", "dxa");
        }
        const bool has_head = grid_.header_rows() > 0;
        const pugi::xml_node look = append(properties, "w:tblLook");
        set(look, "w:val", has_head ? "0620" : "0600");
        set(look, "w:firstRow", has_head ? "1" : "0");
        for (const char* part : {"w:lastRow", "w:firstColumn", "w:lastColumn"}) set(look, part, "0");
        for (const char* bands : {"w:noHBand", "w:noVBand"}) set(look, bands, "1");
        const std::string caption = plain_text(table_.caption);
        if (!caption.empty()) append_value(properties, "w:tblCaption", caption);
    }

    void write_row(pugi::xml_node element, std::size_t index, Columns columns) {
        blocks_.story().shared.context.checkpoint();
        const TableGrid::Row& row = grid_.rows()[index];
        const pugi::xml_node out = append(element, "w:tr");
        // Word's accessibility checker wants a row that repeats on each page of every table.
        const std::size_t repeated = grid_.rows().size() > 1 ? std::max<std::size_t>(grid_.header_rows(), 1) : 0;
        if (index < repeated) {
            const pugi::xml_node properties = append(out, "w:trPr");
            append(properties, "w:cantSplit");
            append(properties, "w:tblHeader");
        }
        Scope scope = scope_;
        if (row.section) {
            if (index == 0 || grid_.rows()[index - 1].section != row.section)
                blocks_.wait_for_paragraph(row.section->id());
            scope = scope.inside(*row.section);
        }
        if (row.row) {
            blocks_.wait_for_paragraph(row.row->id());
            scope = scope.inside(*row.row);
        }
        for (std::size_t column = columns.begin; column < columns.end;)
            column = write_cell(out, index, column, columns, scope);
    }

    /// Appends the cell at a place of the grid and returns the column behind it.
    std::size_t write_cell(pugi::xml_node out, std::size_t row, std::size_t column, Columns columns,
                           const Scope& scope) {
        const std::vector<TableGrid::Slot>& slots = grid_.rows()[row].slots;
        const TableGrid::Slot& slot = slots[column];
        std::size_t end = column + 1;
        while (slot.cell && end < columns.end && slots[end].cell == slot.cell) ++end;

        const int width = std::accumulate(widths_.begin() + static_cast<std::ptrdiff_t>(column - columns.begin),
                                          widths_.begin() + static_cast<std::ptrdiff_t>(end - columns.begin), 0);
        const pugi::xml_node cell = append(out, "w:tc");
        const pugi::xml_node properties = append(cell, "w:tcPr");
        const pugi::xml_node cell_width = append(properties, "w:tcW");
        set_number(cell_width, "w:w", width);
        set(cell_width, "w:type", "dxa");
        if (end - column > 1) append_value(properties, "w:gridSpan", static_cast<int>(end - column));
        if (slot.cell && slot.row_span > 1) {
            const bool goes_on = row > 0 && grid_.rows()[row - 1].slots[column].cell == slot.cell;
            append_value(properties, "w:vMerge", goes_on ? "continue" : "restart");
        }
        write_content(cell, slot, column, width, scope);
        return end;
    }

    void write_content(pugi::xml_node cell, const TableGrid::Slot& slot, std::size_t column, int width,
                       const Scope& scope) {
        Scope inner = slot.cell ? scope.inside(*slot.cell) : scope;
        const bool heading = slot.cell && slot.cell->header;
        inner.style = heading ? style_id::table_heading : style_id::table_text;
        inner.bold_paragraph = heading;
        inner.width = std::max(width - cell_padding, narrowest_column);
        inner.indent = 0;
        inner.list_level = 0;
        inner.alignment = grid_.alignment(slot, column);
        if (slot.origin) {
            blocks_.wait_for_paragraph(slot.cell->id());
            blocks_.write(slot.cell->content, cell, inner);
        }
        blocks_.finish(cell, inner);
    }

    const Table& table_;
    const Scope& scope_;
    BlockWriter& blocks_;
    TableGrid grid_;
    std::vector<double> weights_;
    std::vector<int> widths_;  ///< twips, of the columns being written
};

}  // namespace

void write_table(const Table& table, pugi::xml_node parent, const Scope& scope, BlockWriter& blocks) {
    Scope caption_scope = scope;
    caption_scope.style = style_id::caption;
    blocks.write(table.caption, parent, caption_scope);

    TableWriter writer(table, scope, blocks);
    if (writer.empty()) return;
    if (writer.columns() > most_columns)
        blocks.story().shared.context.report(Severity::warning, "docx.table-split",
                                             "Word takes no more than 63 columns; a wider table was split",
                                             table.range);
    for (std::size_t begin = 0; begin < writer.columns(); begin += most_columns) {
        writer.write(parent, {begin, std::min(begin + most_columns, writer.columns())});
        blocks.open_paragraph(parent, style_id::after_table, scope);
    }
}

}  // namespace offprint::docx
