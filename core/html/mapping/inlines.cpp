// Elements within a line of text.
#include <algorithm>
#include <array>
#include <iterator>

#include "html/dom/name_tokens.hpp"
#include "html/mapping/drawn_list.hpp"
#include "html/mapping/mapper.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

struct InlineStyle {
    std::string_view property;
    std::string_view value;
    Style style;
};
constexpr std::array inline_styles{
    InlineStyle{"font-style", "italic", Style::emphasis},
    InlineStyle{"font-weight", "bold", Style::strong},
    InlineStyle{"font-weight", "700", Style::strong},
    InlineStyle{"font-variant", "small-caps", Style::small_caps},
    InlineStyle{"vertical-align", "super", Style::superscript},
    InlineStyle{"vertical-align", "sub", Style::subscript},
};

/// What a script makes of a link without a place to lead to; those that open a part of the text name it.
bool is_script_button(const Dom& dom, NodeIndex link) {
    if (!dom.has_word(link, "role", "button") || dom.has_attribute(link, "aria-controls")) return false;
    const std::string_view target = trim(dom.attribute(link, "href"));
    return (target.empty() || target == "#") && dom.find(link, Tag::img) == no_node;
}

}  // namespace

/// Maps the children of `node` as the content of `element`.
void Mapper::map_within(Inline element, NodeIndex node, Flow& flow) {
    const bool opened = flow.open(std::move(element));
    map_children(node, flow);
    if (opened) flow.close();
}

void Mapper::map_styled(NodeIndex node, Style style, Flow& flow) {
    Styled styled;
    styled.style = style;
    styled.attributes = attributes_of(node, false);
    styled.range = range_of(node);
    map_within(std::move(styled), node, flow);
}

/// An element without a meaning of its own; it stays for a language, a direction, a wanted id or a look.
void Mapper::map_span(NodeIndex node, Flow& flow) {
    if (!is_literal_ && is_word_label(dom_, node)) return;
    const Tag tag = dom_.tag(node);
    const std::string_view css = dom_.attribute(node, "style");
    for (const InlineStyle& candidate : inline_styles)
        if (!css.empty() && style_value(css, candidate.property) == candidate.value)
            return map_styled(node, candidate.style, flow);
    const bool keeps_direction = tag == Tag::bdi || tag == Tag::bdo;
    Box<Attributes> attributes = attributes_of(node, false);
    if (keeps_direction && (!attributes || attributes->direction == Direction::unspecified))
        attributes.ensure().direction = Direction::automatic;
    if (tag == Tag::bdo && attributes->direction != Direction::automatic)
        attributes->extra.emplace_back("bidi-override", "true");
    if (!attributes) return map_children(node, flow);
    Styled styled;
    styled.attributes = std::move(attributes);
    styled.range = range_of(node);
    map_within(std::move(styled), node, flow);
}

void Mapper::map_link(NodeIndex node, Flow& flow) {
    const std::string_view href = trim(dom_.attribute(node, "href"));
    if (is_permalink(node)) return;
    if (!is_literal_ && heading_.node == no_node && is_script_button(dom_, node)) return leave_out(node);
    if (heading_.node != no_node && leads_to_heading(node, heading_.node)) return map_span(node, flow);
    std::optional<std::string> url;
    if (!href.empty()) url = links_.link(href, range_of(node));
    if (!url) return map_span(node, flow);
    Link link;
    link.attributes = attributes_of(node, false);
    link.range = range_of(node);
    link.url = std::move(*url);
    link.title = title_of(node);
    map_within(std::move(link), node, flow);
}

/// Ruby as HTML pairs it (section 4.5.10): what stands before each annotation is its base.
void Mapper::map_ruby(NodeIndex node, Flow& flow) {
    Flow base;
    const auto take_base = [&] {
        Blocks blocks = base.finish();
        base = Flow();
        return take_leading_inlines(blocks);
    };
    const auto add = [&](Inlines annotation) {
        Ruby ruby;
        ruby.range = range_of(node);
        ruby.base = take_base();
        ruby.annotation = std::move(annotation);
        if (has_content(ruby.base)) flow.atom(std::move(ruby));
    };
    for (const NodeIndex child : dom_.children(node)) {
        if (dom_.tag(child) == Tag::rt || dom_.tag(child) == Tag::rtc)
            add(map_inlines(child, Flow()));
        else
            map_node(child, base);
    }
    if (Inlines rest = take_base(); has_content(rest))
        for (Inline& inline_node : rest) {
            if (auto* text = std::get_if<Text>(&inline_node))
                flow.text(text->text, text->range);
            else
                flow.atom(std::move(inline_node));
        }
}

/// The content as one run; blocks in it give up their shape, not their words.
Inlines Mapper::map_inlines(NodeIndex node, const Flow& outer) {
    Blocks blocks = map_blocks(node, outer);
    Inlines result = take_leading_inlines(blocks);
    if (!blocks.empty()) append_text(result, (result.empty() ? "" : " ") + plain_text(blocks));
    return result;
}

}  // namespace offprint::html
