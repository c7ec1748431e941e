#include <algorithm>

#include "article/article.hpp"
#include "html/dom/name_tokens.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr double convincing_share = 0.8;
constexpr double declared_share = 0.5;

/// "article-body", "entry__content", "postText": what sites call the box of the text.
bool names_article_body(const Dom& dom, NodeIndex node) {
    const auto is_whole = [](const std::string& word) {
        return word == "article" || word == "entry" || word == "post" || word == "story";
    };
    const auto is_body = [](const std::string& word) { return word == "body" || word == "content" || word == "text"; };
    const std::vector<std::string> words = name_tokens(dom, node);
    for (std::size_t i = 1; i < words.size(); ++i)
        if (is_whole(words[i - 1]) && is_body(words[i])) return true;
    return false;
}

/// An element that says that it holds the article.
bool declares_article(const Dom& dom, NodeIndex node) {
    return dom.tag(node) == Tag::article || dom.tag(node) == Tag::main || dom.has_word(node, "role", "main") ||
           dom.has_word(node, "role", "article") || dom.has_word(node, "itemprop", "articlebody") ||
           names_article_body(dom, node);
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

bool is_table_frame(Tag tag) {
    return tag == Tag::table || tag == Tag::tbody || tag == Tag::tr;
}

/// Code, lists and short lines are text, too: what says that it is the article is not given up for the one paragraph
/// in it that is long.
bool leaves_much(const TextStatistics& whole, const TextStatistics& part) {
    return whole.unlinked() > part.unlinked() + part.unlinked() / 2;
}

/// The child that holds most prose, if that is nearly all of it; else no_node. `article` is the one with the headline or
/// no_node: what stands beside it is none of it.
NodeIndex main_child(const Dom& dom, NodeIndex node, NodeIndex article, const std::vector<TextStatistics>& statistics) {
    NodeIndex best = no_node;
    std::uint32_t second = 0;  // the prose of the next best one
    for (const NodeIndex child : dom.children(node)) {
        if (!may_hold_article(dom.tag(child))) continue;
        if (best == no_node || statistics[child].prose > statistics[best].prose) {
            if (best != no_node) second = statistics[best].prose;
            best = child;
        } else {
            second = std::max(second, statistics[child].prose);
        }
    }
    if (best == no_node || statistics[best].prose == 0) return no_node;
    const double share = static_cast<double>(statistics[best].prose) / statistics[node].prose;
    const bool holds_article = article != no_node && dom.contains(best, article) &&
                               statistics[article].prose * 10 >= statistics[best].prose * 9;
    if (share >= declared_share && holds_article) return best;
    // What says that it is the article need not hold as much, unless others of its size are beside it.
    const bool stands_out =
        declares_article(dom, best) && share >= declared_share && second * 2 < statistics[best].prose;
    if (declares_article(dom, node) && !declares_article(dom, best) && leaves_much(statistics[node], statistics[best]))
        return no_node;
    return share >= convincing_share || stands_out ? best : no_node;
}

/// True if `node` is an article after `first`: one of its kind with a headline of its own. What is not called an
/// article may be a section, unless its headline leads to where it is alone.
bool is_another_article(const Dom& dom, NodeIndex first, NodeIndex node,
                        const std::vector<TextStatistics>& statistics) {
    if (dom.tag(node) != dom.tag(first) || dom.find(node, Tag::h1) == no_node) return false;
    if (dom.tag(node) == Tag::article) return true;
    return statistics[node].linked_headings != 0 && dom.attribute(node, "class") == dom.attribute(first, "class");
}

/// Of several articles one after the other, each with a heading of its own, the one with the page's headline; no_node
/// if they are not that.
NodeIndex first_of_several(const Dom& dom, NodeIndex node, NodeIndex headline,
                           const std::vector<TextStatistics>& statistics) {
    if (headline == no_node || dom.tag(headline) != Tag::h1 || !dom.contains(node, headline)) return no_node;
    NodeIndex first = no_node;
    for (const NodeIndex child : dom.children(node)) {
        if (dom.contains(child, headline)) {
            if (!may_hold_article(dom.tag(child)) || statistics[child].prose == 0) return no_node;
            first = child;
        } else if (first != no_node && is_another_article(dom, first, child, statistics)) {
            return first;
        }
    }
    return no_node;
}

/// The page's only `main`, which by the standard holds what the page is about, if it has the headline and something to
/// read, however much is said around it; else body.
NodeIndex main_landmark(const Dom& dom, NodeIndex headline, const std::vector<TextStatistics>& statistics) {
    constexpr std::uint32_t shortest = 200;
    constexpr std::uint32_t smallest_part = 8;
    const NodeIndex body = dom.body();
    NodeIndex found = body;
    for (NodeIndex node = body + 1; node < dom.end(body); ++node) {
        if (dom.tag(node) != Tag::main && !dom.has_word(node, "role", "main")) continue;
        if (statistics[node].prose != 0) {
            if (found != body) return body;
            found = node;
        }
        node = dom.end(node) - 1;
    }
    const std::uint32_t prose = statistics[found].prose;
    if (prose < shortest || prose * smallest_part < statistics[body].prose) return body;
    return headline == no_node || dom.contains(found, headline) ? found : body;
}

}  // namespace

NodeIndex choose_candidate(const Dom& dom, NodeIndex headline, const std::vector<TextStatistics>& statistics) {
    const NodeIndex article = headline == no_node ? no_node : dom.closest(headline, Tag::article);
    NodeIndex candidate = main_landmark(dom, headline, statistics);
    while (true) {
        NodeIndex child = main_child(dom, candidate, article, statistics);
        if (child == no_node) child = first_of_several(dom, candidate, headline, statistics);
        if (child == no_node) break;
        candidate = child;
    }
    // Of a table either a cell is the whole article, or it is a part.
    while (is_table_frame(dom.tag(candidate))) candidate = dom.parent(candidate);
    return candidate;
}

}  // namespace offprint::html
