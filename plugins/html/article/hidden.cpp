#include "article/article.hpp"
#include "mapping/values.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

bool is_hidden_by_style(std::string_view style) {
    if (style.empty()) return false;
    return style_value(style, "display") == "none" || style_value(style, "visibility") == "hidden";
}

/// Formulas are hidden by their renderers, which show their own drawing instead.
bool holds_formula(const Dom& dom, NodeIndex node) {
    return dom.find(node, Tag::math) != no_node;
}

/// The drawing beside a formula that is kept as such.
bool is_formula_twin(const Dom& dom, NodeIndex node) {
    if (dom.has_word(node, "class", "katex-html")) return true;
    const bool drawn = dom.has_word(node, "class", "mathjax") || dom.has_word(node, "class", "mathjax_preview");
    if (drawn) return !holds_formula(dom, node);
    const NodeIndex previous = dom.tag(node) == Tag::img ? dom.previous_element(node) : no_node;
    return previous != no_node && holds_formula(dom, previous);
}

const char* reason_to_hide(const Dom& dom, NodeIndex node) {
    const bool hidden = (dom.has_attribute(node, "hidden") && dom.attribute(node, "hidden") != "until-found") ||
                        is_hidden_by_style(dom.attribute(node, "style"));
    if (hidden && !holds_formula(dom, node)) return "hidden";
    // Screen readers skip it, and so do we, unless it is a picture: those are often marked so for no reason.
    const bool aria_hidden = dom.attribute(node, "aria-hidden") == "true";
    if (aria_hidden && dom.find(node, Tag::img) == no_node && !holds_formula(dom, node)) return "aria-hidden";
    if (dom.tag(node) == Tag::dialog && !dom.has_attribute(node, "open")) return "a closed dialog";
    return nullptr;
}

}  // namespace

void remove_hidden(const Dom& dom, Removal& removal) {
    const NodeIndex body = dom.body();
    const std::vector<TextStatistics> statistics = measure(dom, removal.removed);
    const auto is_most_of_the_page = [&](NodeIndex node) { return statistics[node].text * 2 > statistics[body].text; };
    for (NodeIndex node = body + 1; node < dom.end(body); ++node) {
        removal.checkpoint();
        if (dom[node].attribute_count == 0 && dom.tag(node) != Tag::dialog) continue;
        const bool is_twin = is_formula_twin(dom, node);
        const char* reason = is_twin ? "the drawing of a formula" : reason_to_hide(dom, node);
        // A script would have shown it when the page was ready.
        if (reason == nullptr || (!is_twin && is_most_of_the_page(node))) continue;
        removal.remove(node, reason);
        node = dom.end(node) - 1;
    }
}

}  // namespace offprint::html
