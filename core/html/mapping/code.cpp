// Code blocks, in the many ways in which highlighters and editors build them.
#include <algorithm>
#include <utility>

#include "html/dom/name_tokens.hpp"
#include "html/mapping/code_language.hpp"
#include "html/mapping/code_text.hpp"
#include "html/mapping/mapper.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// The one `code` in `pre` that holds nearly all of its text; what stands outside names the language or copies it.
NodeIndex code_inside(const Dom& dom, NodeIndex pre) {
    const NodeIndex code = dom.find(pre, Tag::code);
    if (code == no_node) return pre;
    std::size_t inside = 0;
    std::size_t outside = 0;
    for (NodeIndex node = pre; node < dom.end(pre); ++node)
        (dom.contains(code, node) ? inside : outside) += trim(dom[node].text).size();
    return outside * 2 <= inside ? code : pre;
}

/// The element that highlighters mark with the language: the last `code` or `pre`, behind a column of numbers.
NodeIndex innermost_code(const Dom& dom, NodeIndex box) {
    NodeIndex code = box;
    for (NodeIndex node = box; node < dom.end(box); ++node)
        if (dom.tag(node) == Tag::pre || dom.tag(node) == Tag::code) code = node;
    return code;
}

/// A language's name that stands alone before the code.
std::string language_label(const Dom& dom, NodeIndex pre) {
    constexpr NodeIndex few_nodes = 60;
    for (NodeIndex node = pre + 1; node < dom.end(pre) && node - pre < few_nodes; ++node) {
        const std::string text = to_lower_ascii(trim(dom[node].text));
        if (!text.empty()) return dom.next_sibling(node) == no_node && is_code_language(text) ? text : std::string();
    }
    return {};
}

/// The language that a bar or corner above the code shows, in a page's own words.
bool is_language_label(const Dom& dom, NodeIndex node) {
    constexpr NodeIndex few_nodes = 8;
    const Tag tag = dom.tag(node);
    if ((tag != Tag::span && tag != Tag::div) || dom.end(node) - node > few_nodes) return false;
    const NodeIndex code = dom.next_element(node);
    if (code == no_node || dom.tag(code) != Tag::pre) return false;
    const std::string text = to_lower_ascii(trim(dom.text(node)));
    return !text.empty() && (is_code_language(text) || text == code_language(dom, innermost_code(dom, code)));
}

/// Inline code that is set as a block: it says so, or has line ends that count.
bool is_set_as_block(const Dom& dom, NodeIndex code) {
    const std::string_view style = dom.attribute(code, "style");
    if (dom.has_word(code, "class", "block") || style_value(style, "display") == "block") return true;
    const bool keeps_lines = style_value(style, "white-space").starts_with("pre");
    for (NodeIndex node = code + 1; node < dom.end(code); ++node) {
        if (!is_phrasing(dom.tag(node)) || dom.tag(node) == Tag::br) return true;
        if (keeps_lines && trim(dom[node].text).find('\n') != std::string_view::npos) return true;
    }
    return false;
}

/// Lines of verse in `pre`, as editors write poems.
bool is_verse(const Dom& dom, NodeIndex pre) {
    const std::vector<std::string> tokens = name_tokens(dom, pre);
    return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
        return token == "verse" || token == "poem" || token == "poetry" || token == "stanza";
    });
}

/// The windows of code editors that are shown in a page, and boxes that hold nothing but lines of code.
bool is_code_box(const Dom& dom, NodeIndex node) {
    if (dom[node].attribute_count == 0) return false;
    if (has_class(dom, node, {"cm-content", "codemirror-code", "view-lines", "ace_text-layer", "crayon-pre"}))
        return true;
    const std::string language = to_lower_ascii(trim(dom.attribute(node, "data-lang")));
    if (!is_code_language(language)) return false;
    for (NodeIndex i = node + 1; i < dom.end(node); ++i)
        if (!is_phrasing(dom.tag(i))) return false;
    return dom.raw_text(node).find('\n') != std::string::npos;
}

/// A table whose first column numbers the lines in the second.
bool is_code_table(const Dom& dom, NodeIndex table, const std::vector<bool>& removed) {
    const NodeIndex row = dom.find(table, Tag::tr);
    const NodeIndex numbers = row == no_node ? no_node : dom.find(row, Tag::td);
    if (numbers == no_node || dom.parent(numbers) != row) return false;
    const NodeIndex code = dom.next_element(numbers);
    if (code == no_node || dom.next_element(code) != no_node) return false;
    if (is_line_numbers(dom, numbers)) return true;
    const NodeIndex pre = dom.find(numbers, Tag::pre);
    return pre != no_node && dom.find(code, Tag::pre) != no_node && code_text(dom, pre, removed).empty();
}

/// An element of somebody's own that is named so and holds nothing but text: "d-code", "code-block".
bool is_custom_code(const Dom& dom, NodeIndex node) {
    const std::string_view name = dom[node].name;
    if (name.find('-') == std::string_view::npos) return false;
    const std::vector<std::string> tokens = name_tokens(name);
    if (std::find(tokens.begin(), tokens.end(), "code") == tokens.end()) return false;
    for (NodeIndex i = node + 1; i < dom.end(node); ++i)
        if (dom.tag(i) != Tag::text && dom.tag(i) != Tag::span) return false;
    return true;
}

}  // namespace

/// `box` is the whole, `code` what in it holds the lines.
void Mapper::append_code(NodeIndex box, NodeIndex code, Flow& flow) {
    CodeBlock block;
    if (!in_blank_code_) block.text = code_text(dom_, code, selection_.removed);
    if (block.text.empty()) {
        // An image, perhaps; what is code inside has no text either.
        const bool outer = std::exchange(in_blank_code_, true);
        map_children(box, flow);
        in_blank_code_ = outer;
        return;
    }
    flow.end_paragraph();
    block.attributes = attributes_of(box, true);
    block.range = range_of(box);
    block.language = code_language(dom_, innermost_code(dom_, code));
    if (block.language.empty()) block.language = language_label(dom_, box);
    const NodeIndex before = is_literal_ || !block.language.empty() ? no_node : dom_.previous_element(box);
    if (before != no_node && is_language_label(dom_, before)) block.language = to_lower_ascii(trim(dom_.text(before)));
    flow.block(std::move(block));
}

void Mapper::map_preformatted(NodeIndex node, Flow& flow) {
    if (is_verse(dom_, node)) return map_verse(node, flow);
    append_code(node, code_inside(dom_, node), flow);
}

/// True if the box or table is a code block, which was mapped then.
bool Mapper::map_code_box(NodeIndex node, Flow& flow) {
    if (is_literal_) return false;
    const bool is_table = dom_.tag(node) == Tag::table;
    if (!(is_table ? is_code_table(dom_, node, selection_.removed) : is_code_box(dom_, node))) return false;
    append_code(node, node, flow);
    return true;
}

/// True if the element names the language of the code behind it, which carries it.
bool Mapper::labels_code(NodeIndex node) const {
    return !is_literal_ && is_language_label(dom_, node);
}

/// True if the element is code, which was mapped then.
bool Mapper::map_custom_code(NodeIndex node, Flow& flow) {
    if (is_literal_ || !is_custom_code(dom_, node)) return false;
    const bool is_block = dom_.has_attribute(node, "block") || dom_.raw_text(node).find('\n') != std::string::npos;
    if (is_block)
        append_code(node, node, flow);
    else
        map_code(node, flow);
    return true;
}

void Mapper::map_code(NodeIndex node, Flow& flow) {
    if (!flow.in_code() && is_set_as_block(dom_, node)) return append_code(node, node, flow);
    Box<Attributes> attributes = attributes_of(node, false);
    flow.open_code();
    if (attributes) {
        Styled span;
        span.attributes = std::move(attributes);
        map_within(std::move(span), node, flow);
    } else {
        map_children(node, flow);
    }
    flow.close_code();
}

void Mapper::map_verse(NodeIndex node, Flow& flow) {
    flow.end_paragraph();
    Group group;
    group.kind = GroupKind::verse;
    group.attributes = attributes_of(node, true);
    group.range = range_of(node);
    Flow content = Flow::inside(flow);
    content.keep_line_ends();
    map_children(node, content);
    group.content = content.finish();
    if (!group.content.empty()) flow.block(std::move(group));
}

}  // namespace offprint::html
