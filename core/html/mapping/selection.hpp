// What of a page is its article: the result of the article stage, the input of the mapping.
// Thread safety: a value.
#pragma once

#include <algorithm>
#include <vector>

#include "html/dom/dom.hpp"

namespace offprint::html {

struct Selection {
    std::vector<NodeIndex> roots;  ///< subtrees to map, in document order, none inside another
    std::vector<bool> removed;     ///< by node: the subtree is left out

    /// True if `node` lies in a root and no ancestor of it, up to there, was removed.
    bool includes(const Dom& dom, NodeIndex node) const {
        for (; node != no_node; node = dom.parent(node)) {
            if (removed[node]) return false;
            if (std::binary_search(roots.begin(), roots.end(), node)) return true;
        }
        return false;
    }
};

}  // namespace offprint::html
