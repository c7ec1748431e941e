// Paragraphs, headings, quotes, figures and groups.
#include <algorithm>
#include <iterator>
#include <string_view>

#include "dom/name_tokens.hpp"
#include "mapping/mapper.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// Writers set the dash before an attribution themselves.
void drop_leading_dash(Inlines& attribution) {
    Text* text = attribution.empty() ? nullptr : std::get_if<Text>(&attribution.front());
    if (text == nullptr) return;
    std::string_view rest = trim(text->text);
    for (const std::string_view dash : {"\u2014", "\u2013", "-"}) {
        if (!rest.starts_with(dash)) continue;
        rest.remove_prefix(dash.size());
        text->text = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
        break;
    }
    if (text->text.empty()) attribution.erase(attribution.begin());
}

}  // namespace

/// An element that only holds others: it dissolves, unless it carries a language or a direction.
void Mapper::map_wrapper(NodeIndex node, Flow& flow) {
    if (dom_.tag(node) == Tag::div && map_code_box(node, flow)) return;
    if (const NodeIndex caption = caption_of_wrapper(node); caption != no_node)
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
    const bool only_id = attributes->language.empty() && attributes->direction == Direction::unspecified;
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
    heading.level = 1 + static_cast<int>(dom_.tag(node)) - static_cast<int>(Tag::h1);
    in_heading_ = true;
    Blocks content = map_blocks(node, flow);
    in_heading_ = false;
    heading.content = take_leading_inlines(content);
    if (has_content(heading.content)) flow.block(std::move(heading));
    // A heading that somebody forgot to close holds what follows it.
    for (Block& block : content) flow.block(std::move(block));
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
    if (source != no_node) {
        quote.attribution = map_inlines(source, flow);
        drop_leading_dash(quote.attribution);
    }
    if (quote.content.empty() && has_content(quote.attribution)) {
        Paragraph paragraph;
        paragraph.content = std::move(quote.attribution);
        quote.content.emplace_back(std::move(paragraph));
        quote.attribution.clear();
    }
    if (!quote.content.empty()) flow.block(std::move(quote));
}

void Mapper::map_figure(NodeIndex node, Flow& flow) {
    flow.end_paragraph();
    Figure figure;
    figure.attributes = attributes_of(node, true);
    figure.range = range_of(node);
    Flow content = Flow::inside(flow);
    Flow caption = Flow::inside(flow);
    for (const NodeIndex child : dom_.children(node)) {
        if (dom_.tag(child) == Tag::figcaption && !selection_.removed[child]) {
            caption.end_paragraph();
            map_children(child, caption);
        } else {
            map_node(child, content);
        }
    }
    figure.content = content.finish();
    figure.caption = caption.finish();
    append_figure(std::move(figure), flow);
}

/// A figure that is none dissolves: one without content, or around what stands for itself.
void Mapper::append_figure(Figure figure, Flow& flow) {
    Blocks& content = figure.content;
    if (content.size() == 1)
        if (auto* quote = std::get_if<Quote>(&content.front()); quote != nullptr && quote->attribution.empty())
            drop_leading_dash(quote->attribution = take_leading_inlines(figure.caption));
    const bool is_image = content.size() == 1 && std::holds_alternative<Paragraph>(content.front());
    if (content.empty()) std::swap(content, figure.caption);
    if (!figure.caption.empty() || is_image) return flow.block(std::move(figure));
    for (Block& block : content) flow.block(std::move(block));
}

/// Where sites say "caption" with a class instead of figcaption: that element, directly inside `node` or
/// one level deeper, if beside it there are images and no words.
NodeIndex Mapper::caption_of_wrapper(NodeIndex node) const {
    if (dom_.tag(node) != Tag::div && dom_.tag(node) != Tag::section) return no_node;
    constexpr int most_children = 6;
    NodeIndex caption = no_node;
    int children = 0;
    for (const NodeIndex child : dom_.children(node)) {
        if (++children > most_children) return no_node;
        const std::string_view name = dom_.attribute(child, "class");
        if (name.find("aption") == std::string_view::npos) continue;  // most have none: spare them the rest
        const std::vector<std::string> tokens = name_tokens(name);
        const bool is_caption = std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
            return token == "caption" || token == "thumbcaption" || token == "imagecaption" || token == "figcaption";
        });
        if (is_caption && dom_.find(child, Tag::img) == no_node) caption = child;
    }
    if (caption == no_node) return no_node;
    bool has_image = false;
    for (const NodeIndex child : dom_.children(node)) {
        if (child == caption) continue;
        has_image |= dom_.find(child, Tag::img) != no_node;
        if (!dom_.text(child).empty()) return no_node;
    }
    return has_image ? caption : no_node;
}

void Mapper::map_captioned_wrapper(NodeIndex node, NodeIndex caption, Flow& flow) {
    flow.end_paragraph();
    Figure figure;
    figure.attributes = attributes_of(node, false);
    figure.range = range_of(node);
    Flow content = Flow::inside(flow);
    for (const NodeIndex child : dom_.children(node))
        if (child != caption) map_node(child, content);
    figure.content = content.finish();
    if (!selection_.removed[caption]) figure.caption = map_blocks(caption, flow);
    append_figure(std::move(figure), flow);
}

void Mapper::map_group(NodeIndex node, GroupKind kind, Flow& flow) {
    flow.end_paragraph();
    Group group;
    group.kind = kind;
    group.attributes = attributes_of(node, true);
    group.range = range_of(node);
    group.content = map_blocks(node, flow);
    if (!group.content.empty()) flow.block(std::move(group));
}

/// A book has nothing to unfold: the summary becomes a strong first line of a section.
void Mapper::map_details(NodeIndex node, Flow& flow) {
    flow.end_paragraph();
    Group group;
    group.kind = GroupKind::section;
    group.attributes = attributes_of(node, true);
    group.range = range_of(node);
    Flow content = Flow::inside(flow);
    for (const NodeIndex child : dom_.children(node)) {
        if (dom_.tag(child) != Tag::summary || selection_.removed[child]) {
            map_node(child, content);
            continue;
        }
        Styled strong;
        strong.style = Style::strong;
        content.begin_paragraph(attributes_of(child, true), range_of(child));
        map_within(std::move(strong), child, content);
        content.end_paragraph();
    }
    group.content = content.finish();
    if (!group.content.empty()) flow.block(std::move(group));
}

void Mapper::map_rule(NodeIndex node, Flow& flow) {
    Rule rule;
    rule.attributes = attributes_of(node, true);
    rule.range = range_of(node);
    flow.block(std::move(rule));
}

}  // namespace offprint::html
