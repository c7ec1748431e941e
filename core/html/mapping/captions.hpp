// Which element is the caption of which pictures.
// Thread safety: pure.
#pragma once

#include "html/dom/dom.hpp"

namespace offprint::html {

/// Where sites say "caption" with a class instead of figcaption: that element inside the box or table `node`, if
/// beside it there are images and no words but credits. Else no_node.
NodeIndex caption_of_wrapper(const Dom& dom, NodeIndex node);

/// True for the part of a caption that says whose picture it is.
bool is_credit(const Dom& dom, NodeIndex node);

}  // namespace offprint::html
