#include "html/mapping/tabs.hpp"

#include <algorithm>
#include <vector>

#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// Tabs that wait for their panels.
struct TabList {
    std::vector<NodeIndex> labels;
    std::size_t next = 0;
};

bool is_radio_button(const Dom& dom, NodeIndex node) {
    return dom.tag(node) == Tag::input && to_lower_ascii(dom.attribute(node, "type")) == "radio";
}

class TabFinder {
public:
    explicit TabFinder(const Dom& dom) : dom_(dom) {}

    Tabs run() {
        for (NodeIndex node = dom_.body(); node < dom_.end(dom_.body()); ++node) {
            if (dom_.tag(node) == Tag::label) find_part_behind(node);
            if (dom_.tag(node) == Tag::text || dom_[node].attribute_count == 0) continue;
            if (dom_.has_word(node, "role", "tablist")) lists_.emplace_back();
            if (dom_.has_word(node, "role", "tab")) add_tab(node);
            if (dom_.has_word(node, "role", "tabpanel")) add(node, label_of_role(node));
            find_parts_behind_labels(node);
        }
        return std::move(tabs_);
    }

private:
    void add(NodeIndex panel, NodeIndex label) {
        if (label == no_node || !tabs_.labels.insert(label).second) return;
        tabs_.label_of_panel.emplace(panel, label);
    }

    void add_tab(NodeIndex tab) {
        if (lists_.empty()) lists_.emplace_back();
        lists_.back().labels.push_back(tab);
        if (const std::string_view panel = trim(dom_.attribute(tab, "aria-controls")); !panel.empty())
            tab_of_id_.emplace(panel, tab);
    }

    NodeIndex label_of_role(NodeIndex panel) {
        // Lists whose panels have all been met are those of tabs within a panel before.
        while (!lists_.empty() && lists_.back().next == lists_.back().labels.size()) lists_.pop_back();
        const NodeIndex in_order = lists_.empty() ? no_node : lists_.back().labels[lists_.back().next++];
        const NodeIndex named = dom_.by_id(trim(dom_.attribute(panel, "aria-labelledby")));
        if (named != no_node && dom_.has_word(named, "role", "tab")) return named;
        const auto found = tab_of_id_.find(trim(dom_.attribute(panel, "id")));
        return found != tab_of_id_.end() ? found->second : in_order;
    }

    /// A box of labels and radio buttons alone, and behind it a box with a part for each.
    void find_parts_behind_labels(NodeIndex node) {
        std::vector<NodeIndex> labels;
        for (const NodeIndex child : dom_.children(node)) {
            if (dom_.tag(child) == Tag::label)
                labels.push_back(child);
            else if (!is_radio_button(dom_, child) && !(dom_.tag(child) == Tag::text && trim(dom_[child].text).empty()))
                return;
        }
        const NodeIndex box = labels.size() < 2 ? no_node : dom_.next_element(node);
        if (box == no_node) return;
        std::vector<NodeIndex> parts;
        for (const NodeIndex child : dom_.children(box))
            if (dom_.tag(child) != Tag::text) parts.push_back(child);
        if (parts.size() != labels.size()) return;
        for (std::size_t i = 0; i < parts.size(); ++i) add(parts[i], labels[i]);
    }

    /// A radio button, its label, and the part that it shows.
    void find_part_behind(NodeIndex label) {
        const NodeIndex button = dom_.previous_element(label);
        const NodeIndex part = dom_.next_element(label);
        if (button == no_node || part == no_node || !is_radio_button(dom_, button) || is_phrasing(dom_.tag(part)))
            return;
        const std::string_view wanted = trim(dom_.attribute(label, "for"));
        if (!wanted.empty() && wanted == trim(dom_.attribute(button, "id"))) add(part, label);
    }

    const Dom& dom_;
    Tabs tabs_;
    std::vector<TabList> lists_;
    std::unordered_map<std::string_view, NodeIndex> tab_of_id_;  ///< by the id of its panel
};

}  // namespace

Tabs find_tabs(const Dom& dom) {
    return TabFinder(dom).run();
}

}  // namespace offprint::html
