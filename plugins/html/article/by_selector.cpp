#include <algorithm>

#include "article/article.hpp"
#include "article/trace.hpp"
#include "offprint/error.hpp"

namespace offprint::html {

namespace {

bool is_removed(const Dom& dom, NodeIndex node, const std::vector<bool>& removed) {
    while (node != no_node && !removed[node]) node = dom.parent(node);
    return node != no_node;
}

}  // namespace

Selection select_by_selector(const Dom& dom, const Selector& selector, const encoding::OffsetMap& offsets,
                             Context& context) {
    Removal removal(dom, context);
    remove_hidden(dom, removal);
    trace_stage("hidden", dom, removal.removed, {}, context);
    std::vector<NodeIndex> roots = selector.outermost_matches(dom, context);
    std::erase_if(roots, [&](NodeIndex root) { return is_removed(dom, root, removal.removed); });
    if (roots.empty())
        throw Error(ErrorCode::malformed_input,
                    "no visible element of the page matches --article-selector; --trace-dir shows the elements");
    removal.diagnose(offsets);
    trace_stage("selector", dom, removal.removed, roots, context);
    return {std::move(roots), std::move(removal.removed)};
}

}  // namespace offprint::html
