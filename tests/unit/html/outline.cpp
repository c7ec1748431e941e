#include "outline.hpp"

#include "offprint/walk.hpp"

namespace offprint::testing {

namespace {

const char* name_of(Style style) {
    switch (style) {
        case Style::emphasis:
            return "em";
        case Style::strong:
            return "strong";
        case Style::underline:
            return "u";
        case Style::strike:
            return "s";
        case Style::subscript:
            return "sub";
        case Style::superscript:
            return "sup";
        case Style::small_caps:
            return "sc";
        case Style::small:
            return "small";
        case Style::mark:
            return "mark";
        case Style::quote:
            return "q";
        case Style::cite:
            return "cite";
        case Style::keyboard:
            return "kbd";
        case Style::sample:
            return "samp";
        case Style::variable:
            return "var";
        case Style::definition:
            return "dfn";
        case Style::abbreviation:
            return "abbr";
        case Style::insertion:
            return "ins";
        case Style::span:
            return "span";
    }
    return "?";
}

const char* name_of(GroupKind kind) {
    switch (kind) {
        case GroupKind::plain:
            return "group";
        case GroupKind::section:
            return "section";
        case GroupKind::aside:
            return "aside";
        case GroupKind::verse:
            return "verse";
        case GroupKind::byline:
            return "byline";
        case GroupKind::article:
            return "article";
    }
    return "?";
}

std::string attributes_of(const Node& node) {
    if (!node.attributes) return {};
    const Attributes& attributes = *node.attributes;
    std::string text;
    if (!attributes.id.empty()) text += "#" + attributes.id;
    if (!attributes.language.empty()) text += "@" + attributes.language;
    if (attributes.direction == Direction::left_to_right) text += "!ltr";
    if (attributes.direction == Direction::right_to_left) text += "!rtl";
    if (attributes.direction == Direction::automatic) text += "!auto";
    for (const auto& [name, value] : attributes.extra) text += "[" + name + "=" + value + "]";
    return text;
}

/// Shows each kind of node; the parts of lists and tables, too.
struct Shower {
    template <class List>
    std::string join(const List& list, const char* separator) const {
        std::string text;
        for (const auto& entry : list) text += (text.empty() ? "" : separator) + show(entry);
        return text;
    }
    std::string blocks(const Blocks& content) const { return join(content, " "); }
    std::string inlines(const Inlines& content) const { return join(content, ""); }

    std::string show(const Block& block) const {
        return std::visit([&](const auto& node) { return show(node); }, block);
    }
    std::string show(const Inline& inline_node) const {
        return std::visit([&](const auto& node) { return show(node); }, inline_node);
    }

    static std::string element(const std::string& name, const Node& node, const std::string& content) {
        return name + attributes_of(node) + "(" + content + ")";
    }

    std::string show(const Text& node) const { return node.text; }
    std::string show(const Styled& node) const { return element(name_of(node.style), node, inlines(node.content)); }
    std::string show(const Link& node) const { return element("a", node, inlines(node.content) + " -> " + node.url); }
    std::string show(const Image& node) const {
        return element("img", node, node.alt.value_or("?") + " -> " + node.source);
    }
    std::string show(const Code& node) const { return element("code", node, node.text); }
    std::string show(const LineBreak&) const { return "|"; }
    std::string show(const NoteRef& node) const { return "note" + std::to_string(node.note); }
    std::string show(const Math& node) const {
        return element(node.display ? "display" : "math", node, node.tex.empty() ? node.mathml : node.tex);
    }
    std::string show(const Ruby& node) const {
        return element("ruby", node, inlines(node.base) + "^" + inlines(node.annotation));
    }

    std::string show(const Paragraph& node) const { return element("p", node, inlines(node.content)); }
    std::string show(const Heading& node) const {
        return element("h" + std::to_string(node.level), node, inlines(node.content));
    }
    std::string show(const ListItem& node) const {
        std::string name = !node.checked ? "li" : *node.checked ? "done" : "open";
        if (node.value) name += std::to_string(*node.value);
        return element(name, node, blocks(node.content));
    }
    std::string show(const List& node) const {
        static constexpr const char* numberings[] = {"", "a", "A", "i", "I"};
        std::string name = node.ordered ? "ol" + std::to_string(node.start) : "ul";
        name += numberings[static_cast<int>(node.numbering)];
        if (node.reversed) name += "-reversed";
        if (!node.tight) name += "-loose";
        return element(name, node, join(node.items, " "));
    }
    std::string show(const DefinitionTerm& node) const { return element("dt", node, inlines(node.content)); }
    std::string show(const DefinitionDescription& node) const { return element("dd", node, blocks(node.content)); }
    std::string show(const DefinitionItem& node) const {
        const std::string terms = join(node.terms, " ");
        const std::string descriptions = join(node.descriptions, " ");
        return terms + (terms.empty() || descriptions.empty() ? "" : " ") + descriptions;
    }
    std::string show(const DefinitionList& node) const { return element("dl", node, join(node.items, "; ")); }
    std::string show(const CodeBlock& node) const {
        return element(node.language.empty() ? "pre" : "pre:" + node.language, node, node.text);
    }
    std::string show(const Quote& node) const {
        std::string content = blocks(node.content);
        if (!node.attribution.empty()) content += " -- " + inlines(node.attribution);
        if (!node.cite.empty()) content += " <" + node.cite + ">";
        return element("quote", node, content);
    }
    std::string show(const Figure& node) const {
        const std::string caption = blocks(node.caption);
        return element("figure", node, blocks(node.content) + (caption.empty() ? "" : " / " + caption));
    }
    std::string show(const TableCell& node) const {
        std::string name = node.header ? "th" : "td";
        if (node.column_span != 1 || node.row_span != 1)
            name += std::to_string(node.column_span) + "x" + std::to_string(node.row_span);
        static constexpr const char* alignments[] = {"", "<", "=", ">"};
        return element(name + alignments[static_cast<int>(node.alignment)], node, blocks(node.content));
    }
    std::string show(const TableRow& node) const { return element("tr", node, join(node.cells, " ")); }
    std::string show(const TableSection& node) const {
        static constexpr const char* kinds[] = {"head", "body", "foot"};
        return element(kinds[static_cast<int>(node.kind)], node, join(node.rows, " "));
    }
    std::string show(const Table& node) const {
        const std::string caption = blocks(node.caption);
        return element("table", node, (caption.empty() ? "" : caption + " / ") + join(node.sections, " "));
    }
    std::string show(const Rule&) const { return "hr"; }
    std::string show(const Group& node) const { return element(name_of(node.kind), node, blocks(node.content)); }
};

}  // namespace

std::string outline(const Blocks& blocks) {
    return Shower().blocks(blocks);
}

std::string outline(const Document& document) {
    std::string text = outline(document.content);
    for (std::size_t i = 0; i < document.notes.size(); ++i)
        text += " [" + std::to_string(i) + ": " + outline(document.notes[i].content) + "]";
    return text;
}

}  // namespace offprint::testing
