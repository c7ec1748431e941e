// Paragraphs, headings and quotes.
#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "html/dom/break_hints.hpp"
#include "html/dom/space.hpp"
#include "html/mapping/asides.hpp"
#include "html/mapping/captions.hpp"
#include "html/mapping/drawn_rule.hpp"
#include "html/mapping/hints.hpp"
#include "html/mapping/mapper.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// Takes a last paragraph away that begins with a dash or is a `cite`: it says whose words these are.
Inlines take_attribution(Blocks& content) {
    constexpr std::size_t longest = 240;
    auto* paragraph = content.size() < 2 ? nullptr : std::get_if<Paragraph>(&content.back());
    if (paragraph == nullptr) return {};
    const std::string text = plain_text(paragraph->content);
    const auto* styled = std::get_if<Styled>(&paragraph->content.front());
    const bool is_cite = paragraph->content.size() == 1 && styled != nullptr && styled->style == Style::cite;
    const bool is_dashed = text.starts_with("\u2014") || text.starts_with("\u2015") || text.starts_with("\u2013 ");
    if (text.size() > longest || !(is_cite || is_dashed)) return {};
    Inlines attribution = std::move(paragraph->content);
    content.pop_back();
    return attribution;
}

const Link* last_link(const Inlines& inlines) {
    return inlines.empty() ? nullptr : std::get_if<Link>(&inlines.back());
}

/// 1 to 6, as the element or its role says.
int heading_level(const Dom& dom, NodeIndex node) {
    constexpr int level_of_role = 2;  // ARIA 1.2, "heading"
    if (is_heading(dom.tag(node))) return 1 + static_cast<int>(dom.tag(node)) - static_cast<int>(Tag::h1);
    return std::clamp(parse_integer(dom.attribute(node, "aria-level")).value_or(level_of_role), 1, 6);
}

/// How many letters and other marks an element shows.
std::size_t visible_size(const Dom& dom, NodeIndex element) {
    std::size_t size = 0;
    for (NodeIndex node = element; node < dom.end(element); ++node)
        size += static_cast<std::size_t>(
            std::count_if(dom[node].text.begin(), dom[node].text.end(), [](char c) { return !is_space(c); }));
    return size;
}

}  // namespace

bool is_drawn_rule(const Dom& dom, NodeIndex paragraph) {
    constexpr NodeIndex few_nodes = 10;
    if (dom.end(paragraph) - paragraph > few_nodes) return false;
    const std::string marks = dom.text(paragraph);
    if (marks == "\u2042") return true;
    for (std::string_view mark : {"*", "\u2022", "\u00B7", "\u2217"}) {
        // Evenly set: whatever else is a pattern of marks means something.
        for (std::string_view space : {" ", ""}) {
            const std::string step = std::string(space).append(mark);
            std::size_t count = marks.starts_with(mark) ? 1 : 0;
            std::string_view rest = std::string_view(marks).substr(count * mark.size());
            for (; count != 0 && rest.starts_with(step); rest.remove_prefix(step.size())) ++count;
            if (count >= 3 && rest.empty()) return true;
        }
    }
    return false;
}

/// An element that only holds others: it dissolves, unless it carries a language or a direction.
void Mapper::map_wrapper(NodeIndex node, Flow& flow) {
    if (const std::optional<GroupKind> kind = hinted_group(dom_, node)) return map_group(node, *kind, flow);
    if (dom_.tag(node) == Tag::div && map_code_box(node, flow)) return;
    if (is_guessed_callout(node)) return map_callout(node, flow);
    if (const NodeIndex caption = is_literal_ ? no_node : caption_of_wrapper(dom_, node); caption != no_node)
        return map_captioned_wrapper(node, caption, flow);
    flow.end_paragraph();
    Box<Attributes> attributes = attributes_of(node, false);
    if (!attributes) {
        map_children(node, flow);
        return flow.end_paragraph();
    }
    Blocks content = map_blocks(node, flow);
    if (content.empty()) return;
    Node& first = std::visit([](auto& block) -> Node& { return block; }, content.front());
    const bool only_id =
        attributes->language.empty() && attributes->direction == Direction::unspecified && attributes->classes.empty();
    if (only_id && first.id().empty()) {
        first.attributes.ensure().id = attributes->id;
        for (Block& block : content) flow.block(std::move(block));
        return;
    }
    Group group;
    group.attributes = std::move(attributes);
    group.range = range_of(node);
    group.content = std::move(content);
    flow.block(std::move(group));
}

void Mapper::map_paragraph(NodeIndex node, Flow& flow) {
    if (!is_literal_ && is_drawn_rule(dom_, node)) return map_rule(node, flow);
    if (map_word_item(node, flow)) return;
    Box<Attributes> attributes = attributes_of(node, true);
    flow.begin_paragraph(std::move(attributes), range_of(node));
    map_children(node, flow);
    flow.end_paragraph();
}

void Mapper::map_heading(NodeIndex node, Flow& flow) {
    flow.end_paragraph();
    Heading heading;
    heading.attributes = attributes_of(node, true);
    heading.range = range_of(node);
    heading.level = heading_level(dom_, node);
    heading_ = heading_place(node);
    Blocks content = map_blocks(node, flow);
    heading_ = {};
    heading.content = take_leading_inlines(content);
    if (is_invisible(plain_text(heading.content))) {
        Paragraph picture;  // a heading without words heads nothing
        picture.attributes = std::move(heading.attributes);
        picture.range = heading.range;
        picture.content = std::move(heading.content);
        if (has_content(picture.content)) flow.block(std::move(picture));
    } else {
        flow.block(std::move(heading));
    }
    // A heading that somebody forgot to close holds what follows it.
    for (Block& block : content) flow.block(std::move(block));
}

Mapper::HeadingPlace Mapper::heading_place(NodeIndex heading) const {
    HeadingPlace place{.node = heading, .size = visible_size(dom_, heading)};
    for (NodeIndex node = heading; node < dom_.end(heading); ++node) {
        if (dom_.tag(node) == Tag::a && leads_to_heading(node, heading)) {
            node = dom_.end(node) - 1;
        } else if (dom_.tag(node) == Tag::text && !trim(dom_[node].text).empty()) {
            if (place.first_word == no_node) place.first_word = node;
            place.last_word = node;
        }
    }
    return place;
}

/// What sites put beside a heading so that one can copy its address, in a mark ("#") or in words.
bool Mapper::is_permalink(NodeIndex link) const {
    static constexpr std::array<std::string_view, 7> marks{"#",      "\u00B6",     "\u00A7", "\u200B",
                                                           "\uF0C1", "\U0001F517", ""};
    const std::string_view href = trim(dom_.attribute(link, "href"));
    const bool has_fragment = href.find('#') != std::string_view::npos;
    if (!has_fragment && heading_.node == no_node) return false;
    const std::string text = dom_.text(link);
    const bool is_mark = std::find(marks.begin(), marks.end(), text) != marks.end();
    if (heading_.node == no_node) return is_mark && !text.empty() && href.front() == '#';
    const std::size_t size = visible_size(dom_, link);
    if (dom_.find(link, Tag::img) != no_node || size == heading_.size) return false;
    if (is_mark && (has_fragment || !text.empty())) return true;
    // A label stands behind the words, or is a short one before them; a number there and what is in between are words.
    if (heading_.first_word == no_node || !leads_to_heading(link, heading_.node)) return false;
    if (link > heading_.last_word) return true;
    const bool is_number = text.find_first_of("0123456789") != std::string::npos;
    return dom_.end(link) <= heading_.first_word && size * 2 < heading_.size && !is_number;
}

/// True if a link in the heading leads to it, or to the section around it.
bool Mapper::leads_to_heading(NodeIndex link, NodeIndex heading) const {
    const std::string_view id = links_.fragment(dom_.attribute(link, "href"));
    const NodeIndex target = id.empty() ? no_node : dom_.by_id(id);
    return target != no_node && (dom_.contains(target, heading) || dom_.contains(heading, target));
}

void Mapper::map_quote(NodeIndex node, Flow& flow) {
    flow.end_paragraph();
    Quote quote;
    quote.attributes = attributes_of(node, true);
    quote.range = range_of(node);
    if (dom_.has_attribute(node, "cite")) quote.cite = links_.absolute(dom_.attribute(node, "cite"));
    NodeIndex source = no_node;
    for (const NodeIndex child : dom_.children(node)) {
        const Tag tag = dom_.tag(child);
        const bool closes = tag == Tag::footer || (tag == Tag::cite && dom_.next_element(child) == no_node);
        if (closes && !selection_.removed[child]) source = child;
    }
    Flow content = Flow::inside(flow);
    for (const NodeIndex child : dom_.children(node))
        if (child != source) map_node(child, content);
    quote.content = content.finish();
    quote.attribution =
        without_leading_dash(source != no_node ? map_inlines(source, flow) : take_attribution(quote.content));
    if (const Link* link = last_link(quote.attribution);
        link != nullptr && quote.cite.empty() && link->url.front() != '#')
        quote.cite = link->url;
    if (quote.content.empty() && has_content(quote.attribution)) {
        Paragraph paragraph;
        paragraph.content = std::move(quote.attribution);
        quote.content.emplace_back(std::move(paragraph));
        quote.attribution.clear();
    }
    if (!quote.content.empty()) flow.block(std::move(quote));
}

void Mapper::map_rule(NodeIndex node, Flow& flow) {
    Rule rule;
    rule.attributes = attributes_of(node, true);
    rule.range = range_of(node);
    flow.block(std::move(rule));
}

}  // namespace offprint::html
