#include "node_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "offprint/table_grid.hpp"
#include "unknown_node.hpp"

namespace offprint::json {

namespace {

constexpr int least_int = std::numeric_limits<int>::min();
constexpr int most_int = std::numeric_limits<int>::max();

void add_block(NodeFields& fields, Children& siblings, Block block) {
    siblings.note(Part::block, fields.offset);
    siblings.add(std::move(block));
}

void add_inline(NodeFields& fields, Children& siblings, Inline node) {
    siblings.note(Part::text, fields.offset);
    siblings.add(std::move(node));
}

/// A part of which a parent has no more than one.
void note_single(NodeFields& fields, Children& siblings, Part part) {
    if (!siblings.note(part, fields.offset)) fields.fail(fmt::format("{} stands beside another one", name_of(part)));
}

// ---------------------------------------------------------------- blocks

void build_paragraph(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<Paragraph>();
    node.content = fields.take_inlines();
    add_block(fields, siblings, std::move(node));
}

void build_heading(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<Heading>();
    node.level = fields.integer("depth", 1, 6, 1);
    node.content = fields.take_inlines();
    add_block(fields, siblings, std::move(node));
}

void build_list(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<List>();
    node.ordered = fields.flag("ordered", false);
    node.start = fields.integer("start", least_int, most_int, 1);
    node.reversed = fields.flag("reversed", false);
    node.numbering = fields.choice("numbering", numbering_names, Numbering::decimal);
    node.tight = !fields.flag("spread", false);
    fields.require_only({Part::list_item});
    node.items = std::move(fields.children.list_items);
    add_block(fields, siblings, std::move(node));
}

void build_list_item(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<ListItem>();
    if (const Member* checked = fields.find("checked");
        checked != nullptr && !std::holds_alternative<std::monostate>(checked->value))
        node.checked = fields.flag("checked", false);
    if (fields.find("value") != nullptr) node.value = fields.integer("value", least_int, most_int, 0);
    node.content = fields.take_blocks();
    siblings.note(Part::list_item, fields.offset);
    siblings.list_items.push_back(std::move(node));
}

template <class T>
using Iterator = typename std::vector<T>::iterator;

/// Moves the next `count` parts from `next` to the end of `to`; false when there are not so many.
template <class T>
bool move_some(Iterator<T>& next, Iterator<T> end, std::size_t count, std::vector<T>& to) {
    if (count > static_cast<std::size_t>(end - next)) return false;
    const auto last = next + static_cast<std::ptrdiff_t>(count);
    to.assign(std::make_move_iterator(next), std::make_move_iterator(last));
    next = last;
    return true;
}

/// The items as `groupings` counts them.
std::vector<DefinitionItem> group_definitions(NodeFields& fields) {
    std::vector<DefinitionTerm> terms;
    std::vector<DefinitionDescription> descriptions;
    for (DefinitionItem& item : fields.children.definition_items) {
        std::move(item.terms.begin(), item.terms.end(), std::back_inserter(terms));
        std::move(item.descriptions.begin(), item.descriptions.end(), std::back_inserter(descriptions));
    }
    auto term = terms.begin();
    auto description = descriptions.begin();
    std::vector<DefinitionItem> items;
    for (Grouping& grouping : fields.groupings) {
        DefinitionItem& item = items.emplace_back();
        static_cast<Node&>(item) = std::move(grouping.node);
        if (!move_some(term, terms.end(), grouping.terms, item.terms) ||
            !move_some(description, descriptions.end(), grouping.descriptions, item.descriptions))
            fields.fail("'items' counts more terms or descriptions than there are");
    }
    if (term != terms.end() || description != descriptions.end())
        fields.fail("'items' counts fewer terms or descriptions than there are");
    return items;
}

void build_definition_list(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<DefinitionList>();
    fields.require_only({Part::definition_term, Part::definition_description});
    node.items = fields.is_grouped ? group_definitions(fields) : std::move(fields.children.definition_items);
    add_block(fields, siblings, std::move(node));
}

void build_definition_term(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<DefinitionTerm>();
    node.content = fields.take_inlines();
    siblings.note(Part::definition_term, fields.offset);
    siblings.add(std::move(node));
}

void build_definition_description(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<DefinitionDescription>();
    node.content = fields.take_blocks();
    siblings.note(Part::definition_description, fields.offset);
    siblings.add(std::move(node));
}

void build_code(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<CodeBlock>();
    node.language = fields.text("lang");
    node.text = fields.required_text("value");
    add_block(fields, siblings, std::move(node));
}

void build_quote(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<Quote>();
    node.cite = fields.text("cite");
    node.content = fields.take_blocks({Part::block, Part::text, Part::attribution});
    node.attribution = std::move(fields.children.attribution);
    add_block(fields, siblings, std::move(node));
}

void build_figure(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<Figure>();
    node.content = fields.take_blocks({Part::block, Part::text, Part::caption});
    node.caption = std::move(fields.children.caption);
    add_block(fields, siblings, std::move(node));
}

/// The sections as `groupings` counts their rows.
std::vector<TableSection> group_rows(NodeFields& fields) {
    std::vector<TableRow>& rows = fields.children.table_rows;
    auto row = rows.begin();
    std::vector<TableSection> sections;
    for (Grouping& grouping : fields.groupings) {
        TableSection& section = sections.emplace_back();
        static_cast<Node&>(section) = std::move(grouping.node);
        section.kind = grouping.kind;
        if (!move_some(row, rows.end(), grouping.rows, section.rows))
            fields.fail("'sections' counts more rows than there are");
    }
    if (row != rows.end()) fields.fail("'sections' counts fewer rows than there are");
    return sections;
}

void build_table(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<Table>();
    fields.require_only({Part::table_row, Part::caption});
    node.caption = std::move(fields.children.caption);
    node.columns = std::move(fields.columns);
    if (fields.is_grouped)
        node.sections = group_rows(fields);
    else if (!fields.children.table_rows.empty())
        node.sections.emplace_back().rows = std::move(fields.children.table_rows);
    add_block(fields, siblings, std::move(node));
}

void build_table_row(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<TableRow>();
    fields.require_only({Part::table_cell});
    node.cells = std::move(fields.children.table_cells);
    siblings.note(Part::table_row, fields.offset);
    siblings.table_rows.push_back(std::move(node));
}

void build_table_cell(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<TableCell>();
    node.column_span = fields.integer("colSpan", 1, TableGrid::most_columns, 1);
    node.row_span = fields.integer("rowSpan", 1, TableGrid::most_rows, 1);
    node.header = fields.flag("header", false);
    node.alignment = fields.choice("align", alignment_names, Alignment::unspecified);
    node.content = fields.take_blocks();
    siblings.note(Part::table_cell, fields.offset);
    siblings.table_cells.push_back(std::move(node));
}

void build_rule(NodeFields& fields, Children& siblings, References&) {
    add_block(fields, siblings, fields.begin_node<Rule>());
}

void build_group(NodeFields& fields, Children& siblings, GroupKind kind) {
    auto node = fields.begin_node<Group>();
    node.kind = kind;
    node.content = fields.take_blocks();
    if (kind != GroupKind::article) return add_block(fields, siblings, std::move(node));
    if (!fields.metadata) fields.fail("article has no 'metadata'");
    node.metadata = std::move(fields.metadata);
    siblings.note(Part::article, fields.offset);
    siblings.add(std::move(node));
}

// ---------------------------------------------------------------- inlines

void build_text(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<Text>();
    node.text = fields.required_text("value");
    add_inline(fields, siblings, std::move(node));
}

void build_styled(NodeFields& fields, Children& siblings, Style style) {
    auto node = fields.begin_node<Styled>();
    node.style = style;
    node.content = fields.take_inlines();
    add_inline(fields, siblings, std::move(node));
}

void build_link(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<Link>();
    node.url = fields.required_text("url");
    node.title = fields.text("title");
    node.content = fields.take_inlines();
    add_inline(fields, siblings, std::move(node));
}

void build_image(NodeFields& fields, Children& siblings, References& references) {
    auto node = fields.begin_node<Image>();
    node.resource = fields.text("asset");
    if (!node.resource.empty()) references.assets.add(node.resource, fields.find("asset")->begin);
    node.source = fields.text(node.resource.empty() ? "url" : "sourceUrl");
    if (const Member* alt = fields.find("alt"); alt != nullptr && !std::holds_alternative<std::monostate>(alt->value))
        node.alt = fields.text("alt");
    node.title = fields.text("title");
    node.width = fields.integer("width", 0, most_int, 0);
    node.height = fields.integer("height", 0, most_int, 0);
    add_inline(fields, siblings, std::move(node));
}

void build_inline_code(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<Code>();
    node.text = fields.required_text("value");
    add_inline(fields, siblings, std::move(node));
}

void build_break(NodeFields& fields, Children& siblings, References&) {
    add_inline(fields, siblings, fields.begin_node<LineBreak>());
}

void build_note_ref(NodeFields& fields, Children& siblings, References& references) {
    auto node = fields.begin_node<NoteRef>();
    const std::string identifier = fields.required_text("identifier");
    node.note = references.notes.add(identifier, fields.find("identifier")->begin);
    add_inline(fields, siblings, std::move(node));
}

/// `value` is TeX unless `notation` says that it is only what `mathml` says.
void build_math(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<Math>();
    node.display = fields.type == "math";
    if (fields.text("notation").empty()) node.tex = fields.required_text("value");
    node.mathml = fields.text("mathml");
    node.alt = fields.text("alt");
    if (node.tex.empty() && node.mathml.empty()) fields.fail("a formula has neither TeX nor 'mathml'");
    add_inline(fields, siblings, std::move(node));
}

void build_ruby(NodeFields& fields, Children& siblings, References&) {
    auto node = fields.begin_node<Ruby>();
    node.base = fields.take_inlines({Part::text, Part::ruby_text});
    node.annotation = std::move(fields.children.ruby_text);
    add_inline(fields, siblings, std::move(node));
}

// ---------------------------------------------------------------- what the model keeps beside the content

void build_caption(NodeFields& fields, Children& siblings, References&) {
    note_single(fields, siblings, Part::caption);
    siblings.caption = fields.take_blocks();
}

void build_attribution(NodeFields& fields, Children& siblings, References&) {
    note_single(fields, siblings, Part::attribution);
    siblings.attribution = fields.take_inlines();
}

void build_ruby_text(NodeFields& fields, Children& siblings, References&) {
    note_single(fields, siblings, Part::ruby_text);
    siblings.ruby_text = fields.take_inlines();
}

/// A node type by its name in JSON. Styles and groups have tables of their own.
struct NodeType {
    std::string_view name;
    void (*build)(NodeFields& fields, Children& siblings, References& references);
};

constexpr NodeType node_types[] = {
    {"text", build_text},
    {"paragraph", build_paragraph},
    {"link", build_link},
    {"listItem", build_list_item},
    {"tableCell", build_table_cell},
    {"tableRow", build_table_row},
    {"heading", build_heading},
    {"list", build_list},
    {"break", build_break},
    {"inlineCode", build_inline_code},
    {"image", build_image},
    {"footnoteReference", build_note_ref},
    {"inlineMath", build_math},
    {"math", build_math},
    {"ruby", build_ruby},
    {"rubyText", build_ruby_text},
    {"code", build_code},
    {"blockquote", build_quote},
    {"attribution", build_attribution},
    {"figure", build_figure},
    {"caption", build_caption},
    {"table", build_table},
    {"thematicBreak", build_rule},
    {"definitionList", build_definition_list},
    {"definitionTerm", build_definition_term},
    {"definitionDescription", build_definition_description},
};

/// Its content is what a reader sees in its place: the children, or the words of `value`.
void build_unknown(NodeFields& fields, Children& siblings) {
    fields.require_only({Part::block, Part::text});
    Attributes& attributes = fields.node.attributes.ensure();
    attributes.extra.emplace_back(unknown_type, fields.type);
    attributes.extra.emplace_back(unknown_members, fields.members_json());
    if (fields.children.inlines.empty())
        if (const Member* value = fields.find("value"); value != nullptr && fields.children.blocks.empty())
            if (const auto* words = std::get_if<std::string>(&value->value)) fields.children.add(Inline(Text(*words)));
    if (!fields.children.blocks.empty()) return build_group(fields, siblings, GroupKind::plain);
    auto span = fields.begin_node<Styled>();
    span.content = fields.take_inlines();
    siblings.note(Part::text, fields.offset);
    siblings.add(Inline(std::move(span)), true);
}

}  // namespace

void build_node(NodeFields& fields, Children& siblings, References& references) {
    for (const NodeType& known : node_types)
        if (known.name == fields.type) return known.build(fields, siblings, references);
    if (const auto style = value_in(style_names, fields.type)) return build_styled(fields, siblings, *style);
    if (const auto kind = value_in(group_names, fields.type)) return build_group(fields, siblings, *kind);
    if (fields.type.empty()) fields.fail("a node has no 'type'");
    build_unknown(fields, siblings);
}

}  // namespace offprint::json
