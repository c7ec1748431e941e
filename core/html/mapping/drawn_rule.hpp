// Changes of scene that writers draw with marks.
// Thread safety: pure.
#pragma once

#include "html/dom/dom.hpp"

namespace offprint::html {

/// True for a short element of nothing but three or more asterisks, bullets or points ("* * *"), or an asterism.
bool is_drawn_rule(const Dom& dom, NodeIndex paragraph);

}  // namespace offprint::html
