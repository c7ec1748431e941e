#include "article/links.hpp"

#include <algorithm>

#include "html/dom/name_tokens.hpp"
#include "html/mapping/captions.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

/// Hosts that differ in their first labels alone ("sport.post.example"), or one of which is below the other.
bool are_of_one_site(std::string_view left, std::string_view right) {
    if (left == right) return true;
    // Without its first label, unless what remains is a registry's ("co.uk").
    const auto domain = [](std::string_view host) {
        constexpr std::size_t longest_of_registry = 3;
        const std::size_t first = std::min(host.find('.'), host.size() - 1);
        const std::string_view rest = host.substr(first + 1);
        const std::size_t label = rest.find('.');
        return label == std::string_view::npos || label <= longest_of_registry ? host : rest;
    };
    return domain(left) == right || left == domain(right) || domain(left) == domain(right);
}

}  // namespace

bool leads_within(const Dom& dom, std::string_view site, NodeIndex node) {
    constexpr NodeIndex far_enough = 64;
    const NodeIndex end = std::min(dom.end(node), node + far_enough);
    for (NodeIndex i = node; i < end; ++i) {
        const std::string_view target = dom.tag(i) == Tag::a ? trim(dom.attribute(i, "href")) : std::string_view();
        if (target.empty()) continue;
        const std::string host = url_host(target);
        return host.empty() || site.empty() || are_of_one_site(host, site);
    }
    return false;
}

bool Links::is_lone_link(NodeIndex node, std::uint64_t text_before) const {
    constexpr std::uint32_t shortest_title = 25;
    const TextStatistics& own = statistics_[node];
    if (dom_.tag(node) != Tag::p || own.links != 1 || own.media != 0 || text_before == 0) return false;
    if (own.linked < shortest_title || !leads_within(dom_, site_, node) || follows_heading(node)) return false;
    return own.linked * 10 >= own.text * 9 || is_labelled_link(node);
}

bool Links::is_button(NodeIndex node) const {
    const TextStatistics& own = statistics_[node];
    if (dom_.tag(node) != Tag::p && dom_.tag(node) != Tag::div) return false;
    if (own.links != 1 || own.linked != own.text || own.media != 0 || !leads_within(dom_, site_, node)) return false;
    const std::vector<std::string> tokens = name_tokens(dom_.attribute(dom_.find(node, Tag::a), "class"));
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const std::string& token) { return token == "button" || token == "btn"; });
}

bool Links::is_jump(NodeIndex node) const {
    constexpr std::uint32_t shortest = 6;
    const TextStatistics& own = statistics_[node];
    if (dom_.tag(node) != Tag::p && dom_.tag(node) != Tag::div) return false;
    if (own.anchors != 1 || own.anchored != own.text || own.text < shortest || own.media != 0) return false;
    if (holds_heading(node)) return false;
    return dom_.closest(node, Tag::li) == no_node && dom_.closest(node, Tag::table) == no_node;
}

bool Links::follows_heading(NodeIndex node) const {
    const NodeIndex before = dom_.previous_element(node);
    return before != no_node && shows_heading(before);
}

bool Links::holds_heading(NodeIndex node) const {
    constexpr NodeIndex near = 12;
    for (NodeIndex i = node; i < std::min(dom_.end(node), node + near); ++i)
        if (is_heading(dom_.tag(i))) return true;
    return false;
}

bool Links::shows_heading(NodeIndex node) const {
    if (is_heading(dom_.tag(node))) return true;
    constexpr NodeIndex near = 8;
    const NodeIndex end = std::min(dom_.end(node), node + near);
    for (NodeIndex i = node + 1; i < end; ++i)
        if (is_heading(dom_.tag(i)))
            return dom_.has_attribute(i, "id") && statistics_[i].text == statistics_[node].text;
    return false;
}

bool Links::is_labelled_link(NodeIndex node) const {
    const NodeIndex link = dom_.find(node, Tag::a);
    std::string label;
    for (NodeIndex i = node; i < link; ++i) label += dom_[i].text;
    const std::uint32_t before = statistics_[node].text - statistics_[node].linked;
    const bool ends_in_colon = trim(label).ends_with(':') || trim(label).ends_with("\uFF1A");
    return ends_in_colon && before * 2 < statistics_[node].linked;
}

bool Links::is_block_of_links(NodeIndex node, std::uint64_t text_before) const {
    constexpr std::uint64_t far_into_text = 200;
    const TextStatistics& own = statistics_[node];
    if (own.text == 0 || own.media != 0 || is_part_of_line(node) || is_in_link_elsewhere(node)) return false;
    if (is_fact(node) || caption_of_wrapper(dom_, dom_.parent(node)) == node) return false;
    if (is_list(dom_.tag(node))) return own.link_density() > 0.8 && own.links > 1 && !is_introduced(node);
    if (is_introduced_box(node) || is_bare_address(node)) return false;
    if (text_before > far_into_text && is_box_of_titles(node)) return true;
    const bool is_section = own.link_density() < 0.85 && follows_heading(node);
    return own.link_density() > 0.6 && !has_heading(node) && !is_section;
}

bool Links::is_bare_address(NodeIndex node) const {
    const TextStatistics& own = statistics_[node];
    if (own.links != 1 || own.linked != own.text) return false;
    const NodeIndex link = dom_.find(node, Tag::a);
    return trim(dom_.attribute(link, "href")) == dom_.text(link) && !leads_within(dom_, site_, link);
}

bool Links::is_fact(NodeIndex node) const {
    const NodeIndex cell = dom_.parent(node);
    if (!is_cell(dom_.tag(cell))) return false;
    const NodeIndex before = dom_.previous_element(cell);
    return statistics_[node].links == 1 || (before != no_node && dom_.tag(before) == Tag::th);
}

bool Links::is_in_link_elsewhere(NodeIndex node) const {
    if (statistics_[node].links != 0) return false;
    const NodeIndex link = dom_.closest(node, Tag::a);
    return link != no_node && !leads_within(dom_, site_, link);
}

bool Links::has_heading(NodeIndex node) const {
    constexpr NodeIndex near = 8;
    const NodeIndex end = std::min(dom_.end(node), node + near);
    for (NodeIndex i = node + 1; i < end; ++i)
        if (is_heading(dom_.tag(i))) return statistics_[i].linked == 0;
    return false;
}

bool Links::is_box_of_titles(NodeIndex node) const {
    constexpr NodeIndex near = 8;
    constexpr std::uint32_t most_links = 6;
    constexpr std::uint32_t shortest_title = 20;
    const TextStatistics& own = statistics_[node];
    if (own.prose != 0 || own.links == 0 || own.links > most_links || dom_.tag(node) == Tag::table) return false;
    if (own.linked < own.links * shortest_title || !leads_within(dom_, site_, node)) return false;
    const NodeIndex end = std::min(dom_.end(node), node + near);
    for (NodeIndex i = node + 1; i < end; ++i)
        if (is_heading(dom_.tag(i))) return statistics_[i].text != 0 && statistics_[i].text + own.linked == own.text;
    return false;
}

bool Links::is_part_of_line(NodeIndex node) const {
    const auto is_words = [&](NodeIndex beside) {
        return beside != no_node && is_phrasing(dom_.tag(beside)) && statistics_[beside].text != 0;
    };
    NodeIndex before = node - 1;
    while (before != dom_.parent(node) && dom_.parent(before) != dom_.parent(node)) before = dom_.parent(before);
    return (before != dom_.parent(node) && is_words(before)) || is_words(dom_.next_sibling(node));
}

bool Links::is_table_of_contents(NodeIndex node) const {
    constexpr std::uint32_t fewest = 3;
    constexpr std::uint32_t longest_title = 30;
    const TextStatistics& own = statistics_[node];
    if (own.anchors < fewest || own.anchored * 10 < (own.text - std::min(own.text, longest_title)) * 8) return false;
    if (is_list(dom_.tag(node)) ? own.anchored * 10 < own.text * 8 : own.anchored * 2 < own.text) return false;
    for (NodeIndex i = node; i < dom_.end(node); ++i) {
        const std::string_view target = dom_.tag(i) == Tag::a ? trim(dom_.attribute(i, "href")) : std::string_view();
        if (!target.starts_with('#')) continue;
        const NodeIndex place = dom_.by_id(target.substr(1));
        if (place != no_node && dom_.contains(place, node)) continue;  // the section that it stands in
        return place != no_node && place >= dom_.end(node);
    }
    return false;
}

bool Links::is_introduced(NodeIndex list) const {
    constexpr int near = 4;
    NodeIndex before = dom_.previous_element(list);
    for (int i = 0; i < near && before != no_node && removed_[before] && !is_heading(dom_.tag(before)); ++i)
        before = dom_.previous_element(before);
    if (before == no_node || shows_heading(before) || is_list(dom_.tag(before))) return true;
    return follows_colon(list);
}

bool Links::follows_colon(NodeIndex node) const {
    constexpr NodeIndex near = 64;
    for (NodeIndex i = node - 1; i > dom_.parent(node) && node - i < near; --i) {
        const std::string_view text = dom_.tag(i) == Tag::text ? trim(dom_[i].text) : std::string_view();
        if (!text.empty()) return text.ends_with(':') || text.ends_with("\u2026") || text.ends_with("\uFF1A");
    }
    return false;
}

bool Links::is_introduced_box(NodeIndex node) const {
    const NodeIndex before = dom_.previous_element(node);
    if (before == no_node || !is_list(dom_.tag(only_text_of(node)))) return false;
    if (is_linkable_heading(before)) return true;
    return follows_colon(node) && (statistics_[before].text > longest_label || !leads_within(dom_, site_, node));
}

NodeIndex Links::only_text_of(NodeIndex node) const {
    for (const NodeIndex child : dom_.children(node))
        if (dom_.tag(child) != Tag::text && statistics_[child].text == statistics_[node].text) return child;
    return node;
}

bool Links::is_linkable_heading(NodeIndex node) const {
    const NodeIndex heading = is_heading(dom_.tag(node)) ? node : only_text_of(node);
    return is_heading(dom_.tag(heading)) && dom_.has_attribute(heading, "id");
}

}  // namespace offprint::html
