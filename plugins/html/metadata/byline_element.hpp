// The names that an element shows.
// Thread safety: pure.
#pragma once

#include <string>
#include <vector>

#include "html/dom/dom.hpp"
#include "offprint/metadata.hpp"

namespace offprint::html {

/// The people whom a short element names: those of its parts that are marked as names, else those that it links to,
/// else all that it prints. To be called for elements of few nodes.
std::vector<Contributor> people_in(const Dom& dom, NodeIndex element);

/// The texts in a short element, with `gap` where one text node ends and the next begins.
std::string text_with_gaps(const Dom& dom, NodeIndex element, char gap);

/// True for an element whose names say that it tells about the author: "author-bio".
bool is_author_box(const Dom& dom, NodeIndex element);

/// Whom such a box is about: the first heading, link or strong text in it that is a full name; empty if there is none.
std::vector<Contributor> person_of_author_box(const Dom& dom, NodeIndex box);

/// How an element says that it holds the author.
enum class AuthorMark { none, by_class, declared };

AuthorMark author_mark(const Dom& dom, NodeIndex element);

}  // namespace offprint::html
