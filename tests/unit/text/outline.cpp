#include "outline.hpp"

#include "offprint/walk.hpp"

namespace offprint::testing {

namespace {

template <class List>
std::string join(const List& list, const char* separator);

std::string name_of(Style style) {
    return style == Style::emphasis ? "em" : style == Style::strong ? "strong" : "styled";
}

std::string name_of(GroupKind kind) {
    return kind == GroupKind::verse ? "verse" : kind == GroupKind::byline ? "byline" : "group";
}

std::string show(const TableCell& cell) {
    return (cell.header ? "th(" : "td(") + join(cell.content, " ") + ")";
}

std::string show(const TableRow& row) {
    return "tr(" + join(row.cells, " ") + ")";
}

std::string show(const TableSection& section) {
    return join(section.rows, " ");
}

std::string show(const DefinitionTerm& term) {
    return "dt(" + join(term.content, "") + ")";
}

std::string show(const DefinitionDescription& description) {
    return "dd(" + join(description.content, " ") + ")";
}

std::string show(const DefinitionItem& item) {
    return join(item.terms, " ") + " " + join(item.descriptions, " ");
}

std::string show(const ListItem& item) {
    if (item.checked) return std::string(*item.checked ? "li[x](" : "li[ ](") + join(item.content, " ") + ")";
    return "li(" + join(item.content, " ") + ")";
}

std::string show(const Inline& node) {
    return std::visit(
        overloaded{
            [](const Text& text) { return text.text; },
            [](const Styled& styled) { return name_of(styled.style) + "(" + join(styled.content, "") + ")"; },
            [](const Link& link) { return "a(" + join(link.content, "") + " -> " + link.url + ")"; },
            [](const Image& image) { return "img(" + image.alt.value_or("") + " -> " + image.source + ")"; },
            [](const Code& code) { return "code(" + code.text + ")"; },
            [](const LineBreak&) { return std::string("|"); },
            [](const NoteRef& ref) { return "^" + std::to_string(ref.note); },
            [](const auto&) { return std::string("?"); },
        },
        static_cast<const Inline::variant&>(node));
}

std::string show(const Block& block) {
    return std::visit(
        overloaded{
            [](const Paragraph& node) { return "p(" + join(node.content, "") + ")"; },
            [](const Heading& node) { return "h" + std::to_string(node.level) + "(" + join(node.content, "") + ")"; },
            [](const List& node) {
                constexpr const char* numbering[] = {"", "a", "A", "i", "I"};
                const std::string kind =
                    node.ordered ? "ol" + std::to_string(node.start) + numbering[static_cast<int>(node.numbering)]
                                 : "ul";
                return kind + (node.tight ? "" : "-loose") + "(" + join(node.items, " ") + ")";
            },
            [](const DefinitionList& node) { return "dl(" + join(node.items, " ") + ")"; },
            [](const CodeBlock& node) { return "pre" + node.language + "(" + node.text + ")"; },
            [](const Quote& node) { return "quote(" + join(node.content, " ") + ")"; },
            [](const Table& node) { return "table(" + join(node.sections, " ") + ")"; },
            [](const Rule&) { return std::string("hr"); },
            [](const Group& node) { return name_of(node.kind) + "(" + join(node.content, " ") + ")"; },
            [](const auto&) { return std::string("?"); },
        },
        static_cast<const Block::variant&>(block));
}

template <class List>
std::string join(const List& list, const char* separator) {
    std::string text;
    for (const auto& entry : list) text += (text.empty() ? "" : separator) + show(entry);
    return text;
}

}  // namespace

std::string outline(const Blocks& blocks) {
    return join(blocks, " ");
}

}  // namespace offprint::testing
