// Notes that stand in the line of the text: Tufte's side and margin notes, Distill's footnotes, footnotes that pop up.
#include <algorithm>

#include "html/dom/name_tokens.hpp"
#include "html/mapping/notes.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t longest_marker = 6;
constexpr int most_markers = 2;

bool is_named_side_note(const Dom& dom, NodeIndex node) {
    const std::vector<std::string> tokens = name_tokens(dom.attribute(node, "class"));
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i] == "sidenote" || tokens[i] == "marginnote") return true;
        const bool is_beside = tokens[i] == "side" || tokens[i] == "margin";
        if (is_beside && i + 1 < tokens.size() && tokens[i + 1] == "note") return true;
    }
    return false;
}

/// What a style sheet turns into the number, or opens the note with: a label, a box to tick, a raised number.
bool is_marker(const Dom& dom, NodeIndex node) {
    switch (dom.tag(node)) {
        case Tag::label:
        case Tag::input:
            return true;
        case Tag::a:
        case Tag::button:
        case Tag::span:
        case Tag::sup: {
            constexpr NodeIndex few_nodes = 8;
            if (dom.end(node) - node > few_nodes) return false;
            const std::string label = note_label(dom, node);
            return label.empty() ? dom[node].attribute_count != 0 : is_note_label(label);
        }
        default:
            return false;
    }
}

bool is_side_note(const Dom& dom, NodeIndex node) {
    if (dom[node].name == "d-footnote") return true;
    const Tag tag = dom.tag(node);
    if ((tag != Tag::span && tag != Tag::small) || dom[node].attribute_count == 0) return false;
    // Beside a picture it is the caption.
    if (is_named_side_note(dom, node))
        return dom.find(node, Tag::label) == no_node && dom.closest(node, Tag::figure) == no_node;
    if (!has_note_name(dom, node) || note_label(dom, node).size() <= longest_marker) return false;
    const NodeIndex before = dom.previous_element(node);
    return before != no_node && dom.tag(before) != Tag::span && is_marker(dom, before);
}

/// The numbers that the note opens with: whoever writes it numbers it anew.
void mark_leading_numbers(const Dom& dom, NodeIndex note, Notes& notes) {
    constexpr NodeIndex few_nodes = 4;
    for (NodeIndex node = note + 1; node < dom.end(note); ++node) {
        const Tag tag = dom.tag(node);
        if (tag == Tag::text && !trim(dom[node].text).empty()) return;
        if ((tag != Tag::sup && tag != Tag::span) || dom.end(node) - node > few_nodes) continue;
        const std::string label = note_label(dom, node);
        const bool is_number =
            !label.empty() && std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!is_number) continue;
        notes.marks.insert(node);
        node = dom.end(node) - 1;
    }
}

}  // namespace

NodeIndex side_note_in(const Dom& dom, NodeIndex figure) {
    constexpr NodeIndex near = 40;
    const NodeIndex end = std::min(dom.end(figure), figure + near);
    for (NodeIndex node = figure + 1; node < end; ++node)
        if ((dom.tag(node) == Tag::span || dom.tag(node) == Tag::small) && is_named_side_note(dom, node)) return node;
    return no_node;
}

void add_side_notes(const Dom& dom, const Selection& selection, Context& context, Notes& notes) {
    for (NodeIndex node = 0; node < dom.size(); ++node) {
        context.checkpoint();
        if (notes.definitions.contains(node)) node = dom.end(node) - 1;
        if (dom.tag(node) == Tag::text || !is_side_note(dom, node) || notes.references.contains(node)) continue;
        if (dom.text(node).empty() || !selection.includes(dom, node)) continue;
        notes.references.emplace(node, node);
        notes.definitions.insert(node);
        mark_leading_numbers(dom, node, notes);
        NodeIndex marker = dom.previous_element(node);
        for (int i = 0; i < most_markers && marker != no_node && is_marker(dom, marker); ++i) {
            notes.marks.insert(marker);
            marker = dom.previous_element(marker);
        }
        node = dom.end(node) - 1;
    }
}

}  // namespace offprint::html
