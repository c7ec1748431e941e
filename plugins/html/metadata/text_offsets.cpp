#include "metadata/text_offsets.hpp"

#include "html/dom/space.hpp"

namespace offprint::html {

namespace {

/// Characters but white space.
std::uint32_t text_size(std::string_view text) {
    std::uint32_t size = 0;
    for (char c : text) size += is_space(c) ? 0 : 1;
    return size;
}

bool is_text_of_page(const Dom& dom, NodeIndex node) {
    if (dom.tag(node) != Tag::text) return false;
    const Tag parent = dom.tag(dom.parent(node));
    return parent != Tag::script && parent != Tag::style && parent != Tag::template_ && parent != Tag::noscript;
}

}  // namespace

TextOffsets::TextOffsets(const Dom& dom, Context& context) : dom_(dom), before_(dom.size() + 1) {
    for (NodeIndex node = 0; node < dom.size(); ++node) {
        context.checkpoint();
        before_[node + 1] = before_[node] + (is_text_of_page(dom, node) ? text_size(dom[node].text) : 0);
    }
}

bool TextOffsets::is_line(NodeIndex node, std::uint32_t longest) const {
    constexpr NodeIndex most_nodes = 100;
    const std::uint32_t size = end(node) - begin(node);
    return size > 0 && size <= longest && dom_.end(node) - node <= most_nodes;
}

}  // namespace offprint::html
