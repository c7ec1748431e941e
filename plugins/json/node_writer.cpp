#include "node_writer.hpp"

#include <algorithm>
#include <cstdint>
#include <variant>

#include "metadata_writer.hpp"
#include "names.hpp"
#include "offprint/table_grid.hpp"
#include "package/foreign_markup.hpp"
#include "unknown_node.hpp"

namespace offprint::json {

std::string note_identifier(std::size_t index) {
    return std::string("n").append(std::to_string(index + 1));
}

// ---------------------------------------------------------------- what all nodes share

template <class List>
void NodeWriter::write_all(const List& list) {
    for (const auto& entry : list) write(entry);
}

template <class List>
void NodeWriter::write_children(const List& list) {
    out_.begin_array("children");
    write_all(list);
    out_.end_array();
}

/// `write_members` writes what only this type has, `children` last.
template <class Writing>
void NodeWriter::write_node(const char* type, const Node& node, Writing&& write_members) {
    out_.begin_object();
    out_.member("type", type);
    write_attributes_if_any(node.attributes);
    write_members();
    write_position(node.range);
    out_.end_object();
}

/// Writes a node of a type that the format does not know as it was read; false if `node` is none.
template <class List>
bool NodeWriter::write_if_unknown(const Node& node, const List& children) {
    const std::optional<UnknownNode> unknown = unknown_node(node);
    if (!unknown) return false;
    out_.begin_object();
    out_.member("type", unknown->type);
    write_unknown_members(out_, *unknown, [&] {
        out_.begin_array();
        write_all(children);
        out_.end_array();
    });
    out_.end_object();
    return true;
}

template <class List>
void NodeWriter::write_parent(const char* type, const Node& node, const List& children) {
    if (write_if_unknown(node, children)) return;
    write_node(type, node, [&] { write_children(children); });
}

/// A child that the model keeps as a list beside the content: left out when the list is empty.
template <class List>
void NodeWriter::write_labelled(const char* type, const List& children) {
    if (!children.empty()) write_parent(type, Node{}, children);
}

void NodeWriter::write_attributes(const Attributes& attributes) {
    out_.begin_object("attributes");
    out_.member_if_set("id", attributes.id);
    out_.member_if_set("lang", attributes.language);
    if (const char* direction = name_in(direction_names, attributes.direction)) out_.member("dir", direction);
    if (!attributes.classes.empty()) {
        out_.begin_array("classes");
        for (const std::string& name : attributes.classes) out_.value(name);
        out_.end_array();
    }
    if (!attributes.extra.empty()) {
        out_.begin_object("extra");
        for (const auto& [name, value] : attributes.extra) out_.member(name, value);
        out_.end_object();
    }
    out_.end_object();
}

void NodeWriter::write_attributes_if_any(const Box<Attributes>& attributes) {
    if (attributes) write_attributes(*attributes);
}

void NodeWriter::write_position(const SourceRange& range) {
    if (!positions_ || range == SourceRange{}) return;
    out_.begin_object("position");
    out_.begin_object("start");
    out_.member("offset", range.begin);
    out_.end_object();
    out_.begin_object("end");
    out_.member("offset", range.end);
    out_.end_object();
    out_.end_object();
}

void NodeWriter::write_root(const Document& document) {
    out_.begin_object();
    out_.member("type", "root");
    write_attributes_if_any(document.attributes);
    write_children(document.content);
    out_.end_object();
}

void NodeWriter::write_note(const Note& note, std::size_t index) {
    out_.begin_object();
    out_.member("identifier", note_identifier(index));
    write_attributes_if_any(note.attributes);
    write_children(note.content);
    write_position(note.range);
    out_.end_object();
}

// ---------------------------------------------------------------- blocks

void NodeWriter::write(const Block& block) {
    context_.checkpoint();
    std::visit([this](const auto& node) { write(node); }, static_cast<const Block::variant&>(block));
}

void NodeWriter::write(const Paragraph& node) {
    write_parent("paragraph", node, node.content);
}

void NodeWriter::write(const Heading& node) {
    write_node("heading", node, [&] {
        out_.member("depth", node.level);
        write_children(node.content);
    });
}

void NodeWriter::write(const List& node) {
    write_node("list", node, [&] {
        out_.member("ordered", node.ordered);
        if (node.ordered || node.start != 1) out_.member("start", node.start);
        if (node.reversed) out_.member("reversed", true);
        if (node.numbering != Numbering::decimal) out_.member("numbering", name_in(numbering_names, node.numbering));
        out_.member("spread", !node.tight);
        write_children(node.items);
    });
}

void NodeWriter::write(const ListItem& node) {
    write_node("listItem", node, [&] {
        if (node.checked) out_.member("checked", *node.checked);
        if (node.value) out_.member("value", *node.value);
        write_children(node.content);
    });
}

void NodeWriter::write(const DefinitionList& node) {
    write_node("definitionList", node, [&] {
        write_definition_items(node);
        out_.begin_array("children");
        for (const DefinitionItem& item : node.items) {
            write_all(item.terms);
            write_all(item.descriptions);
        }
        out_.end_array();
    });
}

/// The children are flat; this says how many terms and descriptions make up each item.
void NodeWriter::write_definition_items(const DefinitionList& list) {
    out_.begin_array("items");
    for (const DefinitionItem& item : list.items) {
        out_.begin_object();
        out_.member("terms", std::uint64_t{item.terms.size()});
        out_.member("descriptions", std::uint64_t{item.descriptions.size()});
        write_attributes_if_any(item.attributes);
        write_position(item.range);
        out_.end_object();
    }
    out_.end_array();
}

void NodeWriter::write(const DefinitionTerm& node) {
    write_parent("definitionTerm", node, node.content);
}

void NodeWriter::write(const DefinitionDescription& node) {
    write_parent("definitionDescription", node, node.content);
}

void NodeWriter::write(const CodeBlock& node) {
    write_node("code", node, [&] {
        out_.member_if_set("lang", node.language);
        out_.member("value", node.text);
    });
}

void NodeWriter::write(const Quote& node) {
    write_node("blockquote", node, [&] {
        out_.member_if_set("cite", node.cite);
        out_.begin_array("children");
        write_all(node.content);
        write_labelled("attribution", node.attribution);
        out_.end_array();
    });
}

void NodeWriter::write(const Figure& node) {
    write_node("figure", node, [&] {
        out_.begin_array("children");
        write_all(node.content);
        write_labelled("caption", node.caption);
        out_.end_array();
    });
}

void NodeWriter::write(const Table& node) {
    write_node("table", node, [&] {
        write_table_columns(node);
        write_table_sections(node);
        out_.begin_array("children");
        write_labelled("caption", node.caption);
        for (const TableSection& section : node.sections) write_all(section.rows);
        out_.end_array();
    });
}

void NodeWriter::write_table_columns(const Table& table) {
    if (table.columns.empty()) return;
    out_.begin_array("align");
    for (const TableColumn& column : table.columns) {
        if (const char* name = name_in(alignment_names, column.alignment))
            out_.value(name);
        else
            out_.null();
    }
    out_.end_array();
    const auto has_width = [](const TableColumn& column) { return column.width != 0; };
    if (std::none_of(table.columns.begin(), table.columns.end(), has_width)) return;
    out_.begin_array("widths");
    for (const TableColumn& column : table.columns) out_.value(column.width);
    out_.end_array();
}

/// The rows are flat; this says how many of them make up each section.
void NodeWriter::write_table_sections(const Table& table) {
    out_.begin_array("sections");
    for (const TableSection& section : table.sections) {
        out_.begin_object();
        out_.member("kind", name_in(section_names, section.kind));
        out_.member("rows", std::uint64_t{section.rows.size()});
        write_attributes_if_any(section.attributes);
        write_position(section.range);
        out_.end_object();
    }
    out_.end_array();
}

void NodeWriter::write(const TableRow& node) {
    context_.checkpoint();
    write_parent("tableRow", node, node.cells);
}

void NodeWriter::write(const TableCell& node) {
    write_node("tableCell", node, [&] {
        if (node.header) out_.member("header", true);
        if (node.column_span != 1) out_.member("colSpan", std::min(node.column_span, TableGrid::most_columns));
        if (node.row_span != 1) out_.member("rowSpan", std::min(node.row_span, TableGrid::most_rows));
        if (const char* name = name_in(alignment_names, node.alignment)) out_.member("align", name);
        write_children(node.content);
    });
}

void NodeWriter::write(const Rule& node) {
    write_node("thematicBreak", node, [] {});
}

void NodeWriter::write(const Group& node) {
    if (write_if_unknown(node, node.content)) return;
    write_node(name_in(group_names, node.kind), node, [&] {
        if (node.metadata) {
            out_.key("metadata");
            write_metadata(out_, *node.metadata, node.content);
        }
        write_children(node.content);
    });
}

// ---------------------------------------------------------------- inlines

void NodeWriter::write(const Inline& node) {
    std::visit([this](const auto& inner) { write(inner); }, static_cast<const Inline::variant&>(node));
}

void NodeWriter::write(const Text& node) {
    write_node("text", node, [&] { out_.member("value", node.text); });
}

void NodeWriter::write(const Styled& node) {
    write_parent(name_in(style_names, node.style), node, node.content);
}

void NodeWriter::write(const Link& node) {
    write_node("link", node, [&] {
        out_.member("url", node.url);
        out_.member_if_set("title", node.title);
        write_children(node.content);
    });
}

void NodeWriter::write(const Image& node) {
    write_node("image", node, [&] {
        out_.member_if_set("asset", node.resource);
        // With an asset the reference only says where it came from; without one it is all there is.
        out_.member_if_set(node.resource.empty() ? "url" : "sourceUrl", node.source);
        if (node.alt) out_.member("alt", *node.alt);
        out_.member_if_set("title", node.title);
        if (node.width != 0) out_.member("width", node.width);
        if (node.height != 0) out_.member("height", node.height);
    });
}

void NodeWriter::write(const Code& node) {
    write_node("inlineCode", node, [&] { out_.member("value", node.text); });
}

void NodeWriter::write(const LineBreak& node) {
    write_node("break", node, [] {});
}

void NodeWriter::write(const NoteRef& node) {
    write_node("footnoteReference", node, [&] { out_.member("identifier", note_identifier(node.note)); });
}

void NodeWriter::write(const Math& node) {
    write_node(node.display ? "math" : "inlineMath", node, [&] {
        const bool is_tex = !node.tex.empty();
        out_.member("value", is_tex ? node.tex : package::mathml_text(node.mathml));
        if (!is_tex) out_.member("notation", "text");
        out_.member_if_set("mathml", node.mathml);
        out_.member_if_set("alt", node.alt);
    });
}

void NodeWriter::write(const Ruby& node) {
    write_node("ruby", node, [&] {
        out_.begin_array("children");
        write_all(node.base);
        write_labelled("rubyText", node.annotation);
        out_.end_array();
    });
}

}  // namespace offprint::json
