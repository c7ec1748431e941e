#include <algorithm>

#include "html/dom/name_tokens.hpp"
#include "html/mapping/drawn_list.hpp"
#include "html/mapping/mapper.hpp"
#include "html/mapping/values.hpp"
#include "offprint/table_grid.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr int most_columns = TableGrid::most_columns;
constexpr int most_rows = TableGrid::most_rows;

/// What a look at a table's own cells, not those of tables inside it, says about its purpose.
struct TableShape {
    int rows = 0;
    int widest_row = 0;
    std::size_t letters = 0;       ///< of all cells
    std::size_t largest_cell = 0;  ///< its letters
    bool declared_data = false;    ///< header cells, a caption, a head or foot
    bool blocks = false;           ///< headings, forms or tables in its cells
    bool paragraphs = false;       ///< paragraphs, lists, boxes and the like in its cells
};

bool is_content_block(Tag tag) {
    switch (tag) {
        case Tag::blockquote:
        case Tag::div:
        case Tag::dl:
        case Tag::figure:
        case Tag::hr:
        case Tag::ol:
        case Tag::p:
        case Tag::pre:
        case Tag::ul:
            return true;
        default:
            return false;
    }
}

TableShape shape_of(const Dom& dom, NodeIndex table) {
    TableShape shape;
    int cells = 0;
    std::size_t letters = 0;  // of the cell
    for (NodeIndex node = table + 1; node < dom.end(table); ++node) {
        switch (dom.tag(node)) {
            case Tag::tr:
                ++shape.rows;
                cells = 0;
                break;
            case Tag::th:
            case Tag::td:
                shape.widest_row = std::max(shape.widest_row, ++cells);
                letters = 0;
                break;
            case Tag::text:
                letters += trim(dom[node].text).size();
                shape.letters += trim(dom[node].text).size();
                shape.largest_cell = std::max(shape.largest_cell, letters);
                break;
            case Tag::table:
                node = dom.end(node) - 1;
                shape.blocks = true;
                break;
            case Tag::h1:
            case Tag::h2:
            case Tag::h3:
            case Tag::article:
            case Tag::form:
                shape.blocks = true;
                break;
            default:
                shape.paragraphs |= is_content_block(dom.tag(node));
                break;
        }
        if (dom.tag(node) == Tag::th || dom.tag(node) == Tag::caption || dom.tag(node) == Tag::thead ||
            dom.tag(node) == Tag::tfoot)
            shape.declared_data = true;
    }
    return shape;
}

/// Formulas and their numbers, which typesetting programs line up in tables.
bool is_equation(const Dom& dom, NodeIndex table) {
    const std::vector<std::string> tokens = name_tokens(dom.attribute(table, "class"));
    return dom.find(table, Tag::math) != no_node &&
           std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
               return token == "equation" || token == "equationgroup" || token == "eqnarray";
           });
}

/// A table that only places things on the page.
bool is_layout(const Dom& dom, NodeIndex table) {
    const std::string role = to_lower_ascii(dom.attribute(table, "role"));
    if (role == "presentation" || role == "none" || is_equation(dom, table)) return true;
    const TableShape shape = shape_of(dom, table);
    if (shape.rows <= 1 && shape.widest_row <= 1) return true;
    if (shape.declared_data) return false;
    constexpr std::size_t long_text = 500;
    const bool is_frame =
        shape.paragraphs && shape.largest_cell > long_text && shape.largest_cell * 10 > shape.letters * 7;
    return shape.blocks || is_frame || shape.widest_row <= 1 || (shape.rows == 1 && shape.paragraphs);
}

int span_from(std::string_view text, int most) {
    return std::clamp(parse_integer(text).value_or(1), 1, most);
}

Alignment alignment_of(const Dom& dom, NodeIndex node) {
    const std::string style = style_value(dom.attribute(node, "style"), "text-align");
    return parse_alignment(style.empty() ? dom.attribute(node, "align") : std::string_view(style));
}

void append_columns(const Dom& dom, NodeIndex node, std::vector<TableColumn>& columns) {
    TableColumn column;
    column.alignment = alignment_of(dom, node);
    std::string width = style_value(dom.attribute(node, "style"), "width");
    if (width.empty()) width = dom.attribute(node, "width");
    column.width = parse_percentage(width).value_or(0);
    const int span = span_from(dom.attribute(node, "span"), most_columns);
    for (int i = 0; i < span && columns.size() < most_columns; ++i) columns.push_back(column);
}

std::vector<TableColumn> columns_of(const Dom& dom, NodeIndex table) {
    std::vector<TableColumn> columns;
    for (const NodeIndex child : dom.children(table)) {
        if (dom.tag(child) != Tag::colgroup) continue;
        if (dom.find(child, Tag::col) == no_node) append_columns(dom, child, columns);
        for (const NodeIndex column : dom.children(child))
            if (dom.tag(column) == Tag::col) append_columns(dom, column, columns);
    }
    double sum = 0;
    for (const TableColumn& column : columns) sum += column.width;
    if (sum > 1)
        for (TableColumn& column : columns) column.width /= sum;
    return columns;
}

bool has_rows(const Table& table) {
    return std::any_of(table.sections.begin(), table.sections.end(),
                       [](const TableSection& section) { return !section.rows.empty(); });
}

}  // namespace

void Mapper::map_table(NodeIndex node, Flow& flow) {
    if (map_code_box(node, flow)) return;
    if (!is_literal_ && is_drawn_list(dom_, node)) return map_drawn_list(node, flow);
    if (!is_literal_ && is_layout(dom_, node)) return map_wrapper(node, flow);  // which also knows captioned pictures
    flow.end_paragraph();
    Table table;
    table.attributes = attributes_of(node, true);
    table.range = range_of(node);
    table.columns = columns_of(dom_, node);
    for (const NodeIndex child : dom_.children(node)) {
        if (selection_.removed[child]) continue;
        const Tag tag = dom_.tag(child);
        if (tag == Tag::caption) table.caption = map_blocks(child, flow);
        if (tag != Tag::thead && tag != Tag::tbody && tag != Tag::tfoot) continue;
        TableSection section;
        section.kind = tag == Tag::thead   ? SectionKind::head
                       : tag == Tag::tfoot ? SectionKind::foot
                                           : SectionKind::body;
        section.attributes = attributes_of(child, true);
        section.range = range_of(child);
        map_rows(child, section, flow);
        if (!section.rows.empty()) table.sections.push_back(std::move(section));
    }
    if (has_rows(table)) flow.block(std::move(table));
}

/// Bullets become those of a list; numbers stay as they are before the words, for others refer to them.
void Mapper::map_drawn_list(NodeIndex table, Flow& flow) {
    flow.end_paragraph();
    List list;
    list.range = range_of(table);
    for (NodeIndex row = table + 1; row < dom_.end(table); ++row) {
        if (dom_.tag(row) != Tag::tr) continue;
        const NodeIndex first = dom_.find(row, Tag::td);
        const std::string label = dom_.text(first);
        Blocks content = map_blocks(dom_.next_element(first), flow);
        row = dom_.end(row) - 1;
        if (content.empty()) continue;
        if (is_bullet(label)) {
            list.items.emplace_back().content = std::move(content);
            continue;
        }
        auto* words = std::get_if<Paragraph>(&content.front());
        if (words == nullptr) words = &std::get<Paragraph>(*content.insert(content.begin(), Paragraph()));
        Text number;
        number.text = label + (words->content.empty() ? "" : "\u00A0");
        number.range = range_of(first);
        words->content.insert(words->content.begin(), std::move(number));
        for (Block& block : content) flow.block(std::move(block));
    }
    if (!list.items.empty()) flow.block(std::move(list));
}

void Mapper::map_rows(NodeIndex node, TableSection& section, const Flow& flow) {
    int covered = 0;  // rows from here on that cells of those above reach into
    for (const NodeIndex child : dom_.children(node)) {
        if (dom_.tag(child) != Tag::tr || selection_.removed[child] || notes_.definitions.contains(child)) continue;
        TableRow row;
        row.attributes = attributes_of(child, true);
        row.range = range_of(child);
        for (const NodeIndex cell : dom_.children(child))
            if (dom_.tag(cell) == Tag::td || dom_.tag(cell) == Tag::th) row.cells.push_back(map_cell(cell, flow));
        for (const TableCell& cell : row.cells) covered = std::max(covered, cell.row_span);
        if (row.cells.empty() && covered == 0) continue;
        section.rows.push_back(std::move(row));
        --covered;
    }
}

TableCell Mapper::map_cell(NodeIndex node, const Flow& flow) {
    std::string outer_language = language_;
    TableCell cell;
    cell.attributes = attributes_of(node, true);
    cell.range = range_of(node);
    cell.header = dom_.tag(node) == Tag::th;
    cell.column_span = span_from(dom_.attribute(node, "colspan"), most_columns);
    const bool to_the_end = parse_integer(dom_.attribute(node, "rowspan")) == 0;
    cell.row_span = to_the_end ? most_rows : span_from(dom_.attribute(node, "rowspan"), most_rows);
    cell.alignment = alignment_of(dom_, node);
    if (const std::string_view scope = dom_.attribute(node, "scope"); cell.header && !scope.empty())
        cell.attributes.ensure().extra.emplace_back("scope", to_lower_ascii(trim(scope)));
    // A removed cell stays as an empty one, or the columns behind it would move.
    if (!selection_.removed[node]) cell.content = map_blocks(node, flow);
    language_ = std::move(outer_language);
    return cell;
}

}  // namespace offprint::html
