#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <string_view>

#include "article/article.hpp"
#include "html/dom/name_tokens.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// A length that begins with a number, in whatever unit; none where there is none.
std::optional<int> leading_number(std::string_view value) {
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() ? std::optional<int>(number) : std::nullopt;
}

bool is_far_outside(std::string_view style) {
    constexpr int beyond_any_screen = -900;
    const std::string position = style_value(style, "position");
    if (position != "absolute" && position != "fixed") return false;
    for (const char* side : {"left", "top", "right", "bottom"})
        if (leading_number(style_value(style, side)).value_or(0) <= beyond_any_screen) return true;
    return false;
}

/// Cut down to a pixel or less, as text for screen readers is.
bool is_clipped_away(std::string_view style) {
    const std::string clip = style_value(style, "clip");
    if (clip.starts_with("rect(") && leading_number(std::string_view(clip).substr(5)).value_or(2) <= 1) return true;
    const std::string path = style_value(style, "clip-path");
    if (path == "inset(50%)" || path == "inset(100%)") return true;
    return style_value(style, "overflow") == "hidden" && leading_number(style_value(style, "width")).value_or(2) <= 1 &&
           leading_number(style_value(style, "height")).value_or(2) <= 1;
}

/// Opacity is none of these: it is what pages that fade in begin with.
bool is_hidden_by_style(std::string_view style) {
    if (style.empty()) return false;
    return style_value(style, "display") == "none" || style_value(style, "visibility") == "hidden" ||
           style_value(style, "visibility") == "collapse" || is_far_outside(style) || is_clipped_away(style);
}

/// Text without size. Around elements, which have sizes of their own, it only takes away the space between them.
bool has_no_size(const Dom& dom, NodeIndex node) {
    const std::string_view style = dom.attribute(node, "style");
    if (style.empty() || leading_number(style_value(style, "font-size")).value_or(1) != 0) return false;
    const std::string size = style_value(style, "font-size");
    const bool is_fraction = size.find_first_of("123456789") != std::string::npos;
    const NodeIndex child = dom.first_child(node);
    return !is_fraction && child != no_node && child + 1 == dom.end(node) && dom.tag(child) == Tag::text;
}

/// The names that style libraries give to text for screen readers only.
bool is_for_screen_readers(const Dom& dom, NodeIndex node) {
    constexpr auto names = std::to_array<std::string_view>(
        {"sr-only", "visually-hidden", "visuallyhidden", "u-hidden-visually", "screen-reader-text",
         "screen-reader-only", "element-invisible", "show-for-sr", "w-condition-invisible"});
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return dom.has_word(node, "class", name); });
}

/// The numbers of the pages of the book that the text was printed in.
bool is_page_number(const Dom& dom, NodeIndex node) {
    constexpr std::size_t longest = 20;
    if (!has_class(dom, node, {"pagenum", "pageno", "page-number"}) && !dom.has_word(node, "role", "doc-pagebreak"))
        return false;
    return is_phrasing(dom.tag(node)) && dom.text(node).size() <= longest;
}

/// Formulas are hidden by their renderers, which show their own drawing instead.
bool holds_formula(const Dom& dom, NodeIndex node) {
    return dom.find(node, Tag::math) != no_node;
}

bool is_followed_by_script(const Dom& dom, NodeIndex node) {
    const NodeIndex next = dom.next_element(node);
    return next != no_node && dom.tag(next) == Tag::script;
}

/// The drawing beside a formula that is kept as such.
bool is_formula_twin(const Dom& dom, NodeIndex node) {
    if (dom.has_word(node, "class", "katex-html")) {
        const NodeIndex source = dom.previous_element(node);
        return source != no_node && holds_formula(dom, source);
    }
    // MathJax 2 writes its drawing before the script with the source.
    if (dom.has_word(node, "class", "mathjax_preview")) return true;
    const bool drawn = dom.has_word(node, "class", "mathjax") || dom.has_word(node, "class", "mathjax_display");
    if (drawn) return is_followed_by_script(dom, node) && !holds_formula(dom, node);
    const NodeIndex previous = dom.tag(node) == Tag::img ? dom.previous_element(node) : no_node;
    return previous != no_node && holds_formula(dom, previous);
}

/// The ids of what opens and closes by a click, and is closed.
std::set<std::string_view> closed_panels(const Dom& dom) {
    std::set<std::string_view> ids;
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node)
        if (dom.attribute(node, "aria-expanded") == "false")
            if (const std::string_view id = trim(dom.attribute(node, "aria-controls")); !id.empty()) ids.insert(id);
    return ids;
}

/// The panel of an accordion, or the box that moves it, or that of a tab: an answer that a reader can open.
bool is_closed_answer(const Dom& dom, NodeIndex node, const TextStatistics& own,
                      const std::set<std::string_view>& panels) {
    if (own.text == 0 || own.link_density() > 0.2 || own.fields != 0) return false;
    if (dom.has_word(node, "role", "tabpanel")) return true;
    if (panels.empty() || own.prose == 0) return false;
    const NodeIndex child = dom.first_child(node);
    return panels.contains(dom.attribute(node, "id")) ||
           (child != no_node && panels.contains(dom.attribute(child, "id")));
}

const char* reason_to_hide(const Dom& dom, NodeIndex node) {
    const bool hidden = (dom.has_attribute(node, "hidden") && dom.attribute(node, "hidden") != "until-found") ||
                        is_hidden_by_style(dom.attribute(node, "style"));
    if ((hidden || has_no_size(dom, node)) && !holds_formula(dom, node)) return "hidden";
    if (is_for_screen_readers(dom, node) && !holds_formula(dom, node)) return "for screen readers only";
    if (is_page_number(dom, node)) return "the number of a printed page";
    // Screen readers skip it, and so do we, unless it is a picture: those are often marked so for no reason.
    const bool aria_hidden = dom.attribute(node, "aria-hidden") == "true";
    // KaTeX marks its drawing so, which is all there is where the source is not kept beside it.
    if (dom.has_word(node, "class", "katex-html")) return nullptr;
    if (aria_hidden && dom.find(node, Tag::img) == no_node && !holds_formula(dom, node)) return "aria-hidden";
    if (dom.tag(node) == Tag::dialog && !dom.has_attribute(node, "open")) return "a closed dialog";
    return nullptr;
}

}  // namespace

void remove_hidden(const Dom& dom, Removal& removal) {
    const NodeIndex body = dom.body();
    const std::vector<TextStatistics> statistics = measure(dom, removal.removed);
    const auto is_most_of_the_page = [&](NodeIndex node) {
        const TextStatistics& page = statistics[body];
        const TextStatistics& own = statistics[node];
        return page.prose != 0 ? own.prose > 4 * (page.prose - own.prose) : own.text > 4 * (page.text - own.text);
    };
    const std::set<std::string_view> panels = closed_panels(dom);
    for (NodeIndex node = body + 1; node < dom.end(body); ++node) {
        removal.checkpoint();
        if (dom[node].attribute_count == 0 && dom.tag(node) != Tag::dialog) continue;
        const bool is_twin = is_formula_twin(dom, node);
        const char* reason = is_twin ? "the drawing of a formula" : reason_to_hide(dom, node);
        // A script would have shown it when the page was ready.
        if (reason == nullptr || (!is_twin && is_most_of_the_page(node))) continue;
        if (is_closed_answer(dom, node, statistics[node], panels)) continue;
        removal.remove(node, reason);
        node = dom.end(node) - 1;
    }
    removal.hidden = removal.removed;
}

}  // namespace offprint::html
