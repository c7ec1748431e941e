// Where the page's text stands: distances between elements in bytes of what is read, not in nodes.
// Thread safety: immutable once made.
#pragma once

#include <cstdint>
#include <vector>

#include "html/dom/dom.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

class TextOffsets {
public:
    TextOffsets(const Dom& dom, Context& context);

    /// How much text stands before `node`.
    std::uint32_t begin(NodeIndex node) const { return before_[node]; }

    /// How much text stands before the end of `node`.
    std::uint32_t end(NodeIndex node) const { return before_[dom_.end(node)]; }

    /// True if the text of `node` is not empty, and short enough to be looked at again and again.
    bool is_line(NodeIndex node, std::uint32_t longest) const;

private:
    const Dom& dom_;
    std::vector<std::uint32_t> before_;
};

}  // namespace offprint::html
