#include "metadata/place.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "html/dom/name_tokens.hpp"

namespace offprint::html {

namespace {

constexpr std::string_view elsewhere_names[] = {"comment",     "comments", "commentlist", "respond", "related",
                                                "recommended", "menu",     "nav",         "navbar",  "navigation",
                                                "popular",     "trending", "mostread",    "cookie",  "breadcrumb",
                                                "breadcrumbs", "replies",  "disqus",      "teasers", "upsell"};

constexpr std::string_view box_names[] = {"sidebar", "widget", "promo", "newsletter"};

template <class List>
bool has_any(const std::vector<std::string>& tokens, const List& wanted) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
        return std::find(std::begin(wanted), std::end(wanted), token) != std::end(wanted);
    });
}

/// What somebody else wrote below the article, or below a question, by schema.org's names for it.
bool is_answer(const Dom& dom, NodeIndex element) {
    const std::string_view type = dom.attribute(element, "itemtype");
    return type.ends_with("schema.org/Comment") || type.ends_with("schema.org/Answer");
}

}  // namespace

Place place_of(const Dom& dom, NodeIndex element) {
    switch (dom.tag(element)) {
        case Tag::nav:
        case Tag::script:
        case Tag::style:
        case Tag::form:
        case Tag::template_:
        case Tag::blockquote:
        case Tag::figure:
            return Place::elsewhere;
        default:
            break;
    }
    if (dom[element].attribute_count == 0 || dom.has_word(element, "rel", "author")) return Place::article;
    if (dom.has_word(element, "role", "navigation") || is_answer(dom, element)) return Place::elsewhere;
    const std::vector<std::string> tokens = name_tokens(dom, element);
    if (has_any(tokens, elsewhere_names)) return Place::elsewhere;
    return has_any(tokens, box_names) ? Place::side_box : Place::article;
}

}  // namespace offprint::html
