#include "tables.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

#include "markup.hpp"
#include "offprint/table_grid.hpp"
#include "offprint/text.hpp"
#include "styles.hpp"

namespace offprint::docx {

namespace {

constexpr std::size_t most_columns = 63;
// Twips, left and right of a cell together.
constexpr int usual_padding = 216;  // of the style Table Grid
constexpr int tight_padding = 96;   // of tables that need the room for their words
constexpr int narrowest_column = 240;

/// Adjacent columns of the grid that make one table of the file.
struct Columns {
    std::size_t begin;
    std::size_t end;
};

/// The room that a column asks for beside the padding of its cells, twips.
struct Need {
    double least = 0;    ///< so that no word is broken
    double natural = 0;  ///< so that no line is
    double width = 0;    ///< what the source says of it, padding included; 0: nothing
};

/// The length of a text and of its longest word, in letters of the usual width.
struct Measure {
    double word = 0;
    double line = 0;
};

/// Of a character of ASCII, in letters of the usual width; others are usual.
double width_of(char c) {
    constexpr std::string_view narrow = "fijlrtI.,:;'!|()[]-";
    constexpr std::string_view wide = "mwMW@%&";
    if (narrow.find(c) != std::string_view::npos) return 0.6;
    if (wide.find(c) != std::string_view::npos) return 1.6;
    return c >= 'A' && c <= 'Z' ? 1.25 : 1;
}

Measure measure(std::string_view text) {
    Measure longest;
    double word = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80) continue;  // no first byte of a character
        // From U+3000 on, nearly all are as wide as two letters, and lines may end behind each.
        const bool is_wide = byte >= 0xE3;
        const double width = is_wide ? 2 : width_of(c);
        word = is_wide ? 2 : c == ' ' ? 0 : word + width;
        longest.line += width;
        longest.word = std::max(longest.word, word);
        if (is_wide || c == '-') word = 0;
    }
    return longest;
}

Need need_of(const TableCell& cell, const Document& document) {
    constexpr double letter = 126;  // of the table's text, in bold
    constexpr double longest_word = 24;
    constexpr double longest_line = 60;
    constexpr double twips_per_pixel = 15;
    constexpr double smallest_picture = 1440;
    const Measure text = measure(plain_text(cell.content));
    Need need{std::min(text.word, longest_word) * letter, std::min(text.line, longest_line) * letter};
    walk(cell.content, overloaded{[&](const Image& image) {
                                      const auto resource = document.resources.find(image.resource);
                                      if (resource == document.resources.end()) return;
                                      const int pixels = image.width > 0 ? image.width : resource->second.width;
                                      const double width = pixels * twips_per_pixel;
                                      need.natural = std::max(need.natural, std::min(width, longest_line * letter));
                                      need.least = std::max(need.least, std::min(width, smallest_picture));
                                  },
                                  [](const auto&) {}});
    return need;
}

/// What each column asks for: what the source says of `available`, else by its largest cell.
std::vector<Need> column_needs(const Table& table, const TableGrid& grid, int available, const Document& document) {
    constexpr double narrowest = 440;
    std::vector<Need> needs(grid.columns(), {narrowest, narrowest});
    for (const TableGrid::Row& row : grid.rows())
        for (std::size_t i = 0; i < row.slots.size(); ++i) {
            if (!row.slots[i].origin || row.slots[i].column_span != 1) continue;
            const Need need = need_of(*row.slots[i].cell, document);
            needs[i].least = std::max(needs[i].least, need.least);
            needs[i].natural = std::max(needs[i].natural, need.natural);
        }
    for (std::size_t i = 0; i < std::min(needs.size(), table.columns.size()); ++i)
        needs[i].width = table.columns[i].width * available;
    return needs;
}

class TableWriter {
public:
    TableWriter(const Table& table, const Scope& scope, BlockWriter& blocks)
        : table_(table),
          scope_(scope),
          blocks_(blocks),
          grid_(table, blocks.story().shared.context.limits()),
          needs_(column_needs(table, grid_, available(), blocks.story().shared.document)) {}

    bool empty() const { return grid_.columns() == 0 || grid_.rows().empty(); }
    std::size_t columns() const { return grid_.columns(); }

    /// False if these columns have nothing but what began in columns before, and empty cells.
    bool shows_something(Columns columns) const {
        return std::ranges::any_of(grid_.rows(), [&](const TableGrid::Row& row) {
            return std::any_of(row.slots.begin() + static_cast<std::ptrdiff_t>(columns.begin),
                               row.slots.begin() + static_cast<std::ptrdiff_t>(columns.end),
                               [](const TableGrid::Slot& slot) { return slot.origin && !slot.cell->content.empty(); });
        });
    }

    void write(pugi::xml_node parent, Columns columns) {
        set_widths(columns);
        const pugi::xml_node element = append(parent, "w:tbl");
        append_properties(element);
        const pugi::xml_node grid = append(element, "w:tblGrid");
        for (int width : widths_) set_number(append(grid, "w:gridCol"), "w:w", width);
        for (std::size_t row = 0; row < grid_.rows().size(); ++row) write_row(element, row, columns);
    }

private:
    int available() const { return std::max(scope_.width - scope_.indent, 0); }

    /// All room is given out. What is more than words need goes to those who ask for more; where it is less, there is
    /// less about them.
    void set_widths(Columns columns) {
        const auto cells = static_cast<int>(columns.end - columns.begin);
        double words = usual_padding * cells;
        for (std::size_t i = columns.begin; i < columns.end; ++i) words += needs_[i].least;
        padding_ = words > available() ? tight_padding : usual_padding;
        Need total;
        std::vector<Need> needs(needs_.begin() + static_cast<std::ptrdiff_t>(columns.begin),
                                needs_.begin() + static_cast<std::ptrdiff_t>(columns.end));
        for (Need& need : needs) {
            if (need.width > padding_) need.least = need.natural = need.width - padding_;
            total.least += need.least;
            total.natural += need.natural;
        }
        const double room = std::max(available() - padding_ * cells, cells);
        const auto share_of = [&](const Need& need) {
            if (total.natural <= room) return need.natural * room / total.natural;
            if (total.least >= room) return need.least * room / total.least;
            return need.least + (need.natural - need.least) * (room - total.least) / (total.natural - total.least);
        };
        widths_.clear();
        for (const Need& need : needs)
            widths_.push_back(std::max(narrowest_column, static_cast<int>(share_of(need)) + padding_));
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
        if (padding_ != usual_padding) append_margins(properties);
        const bool has_head = grid_.header_rows() > 0;
        const pugi::xml_node look = append(properties, "w:tblLook");
        set(look, "w:val", has_head ? "0620" : "0600");
        set(look, "w:firstRow", has_head ? "1" : "0");
        for (const char* part : {"w:lastRow", "w:firstColumn", "w:lastColumn"}) set(look, part, "0");
        for (const char* bands : {"w:noHBand", "w:noVBand"}) set(look, bands, "1");
        const std::string caption = plain_text(table_.caption);
        if (!caption.empty()) append_value(properties, "w:tblCaption", caption);
    }

    void append_margins(pugi::xml_node properties) const {
        const pugi::xml_node margins = append(properties, "w:tblCellMar");
        for (const char* side : {"w:left", "w:right"}) {
            const pugi::xml_node margin = append(margins, side);
            set_number(margin, "w:w", padding_ / 2);
            set(margin, "w:type", "dxa");
        }
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
        inner.width = std::max(width - padding_, narrowest_column);
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
    std::vector<Need> needs_;
    std::vector<int> widths_;  ///< twips, of the columns being written
    int padding_ = usual_padding;
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
        const Columns columns{begin, std::min(begin + most_columns, writer.columns())};
        if (begin > 0 && !writer.shows_something(columns)) continue;
        writer.write(parent, columns);
        blocks.open_paragraph(parent, style_id::after_table, scope);
    }
}

}  // namespace offprint::docx
