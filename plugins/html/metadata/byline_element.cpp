#include "metadata/byline_element.hpp"

#include <algorithm>
#include <string>

#include "dom/name_tokens.hpp"
#include "metadata/marks.hpp"
#include "metadata/people.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::string_view author_names[] = {
    "author", "authors",   "byline",    "bylines",      "autor",       "autoren", "auteur",     "autore",    "writer",
    "byl",    "verfasser", "redakteur", "contributors", "contributor", "creator", "authorname", "postauthor"};

/// Parts of a box about the author that hold something else.
constexpr std::string_view not_names[] = {
    "bio",     "biography", "description", "title",   "role",  "job",    "position", "image",   "img",
    "avatar",  "photo",     "picture",     "date",    "time",  "social", "share",    "follow",  "more",
    "comment", "comments",  "related",     "company", "count", "text",   "content",  "reviewer"};

template <class List>
bool contains(const List& list, std::string_view token) {
    return std::find(std::begin(list), std::end(list), token) != std::end(list);
}

bool is_author_name(const std::string& token) {
    return contains(author_names, token) || token.starts_with("author") || token.ends_with("author") ||
           token.ends_with("byline");
}

/// The element's text with a line feed where one text node ends and the next begins.
std::string lines_of(const Dom& dom, NodeIndex element) {
    std::string lines;
    for (NodeIndex node = element; node < dom.end(element); ++node) {
        if (dom.tag(node) == Tag::script || dom.tag(node) == Tag::style) {
            node = dom.end(node) - 1;
            continue;
        }
        if (dom.tag(node) != Tag::text) continue;
        const std::string line = collapse_space(dom[node].text);
        if (line.empty()) continue;
        lines += lines.empty() ? "" : "\n";
        lines += line;
    }
    return lines;
}

bool leads_to_author(const Dom& dom, NodeIndex link) {
    if (dom.has_word(link, "rel", "author")) return true;
    const std::vector<std::string> tokens = name_tokens(dom.attribute(link, "href"));
    return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
        return is_author_name(token) || token == "people" || token == "profile" || token == "profil";
    });
}

}  // namespace

AuthorMark author_mark(const Dom& dom, NodeIndex element) {
    if (dom[element].attribute_count == 0) return AuthorMark::none;
    if (dom.has_word(element, "rel", "author") || marks(dom, element, "author")) return AuthorMark::declared;
    // The last word decides: "author-photo" shows no name, "date-author" does.
    AuthorMark mark = AuthorMark::none;
    for (const std::string& token : name_tokens(dom, element)) {
        if (is_author_name(token)) mark = AuthorMark::by_class;
        if (contains(not_names, token)) mark = AuthorMark::none;
    }
    return mark;
}

std::vector<Contributor> people_in(const Dom& dom, NodeIndex element) {
    std::vector<Contributor> people;
    for (NodeIndex node = element; node < dom.end(element); ++node) {
        if (!marks(dom, node, "name")) continue;
        const std::string_view content = dom.attribute(node, "content");
        add_people(content.empty() ? lines_of(dom, node) : collapse_space(content), "", people);
    }
    if (!people.empty()) return people;
    for (NodeIndex node = element; node < dom.end(element); ++node)
        if (dom.tag(node) == Tag::a && leads_to_author(dom, node)) add_people(lines_of(dom, node), "", people);
    if (!people.empty()) return people;
    add_people(lines_of(dom, element), "", people);
    return people;
}

}  // namespace offprint::html
