// Lines of a page's text: what stands between the boundaries of blocks and line breaks.
// Thread safety: pure.
#pragma once

#include "html/dom/dom.hpp"

namespace offprint::html {

/// The block that `node` stands in as part of a line.
NodeIndex block_of(const Dom& dom, NodeIndex node);

/// True if nothing is printed before `node` in its line.
bool begins_line(const Dom& dom, NodeIndex node);

}  // namespace offprint::html
