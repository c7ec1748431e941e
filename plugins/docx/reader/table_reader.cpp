#include "reader/table_reader.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "package/element.hpp"

namespace offprint::docx::reader {

namespace {

constexpr int most_columns = 1000;  // as TableGrid has it

int span_of(pugi::xml_node properties, const char* name) {
    return std::clamp(whole_number(child_value(properties, name)).value_or(1), 1, most_columns);
}

int skipped_columns(pugi::xml_node properties, const char* name) {
    return std::clamp(whole_number(child_value(properties, name)).value_or(0), 0, most_columns);
}

/// True for a cell that is part of the one above it.
bool is_continued(pugi::xml_node properties) {
    const pugi::xml_node merge = properties.child("w:vMerge");
    return merge && std::string_view(merge.attribute("w:val").value()) != "restart";
}

bool is_bracket(std::string_view name) {
    return name == "w:customXml" || name == "w:sdtContent" || name == "mc:AlternateContent";
}

/// True if the table's look gives the first row one of its own (17.4.56).
bool marks_first_row(pugi::xml_node look) {
    if (const pugi::xml_attribute mark = look.attribute("w:firstRow"))
        return std::string_view(mark.value()) == "1" || std::string_view(mark.value()) == "true";
    const std::string_view bits = look.attribute("w:val").value();
    return bits.size() == 4 && std::string_view("2367ABEFabef").find(bits[2]) != std::string_view::npos;
}

/// Left and right are the leading and the trailing edge (17.3.1.13).
Alignment alignment_of(const ParagraphFormat& format) {
    const Alignment stated = format.alignment.value_or(Alignment::unspecified);
    const bool right_to_left = format.right_to_left.value_or(false);
    if (!right_to_left || stated == Alignment::center) return stated;
    return stated == Alignment::left ? Alignment::right : stated == Alignment::right ? Alignment::left : stated;
}

}  // namespace

Table TableReader::read(pugi::xml_node element) {
    const pugi::xml_node properties = conversion_.settled(element.child("w:tblPr"));
    collect_rows(element);
    const std::size_t heads = header_rows(properties);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        conversion_.context.checkpoint();
        if (i == heads) open_.clear();  // no cell reaches from the head into the body
        read_.push_back(read_row(rows_[i], i < heads));
    }
    Table table;
    add_columns(element, table);
    const auto add_section = [&](SectionKind kind, std::size_t begin, std::size_t end) {
        if (begin == end) return;
        TableSection section;
        section.kind = kind;
        const auto first = read_.begin();
        section.rows.assign(std::make_move_iterator(first + static_cast<std::ptrdiff_t>(begin)),
                            std::make_move_iterator(first + static_cast<std::ptrdiff_t>(end)));
        table.sections.push_back(std::move(section));
    };
    add_section(SectionKind::head, 0, heads);
    add_section(SectionKind::body, heads, read_.size());
    const bool right_to_left = is_on(properties, "w:bidiVisual");
    if (right_to_left != conversion_.right_to_left)
        table.attributes.ensure().direction = right_to_left ? Direction::right_to_left : Direction::left_to_right;
    return table;
}

void TableReader::collect_rows(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent.children()) {
        const std::string_view name = name_of(child);
        if (name == "w:tr") {
            const pugi::xml_node properties = child.child("w:trPr");
            if (is_kept(properties, "w:ins", "w:ins") && is_kept(properties, "w:del", "w:del")) rows_.push_back(child);
        } else if (name == "w:sdt") {
            collect_rows(child.child("w:sdtContent"));
        } else if (is_bracket(name)) {
            collect_rows(child);
        } else if (name == "w:bookmarkStart") {
            blocks_.runs_.read_bookmark(child);
        }
    }
}

/// True unless `mark`, which is a change of the name `change`, undoes what has the properties.
bool TableReader::is_kept(pugi::xml_node properties, const char* mark, const char* change) const {
    return !properties.child(mark) || blocks_.runs_.is_kept(change);
}

void TableReader::collect_cells(pugi::xml_node parent, std::vector<pugi::xml_node>& cells) const {
    for (const pugi::xml_node child : parent.children()) {
        const std::string_view name = name_of(child);
        if (name == "w:tc") {
            const pugi::xml_node properties = child.child("w:tcPr");
            if (is_kept(properties, "w:cellIns", "w:ins") && is_kept(properties, "w:cellDel", "w:del"))
                cells.push_back(child);
        } else if (name == "w:sdt") {
            collect_cells(child.child("w:sdtContent"), cells);
        } else if (is_bracket(name)) {
            collect_cells(child, cells);
        } else if (name == "w:bookmarkStart") {
            blocks_.runs_.read_bookmark(child);
        }
    }
}

std::size_t TableReader::header_rows(pugi::xml_node properties) const {
    const bool marks_first = marks_first_row(properties.child("w:tblLook"));
    // Our own writer repeats the first row of every table, and says in the look whether it is a head.
    if (conversion_.is_own && !marks_first) return 0;
    const auto body = std::ranges::find_if_not(
        rows_, [this](pugi::xml_node row) { return is_on(conversion_.settled(row.child("w:trPr")), "w:tblHeader"); });
    const auto repeated = static_cast<std::size_t>(body - rows_.begin());
    if (repeated > 0) return repeated;
    if (conversion_.is_own) return rows_.size();  // nothing would be left to repeat it over
    const bool has_look = conversion_.styles.table(child_value(properties, "w:tblStyle")).has_header_look;
    return marks_first && has_look && rows_.size() > 1 ? 1 : 0;
}

TableRow TableReader::read_row(pugi::xml_node element, bool is_header) {
    std::vector<pugi::xml_node> cells;
    collect_cells(element, cells);
    TableRow row;
    std::size_t column = 0;
    std::vector<OpenCell> open;
    const auto skip = [&](int columns) {
        if (columns == 0) return;
        TableCell gap;
        gap.column_span = columns;
        row.cells.push_back(std::move(gap));
        column += static_cast<std::size_t>(columns);
    };
    const pugi::xml_node row_properties = conversion_.settled(element.child("w:trPr"));
    skip(skipped_columns(row_properties, "w:gridBefore"));
    for (const pugi::xml_node cell : cells) {
        if (column >= most_columns) break;
        const pugi::xml_node properties = conversion_.settled(cell.child("w:tcPr"));
        const std::size_t end = column + static_cast<std::size_t>(span_of(properties, "w:gridSpan"));
        const bool goes_on = is_continued(properties) && column < open_.size() && open_[column].is_open;
        open.resize(std::max(open.size(), end));
        if (goes_on) {
            const OpenCell& above = open_[column];
            ++read_[above.row].cells[above.cell].row_span;
            open[column] = above;
        } else if (child_value(properties, "w:hMerge") == "continue" && !row.cells.empty()) {
            row.cells.back().column_span += static_cast<int>(end - column);
        } else {
            row.cells.push_back(read_cell(cell, is_header));
            row.cells.back().column_span = static_cast<int>(end - column);
            if (properties.child("w:vMerge")) open[column] = {read_.size(), row.cells.size() - 1, true};
        }
        column = end;
    }
    if (column < most_columns) skip(skipped_columns(row_properties, "w:gridAfter"));
    open_ = std::move(open);
    return row;
}

TableCell TableReader::read_cell(pugi::xml_node element, bool is_header) {
    conversion_.context.count_nodes(1);
    TableCell cell;
    bool is_first = true;
    for (const pugi::xml_node paragraph : element.children("w:p")) {
        const pugi::xml_node properties = conversion_.settled(paragraph.child("w:pPr"));
        const ResolvedStyle& style = conversion_.styles.paragraph(child_value(properties, "w:pStyle"));
        if (is_first) {
            cell.header = style.role == ParagraphRole::table_heading || (is_header && !conversion_.is_own);
            cell.alignment = alignment_of(paragraph_format(properties).over(style.paragraph));
        }
        is_first = false;
    }
    constexpr int padding = 216;  // twips, both sides, of our own writer's table style
    const int width =
        twips(conversion_.settled(element.child("w:tcPr")).child("w:tcW").attribute("w:w").value()).value_or(0) -
        padding;
    const int outer = std::exchange(blocks_.width_, width);
    cell.content = blocks_.read(element);
    blocks_.width_ = outer;
    if (conversion_.is_own && cell.content.empty()) {
        Paragraph paragraph;
        paragraph.content = anchors(blocks_.runs_.take_ids());
        if (!paragraph.content.empty()) cell.content.emplace_back(std::move(paragraph));
    }
    return cell;
}

/// The columns' shares of the width. Where all are alike nobody has set them.
void TableReader::add_columns(pugi::xml_node element, Table& table) const {
    std::vector<double> widths;
    double total = 0;
    for (const pugi::xml_node column : conversion_.settled(element.child("w:tblGrid")).children("w:gridCol")) {
        if (widths.size() == most_columns) break;
        widths.push_back(std::max(0, twips(column.attribute("w:w").value()).value_or(0)));
        total += widths.back();
    }
    if (widths.empty() || total <= 0) return;
    const auto [least, most] = std::ranges::minmax(widths);
    if (!conversion_.is_own && most - least <= total / 100) return;
    // Our own writer cuts off what is less than a twip: the rest of the table's width is in all columns alike.
    const pugi::xml_node stated = conversion_.settled(element.child("w:tblPr")).child("w:tblW");
    const bool is_exact = std::string_view(stated.attribute("w:type").value()) == "dxa";
    const double available =
        conversion_.is_own ? (is_exact ? stated.attribute("w:w").as_double() : blocks_.width_) : total;
    const double rest = std::max(0.0, available - total) / static_cast<double>(widths.size());
    for (const double width : widths) {
        TableColumn column;
        column.width = (width + rest) / std::max(available, total);
        table.columns.push_back(column);
    }
}

}  // namespace offprint::docx::reader
