#include "html/dom/dom.hpp"

#include <algorithm>

#include "html/dom/break_hints.hpp"
#include "html/dom/space.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_space);
}

}  // namespace

void Dom::index() {
    for (NodeIndex node = 0; node < size(); ++node) {
        if (const std::string_view id = attribute(node, "id"); !id.empty()) ids_.try_emplace(id, node);
        if (tag(node) == Tag::a)
            if (const std::string_view name = attribute(node, "name"); !name.empty()) ids_.try_emplace(name, node);
        if (parent(node) != root()) continue;
        if (tag(node) == Tag::head) head_ = node;
        if (tag(node) == Tag::body || (tag(node) == Tag::frameset && body_ == no_node)) body_ = node;
    }
    if (body_ == no_node) body_ = root();
    if (head_ == no_node) head_ = root();
}

NodeIndex Dom::next_sibling(NodeIndex node) const {
    const NodeIndex parent_node = parent(node);
    return parent_node != no_node && end(node) < end(parent_node) ? end(node) : no_node;
}

NodeIndex Dom::previous_element(NodeIndex node) const {
    // Backwards from the node before: its ancestor below our parent is the sibling.
    NodeIndex before = node == 0 ? no_node : node - 1;
    while (before != no_node && before != parent(node)) {
        while (parent(before) != parent(node)) before = parent(before);
        if (tag(before) != Tag::text) return before;
        if (!is_blank(nodes_[before].text)) break;
        --before;
    }
    return no_node;
}

NodeIndex Dom::next_element(NodeIndex node) const {
    NodeIndex next = next_sibling(node);
    while (next != no_node && tag(next) == Tag::text && is_blank(nodes_[next].text)) next = next_sibling(next);
    return next != no_node && tag(next) != Tag::text ? next : no_node;
}

std::string_view Dom::attribute(NodeIndex node, std::string_view name) const {
    const DomNode& element = nodes_[node];
    for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
        const DomAttribute& candidate = attributes_[element.first_attribute + i];
        if (candidate.name == name) return candidate.value;
    }
    return {};
}

bool Dom::has_attribute(NodeIndex node, std::string_view name) const {
    const DomNode& element = nodes_[node];
    for (std::uint32_t i = 0; i < element.attribute_count; ++i)
        if (attributes_[element.first_attribute + i].name == name) return true;
    return false;
}

bool Dom::has_word(NodeIndex node, std::string_view attribute_name, std::string_view word) const {
    // Authors write a few words; a long list must not be read again for every element that asks its parent.
    std::string_view words = attribute(node, attribute_name).substr(0, longest_name_list);
    while (!words.empty()) {
        std::size_t length = 0;
        while (length < words.size() && !is_space(words[length])) ++length;
        if (length == word.size() && to_lower_ascii(words.substr(0, length)) == word) return true;
        words.remove_prefix(std::min(length + 1, words.size()));
    }
    return false;
}

NodeIndex Dom::by_id(std::string_view id) const {
    const auto found = ids_.find(id);
    return found == ids_.end() ? no_node : found->second;
}

NodeIndex Dom::closest(NodeIndex node, Tag wanted) const {
    while (node != no_node && tag(node) != wanted) node = parent(node);
    return node;
}

NodeIndex Dom::find(NodeIndex node, Tag wanted) const {
    for (NodeIndex i = node; i < end(node); ++i)
        if (tag(i) == wanted) return i;
    return no_node;
}

std::string Dom::raw_text(NodeIndex node) const {
    std::string result;
    for (NodeIndex i = node; i < end(node); ++i) {
        if (i != node && tag(i) == Tag::script)
            i = end(i) - 1;
        else
            result += nodes_[i].text;
    }
    return result;
}

std::string Dom::text(NodeIndex node) const {
    std::string result;
    std::vector<NodeIndex> block_ends;
    for (NodeIndex i = node; i < end(node); ++i) {
        while (!block_ends.empty() && block_ends.back() <= i) {
            result += ' ';
            block_ends.pop_back();
        }
        if (tag(i) == Tag::text) {
            append_without_break_hints(nodes_[i].text, result);
        } else if (i != node && tag(i) == Tag::script) {
            i = end(i) - 1;
        } else if (!is_phrasing(tag(i)) || tag(i) == Tag::br) {
            result += ' ';
            block_ends.push_back(end(i));
        }
    }
    return collapse_space(result);
}

}  // namespace offprint::html
