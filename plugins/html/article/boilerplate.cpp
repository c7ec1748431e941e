#include <algorithm>
#include <array>

#include "article/article.hpp"
#include "dom/name_tokens.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// Words of class and id names that are given to what surrounds articles, in any language of the text.
constexpr std::array<std::string_view, 78> boilerplate_words{
    "ad",         "ads",          "adsense",      "advert",      "advertisement", "advertising",     "banner",
    "breadcrumb", "breadcrumbs",  "comment",      "commentlist", "comments",      "consent",         "cookie",
    "cookies",    "copyright",    "cta",          "disqus",      "donate",        "donation",        "editsection",
    "feedback",   "footer",       "gdpr",         "hatnote",     "jumplinks",     "login",           "masthead",
    "menu",       "metadata",     "modal",        "mostread",    "nav",           "navbar",          "navbox",
    "navigation", "newsletter",   "noprint",      "outbrain",    "overlay",       "pager",           "pagination",
    "paywall",    "popular",      "popup",        "printfooter", "promo",         "promos",          "promotion",
    "rating",     "ratings",      "readmore",     "recirc",      "recommend",     "recommendations", "recommended",
    "related",    "relatedposts", "respond",      "rss",         "share",         "sharebar",        "sharedaddy",
    "sharing",    "shoutbox",     "sidebar",      "signup",      "skip",          "social",          "sponsor",
    "sponsored",  "subscribe",    "subscription", "syndication", "taboola",       "toolbar",         "trending",
    "widget"};
static_assert(std::is_sorted(boilerplate_words.begin(), boilerplate_words.end()), "found by binary search");

constexpr std::array<std::string_view, 12> boilerplate_roles{"alert",       "alertdialog", "banner",  "complementary",
                                                             "contentinfo", "dialog",      "menu",    "menubar",
                                                             "navigation",  "search",      "tablist", "toolbar"};

bool is_boilerplate_word(const std::string& token) {
    return std::binary_search(boilerplate_words.begin(), boilerplate_words.end(), std::string_view(token));
}

/// Names that sites give to the article itself, which may also hold one of the words above.
bool is_article_word(const std::string& token) {
    return token == "article" || token == "body" || token == "content" || token == "entry" || token == "main" ||
           token == "story" || token == "text";
}

/// True if one name of several words says it: "article-share" is a share bar, "article-with-sidebar" an article.
bool names_boilerplate(std::string_view name) {
    const std::vector<std::string> words = name_tokens(name);
    // Longer ones are made of a heading's words.
    constexpr std::size_t longest_name = 4;
    if (words.empty() || words.size() > longest_name) return false;
    const bool qualified = std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word == "with" || word == "has" || word == "no" || word == "without";
    });
    if (qualified) return false;
    if (is_boilerplate_word(words.back()) || is_boilerplate_word(words.front())) return true;
    return std::any_of(words.begin(), words.end(), is_boilerplate_word) &&
           std::none_of(words.begin(), words.end(), is_article_word);
}

bool names_boilerplate(const Dom& dom, NodeIndex node) {
    for (std::string_view attribute : {"class", "id"}) {
        std::string_view names = dom.attribute(node, attribute);
        while (!names.empty()) {
            const std::size_t end = std::min(names.find_first_of(" \t\n\r\f"), names.size());
            if (names_boilerplate(names.substr(0, end))) return true;
            names.remove_prefix(std::min(end + 1, names.size()));
        }
    }
    return false;
}

bool has_boilerplate_role(const Dom& dom, NodeIndex node) {
    const std::string role = to_lower_ascii(trim(dom.attribute(node, "role")));
    return std::find(boilerplate_roles.begin(), boilerplate_roles.end(), role) != boilerplate_roles.end();
}

bool is_inside(const Dom& dom, NodeIndex node, std::initializer_list<Tag> tags) {
    for (NodeIndex up = dom.parent(node); up != no_node; up = dom.parent(up))
        if (std::find(tags.begin(), tags.end(), dom.tag(up)) != tags.end()) return true;
    return false;
}

/// True for elements that hold words of the author whatever their names say.
bool is_protected(Tag tag) {
    switch (tag) {
        case Tag::body:
        case Tag::main:
        case Tag::article:
        case Tag::blockquote:
        case Tag::pre:
        case Tag::code:
        case Tag::table:
        case Tag::tbody:
        case Tag::tr:
        case Tag::td:
        case Tag::th:
        case Tag::figure:
        case Tag::img:
        case Tag::picture:
        case Tag::math:
        case Tag::svg:
        case Tag::figcaption:
        case Tag::em:
        case Tag::strong:
        case Tag::b:
        case Tag::i:
        case Tag::mark:
        case Tag::sup:
        case Tag::sub:
            return true;
        default:
            return false;
    }
}

class BoilerplateFinder {
public:
    BoilerplateFinder(const Dom& dom, Removal& removal)
        : dom_(dom), removal_(removal), statistics_(measure(dom, removal.removed)) {}

    bool run() {
        bool found = false;
        const NodeIndex body = dom_.body();
        for (NodeIndex node = body + 1; node < dom_.end(body); ++node) {
            removal_.checkpoint();
            if (dom_.tag(node) == Tag::text) continue;
            const char* reason = removal_.removed[node] ? "" : reason_to_remove(node);
            if (reason == nullptr) continue;
            if (*reason != '\0') {
                removal_.remove(node, reason);
                found = true;
            }
            node = dom_.end(node) - 1;
        }
        return found;
    }

private:
    const char* reason_to_remove(NodeIndex node) {
        const Tag tag = dom_.tag(node);
        if (tag == Tag::nav) return "navigation";
        if (holds_article(node)) return nullptr;
        const bool in_article = is_inside(dom_, node, {Tag::article, Tag::main});
        if ((tag == Tag::footer || tag == Tag::header) && !in_article && !is_inside(dom_, node, {Tag::blockquote}))
            if (tag == Tag::footer || dom_.find(node, Tag::h1) == no_node) return "the page's own header or footer";
        if (tag == Tag::aside && statistics_[node].link_density() > 0.3) return "an aside of links";
        if (dom_[node].attribute_count == 0 || is_protected(tag)) return nullptr;
        if (has_boilerplate_role(dom_, node)) return "its role";
        if (!is_inside(dom_, node, {Tag::pre, Tag::blockquote}) && names_boilerplate(dom_, node)) return "its name";
        return nullptr;
    }

    /// Too much of the page's prose for anything but the article.
    bool holds_article(NodeIndex node) const {
        const TextStatistics& page = statistics_[dom_.body()];
        const TextStatistics& own = statistics_[node];
        if (page.prose != 0) return own.prose * 2 > page.prose;
        return own.text * 2 > page.text;
    }

    const Dom& dom_;
    Removal& removal_;
    std::vector<TextStatistics> statistics_;
};

}  // namespace

bool remove_boilerplate(const Dom& dom, Removal& removal) {
    return BoilerplateFinder(dom, removal).run();
}

}  // namespace offprint::html
