// The names that an element shows.
// Thread safety: pure.
#pragma once

#include <string>
#include <vector>

#include "dom/dom.hpp"
#include "offprint/metadata.hpp"

namespace offprint::html {

/// The people whom a short element names: those of its parts that are marked as names, else those that it links to,
/// else all that it prints. To be called for elements of few nodes.
std::vector<Contributor> people_in(const Dom& dom, NodeIndex element);

/// The texts in a short element, with `gap` where one text node ends and the next begins.
std::string text_with_gaps(const Dom& dom, NodeIndex element, char gap);

/// How an element says that it holds the author.
enum class AuthorMark { none, by_class, declared };

AuthorMark author_mark(const Dom& dom, NodeIndex element);

}  // namespace offprint::html
