#include "metadata/byline_element.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "dom/name_tokens.hpp"
#include "metadata/marks.hpp"
#include "metadata/people.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::array<std::string_view, 17> author_names{
    "author", "authors",   "byline",    "bylines",      "autor",       "autoren", "auteur",     "autore",    "writer",
    "byl",    "verfasser", "redakteur", "contributors", "contributor", "creator", "authorname", "postauthor"};

/// Parts of a box about the author that hold something else.
constexpr std::array<std::string_view, 26> not_names{
    "bio",     "biography", "description", "title",   "role",  "job",    "position", "image",   "img",
    "avatar",  "photo",     "picture",     "date",    "time",  "social", "share",    "follow",  "more",
    "comment", "comments",  "related",     "company", "count", "text",   "content",  "reviewer"};

template <class List>
bool has_any(const std::vector<std::string>& tokens, const List& wanted) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
        return std::find(wanted.begin(), wanted.end(), token) != wanted.end();
    });
}

bool is_author_name(const std::string& token) {
    return std::find(author_names.begin(), author_names.end(), token) != author_names.end() ||
           token.starts_with("author") || token.ends_with("author") || token.ends_with("byline");
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
    const std::vector<std::string> tokens = name_tokens(dom, element);
    if (!std::any_of(tokens.begin(), tokens.end(), is_author_name) || has_any(tokens, not_names))
        return AuthorMark::none;
    return AuthorMark::by_class;
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
