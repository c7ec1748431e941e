#include "article/statistics.hpp"

#include <algorithm>

namespace offprint::html {

namespace {

constexpr std::uint32_t shortest_prose = 80;

std::uint32_t visible_bytes(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

}  // namespace

std::vector<TextStatistics> measure(const Dom& dom, const std::vector<bool>& removed) {
    std::vector<TextStatistics> statistics(dom.size());
    std::vector<TextStatistics> own(dom.size());  // of a block: the text of its own lines
    std::vector<NodeIndex> block(dom.size(), 0);
    std::vector<bool> in_link(dom.size());
    for (NodeIndex node = 0; node < dom.size(); ++node) {
        const Tag tag = dom.tag(node);
        const NodeIndex parent = dom.parent(node);
        if (removed[node] || tag == Tag::script || tag == Tag::noscript) {
            node = dom.end(node) - 1;
            continue;
        }
        block[node] = parent == no_node || !is_phrasing(tag) ? node : block[parent];
        in_link[node] = tag == Tag::a || (parent != no_node && in_link[parent]);
        if (tag != Tag::text) continue;
        const std::uint32_t bytes = visible_bytes(dom[node].text);
        statistics[node].text = bytes;
        own[block[node]].text += bytes;
        if (!in_link[node]) continue;
        statistics[node].linked = bytes;
        own[block[node]].linked += bytes;
    }
    for (NodeIndex node = dom.size(); node-- > 1;) {
        if (own[node].text >= shortest_prose && own[node].linked * 2 < own[node].text)
            statistics[node].prose += own[node].text;
        TextStatistics& parent = statistics[dom.parent(node)];
        parent.text += statistics[node].text;
        parent.linked += statistics[node].linked;
        parent.prose += statistics[node].prose;
    }
    return statistics;
}

}  // namespace offprint::html
