#include "article/article.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr double convincing_share = 0.7;

/// An element that says that it holds the article.
bool declares_article(const Dom& dom, NodeIndex node) {
    return dom.tag(node) == Tag::article || dom.tag(node) == Tag::main || dom.has_word(node, "role", "main") ||
           dom.has_word(node, "role", "article") || dom.has_word(node, "itemprop", "articlebody");
}

/// Where the descent must end: a paragraph or list is part of an article, not the whole.
bool may_hold_article(Tag tag) {
    switch (tag) {
        case Tag::article:
        case Tag::body:
        case Tag::center:
        case Tag::div:
        case Tag::form:
        case Tag::html:
        case Tag::main:
        case Tag::section:
        case Tag::table:
        case Tag::tbody:
        case Tag::td:
        case Tag::tr:
        case Tag::span:
        case Tag::font:
        case Tag::unknown:
        case Tag::fieldset:
        case Tag::header:
            return true;
        default:
            return false;
    }
}

}  // namespace

NodeIndex choose_candidate(const Dom& dom, const std::vector<TextStatistics>& statistics) {
    NodeIndex candidate = dom.body();
    while (true) {
        NodeIndex best = no_node;
        for (const NodeIndex child : dom.children(candidate))
            if (may_hold_article(dom.tag(child)) &&
                (best == no_node || statistics[child].prose > statistics[best].prose))
                best = child;
        if (best == no_node || statistics[best].prose == 0) return candidate;
        const double wanted = declares_article(dom, best) ? 0.5 : convincing_share;
        if (statistics[best].prose < wanted * statistics[candidate].prose) return candidate;
        candidate = best;
    }
}

}  // namespace offprint::html
