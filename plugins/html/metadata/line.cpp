#include "metadata/line.hpp"

#include "offprint/text.hpp"

namespace offprint::html {

NodeIndex block_of(const Dom& dom, NodeIndex node) {
    constexpr int deepest = 16;
    NodeIndex block = dom.parent(node);
    for (int depth = 0; depth < deepest && block != dom.body() && is_phrasing(dom.tag(block)); ++depth)
        block = dom.parent(block);
    return block;
}

bool begins_line(const Dom& dom, NodeIndex node) {
    constexpr NodeIndex furthest = 20;
    if (dom.tag(node) != Tag::text && !is_phrasing(dom.tag(node))) return true;
    const NodeIndex block = block_of(dom, node);
    for (NodeIndex before = node; before > block && node - before < furthest;) {
        --before;
        const Tag tag = dom.tag(before);
        if (tag == Tag::text && !trim(dom[before].text).empty()) return block_of(dom, before) != block;
        if (tag == Tag::br || (tag != Tag::text && !is_phrasing(tag))) return true;
    }
    return true;
}

}  // namespace offprint::html
