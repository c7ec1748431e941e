#include "metadata/byline_element.hpp"

#include <algorithm>
#include <string>

#include "credits/people.hpp"
#include "credits/words.hpp"
#include "html/dom/name_tokens.hpp"
#include "metadata/marks.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::string_view author_names[] = {
    "author", "authors",   "byline",    "bylines",      "autor",       "autoren", "auteur",     "autore",    "writer",
    "byl",    "verfasser", "redakteur", "contributors", "contributor", "creator", "authorname", "postauthor"};

/// Parts of a box about the author that hold something else.
constexpr std::string_view not_names[] = {"bio",     "biography", "description", "title", "image",   "img",
                                          "avatar",  "photo",     "picture",     "date",  "time",    "follow",
                                          "more",    "comment",   "count",       "text",  "content", "comments",
                                          "related", "company",   "reviewer"};

/// Those that may stand within what shows the names.
constexpr std::string_view beside_names[] = {"category", "categories", "tag",      "tags",   "topic", "topics",
                                             "role",     "job",        "position", "social", "share"};

/// Names of a box that tells who the author is.
constexpr std::string_view box_names[] = {"bio", "biography", "box", "info", "about", "card", "profile"};

template <class List>
bool contains(const List& list, std::string_view token) {
    return std::find(std::begin(list), std::end(list), token) != std::end(list);
}

/// "authority" and "authorized" say nothing of an author.
bool is_author_name(const std::string& token) {
    return contains(author_names, token) || (token.starts_with("author") && !token.starts_with("authori")) ||
           token.ends_with("author") || token.ends_with("byline");
}

bool is_not_name(const std::string& token) {
    return contains(not_names, token) || contains(beside_names, token);
}

/// The last word decides: "author-photo" shows no name, "date-author" does.
bool names_author(std::string_view name) {
    bool is_author = false;
    for (const std::string& token : name_tokens(name)) {
        if (is_author_name(token)) is_author = true;
        if (is_not_name(token)) is_author = false;
    }
    return is_author;
}

/// "byline__category", and links to all that is filed under a word, unless they say that they name the author.
bool stands_beside_name(const Dom& dom, NodeIndex element) {
    if (dom[element].attribute_count == 0) return false;
    if (dom.has_word(element, "rel", "tag")) return true;
    const std::vector<std::string> classes = class_words(dom, element);
    const bool is_named_so = std::any_of(classes.begin(), classes.end(), [](const std::string& name) {
        const std::vector<std::string> tokens = name_tokens(name);
        return !tokens.empty() && contains(beside_names, tokens.back());
    });
    return is_named_so && !credits::has_author_label(dom.text(element));
}

bool leads_to_author(const Dom& dom, NodeIndex link) {
    if (dom.has_word(link, "rel", "author")) return true;
    const std::vector<std::string> tokens = name_tokens(dom.attribute(link, "href"));
    return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
        return is_author_name(token) || token == "people" || token == "profile" || token == "profil";
    });
}

}  // namespace

namespace {

/// The texts in `element` with `gap` between them, but for those in the elements for which `is_left_out` holds.
template <class Predicate>
std::string text_without(const Dom& dom, NodeIndex element, char gap, Predicate is_left_out) {
    std::string text;
    for (NodeIndex node = element; node < dom.end(element); ++node) {
        if (dom.tag(node) == Tag::script || dom.tag(node) == Tag::style || (node != element && is_left_out(node))) {
            node = dom.end(node) - 1;
            continue;
        }
        if (dom.tag(node) != Tag::text) continue;
        const std::string part = collapse_space(dom[node].text);
        if (part.empty()) continue;
        if (!text.empty()) text += gap;
        text += part;
    }
    return text;
}

/// True if the name that `text` shows is that of a picture or of a link's target in the box too, or begins another text.
bool is_told_again(const Dom& dom, NodeIndex box, NodeIndex end, NodeIndex text) {
    const std::string_view name = trim(dom[text].text);
    const std::string words = credits::comparable(name);
    const auto bears_name = [&](NodeIndex node, std::string_view attribute) {
        return credits::comparable(dom.attribute(node, attribute)).find(words) != std::string::npos;
    };
    for (NodeIndex node = box; node < end; ++node) {
        if (node == text) continue;
        if (dom.tag(node) == Tag::text && trim(dom[node].text).starts_with(name)) return true;
        if (dom.tag(node) == Tag::img && (bears_name(node, "alt") || bears_name(node, "src"))) return true;
        if (dom.tag(node) == Tag::a && bears_name(node, "href")) return true;
    }
    return false;
}

}  // namespace

std::string text_with_gaps(const Dom& dom, NodeIndex element, char gap) {
    return text_without(dom, element, gap, [](NodeIndex) { return false; });
}

AuthorMark author_mark(const Dom& dom, NodeIndex element) {
    if (dom[element].attribute_count == 0) return AuthorMark::none;
    if (dom.has_word(element, "rel", "author") || marks(dom, element, "author")) return AuthorMark::declared;
    std::vector<std::string> names = class_words(dom, element);
    names.emplace_back(dom.attribute(element, "id"));
    for (std::string_view name : testing_names) names.emplace_back(dom.attribute(element, name));
    bool is_marked = false;
    for (const std::string& name : names) {
        if (is_not_name(name)) return AuthorMark::none;  // "author photo"
        is_marked = is_marked || names_author(name);
    }
    return is_marked ? AuthorMark::by_class : AuthorMark::none;
}

bool is_author_box(const Dom& dom, NodeIndex element) {
    if (dom[element].attribute_count == 0) return false;
    const std::vector<std::string> tokens = name_tokens(dom, element);
    const auto tells_about = [](const std::string& token) { return contains(box_names, token); };
    return std::any_of(tokens.begin(), tokens.end(), is_author_name) &&
           std::any_of(tokens.begin(), tokens.end(), tells_about);
}

std::vector<Contributor> person_of_author_box(const Dom& dom, NodeIndex box) {
    constexpr NodeIndex near = 60;
    constexpr std::size_t longest_name = 60;
    const NodeIndex end = std::min(dom.end(box), box + near);
    for (NodeIndex node = box + 1; node < end; ++node) {
        const Tag tag = dom.tag(node);
        const bool is_marked = is_heading(tag) || tag == Tag::a || tag == Tag::strong || tag == Tag::b;
        if (!is_marked && tag != Tag::text) continue;
        const std::string text = dom.end(node) <= end ? dom.text(node) : std::string();
        if (text.empty() || text.size() > longest_name) continue;
        std::vector<Contributor> people;
        credits::add_people(text, "", people);
        const bool is_full_name = people.size() == 1 && people.front().name == text && text.find(' ') != text.npos;
        if (is_full_name && (is_marked || is_told_again(dom, box, end, node))) return people;
    }
    return {};
}

std::vector<Contributor> people_in(const Dom& dom, NodeIndex element) {
    std::vector<Contributor> people;
    for (NodeIndex node = element; node < dom.end(element); ++node) {
        if (!marks(dom, node, "name")) continue;
        const std::string_view content = dom.attribute(node, "content");
        credits::add_people(content.empty() ? text_with_gaps(dom, node, '\n') : collapse_space(content), "", people);
    }
    if (!people.empty()) return people;
    for (NodeIndex node = element; node < dom.end(element); ++node)
        if (dom.tag(node) == Tag::a && leads_to_author(dom, node))
            credits::add_people(text_with_gaps(dom, node, '\n'), "", people);
    if (!people.empty()) return people;
    const auto is_left_out = [&](NodeIndex node) {
        return dom.tag(node) != Tag::text && stands_beside_name(dom, node);
    };
    credits::add_people(text_without(dom, element, '\n', is_left_out), "", people);
    return people;
}

}  // namespace offprint::html
