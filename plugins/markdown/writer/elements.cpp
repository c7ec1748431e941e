// Blocks as elements of HTML with Markdown inside.

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "html/writing/attribute_values.hpp"
#include "writer/blocks.hpp"
#include "writer/escape.hpp"
#include "writer/tables.hpp"

namespace offprint::markdown {

namespace {

/// The words of an element that need no Markdown: one text, or none; null for all others.
const std::string* only_text(const Blocks& content) {
    static const std::string nothing;
    if (content.empty()) return &nothing;
    const auto* paragraph = content.size() == 1 ? std::get_if<Paragraph>(&content.front()) : nullptr;
    if (paragraph == nullptr || paragraph->attributes || paragraph->content.size() != 1) return nullptr;
    const auto* text = std::get_if<Text>(&paragraph->content.front());
    return text != nullptr && !text->attributes ? &text->text : nullptr;
}

Blocks paragraph_of(const Inlines& content) {
    Paragraph paragraph;
    paragraph.content = content;
    Blocks blocks;
    blocks.emplace_back(std::move(paragraph));
    return blocks;
}

}  // namespace

void BlockWriter::open_element(std::string_view tag, const std::string& attributes) {
    separate(Previous::other);
    out_.line(fmt::format("<{}{}>", tag, attributes));
}

void BlockWriter::close_element(std::string_view tag) {
    out_.line("");
    out_.line(fmt::format("</{}>", tag));
    sequence_.previous = Previous::other;
    sequence_.list_mark = 0;
}

/// An element within one that was opened, without a blank line before it. Words alone stand between its tags.
/// `attributes` are those that no other node has.
void BlockWriter::write_inner_element(std::string_view tag, const Node& node, const Blocks& content,
                                      std::string_view attributes) {
    const std::string own = inlines_.attributes(node);
    const InlineWriter::Within within(inlines_, node);
    if (const std::string* text = only_text(content)) {
        out_.line(fmt::format("<{}{}{}>{}</{}>", tag, own, attributes, escape_html(*text), tag));
        return;
    }
    out_.line(fmt::format("<{}{}{}>", tag, own, attributes));
    out_.line("");
    write(content);
    out_.line("");
    out_.line(fmt::format("</{}>", tag));
}

void BlockWriter::write_element(std::string_view tag, const Node& node, const Blocks& content) {
    separate(Previous::other);
    write_inner_element(tag, node, content);
}

/// Reversed, lettered and oddly numbered lists.
void BlockWriter::write_list_element(const List& list) {
    const char* tag = list.ordered ? "ol" : "ul";
    std::string attributes = inlines_.attributes(list);
    if (list.ordered) {
        const int implied_start = list.reversed ? static_cast<int>(list.items.size()) : 1;
        if (list.start != implied_start) attributes += fmt::format(" start=\"{}\"", list.start);
        if (list.reversed) attributes += " reversed";
        if (list.numbering != Numbering::decimal)
            attributes += fmt::format(" type=\"{}\"", html::type_of(list.numbering));
    }
    separate(Previous::other);
    out_.line(fmt::format("<{}{}>", tag, attributes));
    for (const ListItem& item : list.items) {
        const std::string value =
            list.ordered && item.value ? fmt::format(" value=\"{}\"", *item.value) : std::string();
        if (!item.checked) {
            write_inner_element("li", item, item.content, value);
            continue;
        }
        const char* state = *item.checked ? " checked" : "";
        out_.line(fmt::format("<li{}{}><input type=\"checkbox\"{}>", inlines_.attributes(item), value, state));
        out_.line("");
        const InlineWriter::Within within(inlines_, item);
        write(item.content);
        out_.line("");
        out_.line("</li>");
    }
    out_.line(fmt::format("</{}>", tag));
}

void BlockWriter::write(const DefinitionList& list) {
    if (list.items.empty()) return;
    separate(Previous::other);
    out_.line(fmt::format("<dl{}>", inlines_.attributes(list)));
    const InlineWriter::Within within(inlines_, list);
    for (const DefinitionItem& item : list.items) {
        for (const DefinitionTerm& term : item.terms) write_inner_element("dt", term, paragraph_of(term.content));
        for (const DefinitionDescription& description : item.descriptions)
            write_inner_element("dd", description, description.content);
    }
    out_.line("</dl>");
}

/// Without a caption its content says all.
void BlockWriter::write(const Figure& figure) {
    if (figure.caption.empty() && !inlines_.needs_element(figure)) {
        write_anchor(figure);
        write_on(figure.content);
        return;
    }
    separate(Previous::other);
    out_.line(fmt::format("<figure{}>", inlines_.attributes(figure)));
    const InlineWriter::Within within(inlines_, figure);
    out_.line("");
    write(figure.content);
    out_.line("");
    write_inner_element("figcaption", Node(), figure.caption);
    out_.line("</figure>");
}

void BlockWriter::write_table_element(const Table& table) {
    separate(Previous::other);
    out_.line(fmt::format("<table{}>", inlines_.attributes(table)));
    if (!table.caption.empty()) write_inner_element("caption", Node(), table.caption);
    if (!table.columns.empty()) out_.line(column_group(table));
    for (const TableSection& section : table.sections) write_section_element(section);
    out_.line("</table>");
}

void BlockWriter::write_section_element(const TableSection& section) {
    const char* tag = section.kind == SectionKind::head   ? "thead"
                      : section.kind == SectionKind::foot ? "tfoot"
                                                          : "tbody";
    out_.line(fmt::format("<{}>", tag));
    for (const TableRow& row : section.rows) {
        out_.line("<tr>");
        for (const TableCell& cell : row.cells)
            write_inner_element(cell.header ? "th" : "td", cell, cell.content, cell_attributes(cell));
        out_.line("</tr>");
    }
    out_.line(fmt::format("</{}>", tag));
}

}  // namespace offprint::markdown
