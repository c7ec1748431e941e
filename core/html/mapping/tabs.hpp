// Tabs: which label names which panel. A book shows all panels, one after the other, each under its label.
// Thread safety: pure.
#pragma once

#include <unordered_map>
#include <unordered_set>

#include "html/dom/dom.hpp"

namespace offprint::html {

struct Tabs {
    std::unordered_map<NodeIndex, NodeIndex> label_of_panel;
    std::unordered_set<NodeIndex> labels;
};

/// The tabs of a page in the shapes that are in use: the roles of WAI-ARIA 1.2 ("tab", "tabpanel"), joined by ids or
/// else by their order; a row of labels of radio buttons before a box with as many parts; and radio buttons with a label
/// before each part.
Tabs find_tabs(const Dom& dom);

}  // namespace offprint::html
