// Notes without links: raised numbers in the text, and blocks after it that begin with the same numbers.
#include <algorithm>
#include <vector>

#include "html/mapping/notes.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

struct RaisedNumber {
    NodeIndex element;
    int number;
    NodeIndex block;  ///< that begins with it, or no_node
};

/// The number that `sup` shows and nothing else; 0 for all others.
int raised_number(const Dom& dom, NodeIndex sup) {
    constexpr NodeIndex few_nodes = 4;
    if (dom.end(sup) - sup > few_nodes || dom.find(sup, Tag::a) != no_node) return 0;
    const std::string label = note_label(dom, sup);
    constexpr std::size_t longest = 3;
    if (label.empty() || label.size() > longest) return 0;
    const bool is_number = std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? parse_integer(label).value_or(0) : 0;
}

/// The paragraph or item whose first words are in `element`; else no_node.
NodeIndex block_begun_by(const Dom& dom, NodeIndex element) {
    constexpr NodeIndex few_nodes = 12;
    NodeIndex node = element;
    while (true) {
        const NodeIndex parent = dom.parent(node);
        if (parent == no_node || node - parent > few_nodes) return no_node;
        for (NodeIndex before = parent + 1; before < node; ++before)
            if (!trim(dom[before].text).empty()) return no_node;
        const Tag tag = dom.tag(parent);
        if (tag == Tag::p || tag == Tag::li || tag == Tag::dd) return parent;
        if (!is_phrasing(tag)) return no_node;
        node = parent;
    }
}

std::vector<RaisedNumber> find_raised_numbers(const Dom& dom, const Selection& selection, Context& context,
                                              const Notes& notes) {
    std::vector<RaisedNumber> found;
    for (NodeIndex node = 0; node < dom.size(); ++node) {
        context.checkpoint();
        if (notes.definitions.contains(node)) node = dom.end(node) - 1;
        if (dom.tag(node) != Tag::sup) continue;
        const int number = raised_number(dom, node);
        if (number == 0 || !selection.includes(dom, node)) continue;
        found.push_back({node, number, block_begun_by(dom, node)});
    }
    return found;
}

}  // namespace

/// Both rows of numbers must count from one: exponents and ordinals do not.
void add_numbered_notes(const Dom& dom, const Selection& selection, Context& context, Notes& notes) {
    const std::vector<RaisedNumber> all = find_raised_numbers(dom, selection, context, notes);
    std::vector<const RaisedNumber*> references;
    std::vector<const RaisedNumber*> blocks;
    for (const RaisedNumber& raised : all) {
        std::vector<const RaisedNumber*>& row = raised.block == no_node ? references : blocks;
        if (raised.number == static_cast<int>(row.size()) + 1) row.push_back(&raised);
    }
    if (blocks.empty() || references.size() != blocks.size()) return;
    if (references.back()->element > blocks.front()->element) return;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const NodeIndex definition = blocks[i]->block;
        notes.references.emplace(references[i]->element, definition);
        notes.definitions.insert(definition);
        notes.marks.insert(blocks[i]->element);
    }
}

}  // namespace offprint::html
