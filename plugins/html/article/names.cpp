#include "article/names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "html/dom/name_tokens.hpp"

namespace offprint::html {

namespace {

// Words that web developers of any country give to what surrounds articles.
constexpr std::array<std::string_view, 72> boilerplate_words{
    "adsense",     "advert",          "advertisement", "advertising", "boilerplate",  "breadcrumb",
    "breadcrumbs", "consent",         "cookie",        "cookies",     "disclaimer",   "donate",
    "donation",    "editsection",     "flyout",        "follow",      "footer",       "gdpr",
    "hatnote",     "jumplinks",       "login",         "masthead",    "menu",         "modal",
    "morefrom",    "mostread",        "nav",           "navbar",      "navbox",       "navigation",
    "newsletter",  "outbrain",        "pager",         "pagination",  "paywall",      "popup",
    "printfooter", "promo",           "promos",        "readmore",    "recirc",       "recirculation",
    "recommend",   "recommendations", "recommended",   "related",     "relatedposts", "republication",
    "republish",   "respond",         "rss",           "share",       "sharebar",     "sharedaddy",
    "shares",      "sharing",         "shoutbox",      "sidebar",     "signup",       "skip",
    "social",      "sponsor",         "sponsored",     "subscribe",   "subscription", "syndication",
    "taboola",     "testimonial",     "testimonials",  "toolbar",     "trending",     "upsell"};
static_assert(std::is_sorted(boilerplate_words.begin(), boilerplate_words.end()), "found by binary search");

constexpr std::array<std::string_view, 5> comments_words{"comment", "commentform", "commentlist", "comments", "disqus"};
static_assert(std::is_sorted(comments_words.begin(), comments_words.end()), "found by binary search");

// The same, but frameworks and authors use them for parts of the article as well.
constexpr std::array<std::string_view, 20> doubtful_words{
    "ad",      "ads",       "banner", "copyright", "cta",  "feedback", "links",    "metadata", "noprint", "overlay",
    "popular", "promotion", "rating", "ratings",   "tags", "toc",      "votecell", "votes",    "voting",  "widget"};
static_assert(std::is_sorted(doubtful_words.begin(), doubtful_words.end()), "found by binary search");

using Words = std::vector<std::string>;

template <std::size_t n>
bool is_among(const std::array<std::string_view, n>& sorted, const std::string& word) {
    return std::binary_search(sorted.begin(), sorted.end(), std::string_view(word));
}

bool holds(const Words& words, std::initializer_list<std::string_view> wanted) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
    });
}

/// Names that sites give to the article itself, which may also hold a word of boilerplate.
bool names_article(const Words& words) {
    return holds(words, {"article", "body", "content", "entry", "main", "story", "text"});
}

/// "author-box", "about-the-author".
bool names_biography(const Words& words) {
    return holds(words, {"author", "authors", "contributor", "writer"}) &&
           holds(words, {"about", "bio", "biography", "box", "card", "profile"});
}

/// "author", "entry-author": of a byline or of what is told of its people.
bool names_author(const Words& words) {
    constexpr std::size_t longest = 3;
    return words.size() <= longest && (words.front() == "author" || words.back() == "author");
}

/// A word of boilerplate at either end, or anywhere in a name that is not the article's.
template <std::size_t n>
bool is_named_by(const std::array<std::string_view, n>& vocabulary, const Words& words) {
    if (is_among(vocabulary, words.front()) || is_among(vocabulary, words.back())) return true;
    return !names_article(words) &&
           std::any_of(words.begin(), words.end(), [&](const std::string& word) { return is_among(vocabulary, word); });
}

}  // namespace

NameMeaning meaning_of(std::string_view name) {
    const Words words = name_tokens(name);
    // Longer ones are made of a heading's words.
    constexpr std::size_t longest_name = 5;
    if (words.empty() || words.size() > longest_name) return NameMeaning::nothing;
    if (holds(words, {"with", "has", "no", "without", "is", "not"})) return NameMeaning::nothing;
    // "sidebar-enabled--false" tells of a state, "h2-related" of the heading above.
    if (holds(words, {"disabled", "enabled", "false", "true"})) return NameMeaning::nothing;
    if (holds({words.front()}, {"h1", "h2", "h3", "h4", "h5", "h6"})) return NameMeaning::nothing;
    if (holds(words, {"footnote", "footnotes", "endnote", "endnotes"})) return NameMeaning::nothing;
    if (is_named_by(comments_words, words)) return NameMeaning::comments;
    if (is_named_by(boilerplate_words, words) || names_biography(words)) return NameMeaning::boilerplate;
    // An advertisement in a story is none of the story ("story-ad-1").
    if (is_named_by(doubtful_words, words) || holds(words, {"ad", "ads"})) return NameMeaning::perhaps_boilerplate;
    return names_author(words) ? NameMeaning::author : NameMeaning::nothing;
}

}  // namespace offprint::html
