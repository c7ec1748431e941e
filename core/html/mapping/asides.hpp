// What stands beside the text: callouts and pull quotes, by the names that generators of sites give them.
// Thread safety: pure.
#pragma once

#include <string>

#include "html/dom/dom.hpp"

namespace offprint::html {

/// True for the boxes called admonition, alert or callout.
bool is_callout(const Dom& dom, NodeIndex node);

/// What kind of callout it is ("warning"); empty if nobody says.
std::string callout_kind(const Dom& dom, NodeIndex node);

/// The element in a callout that holds its title; no_node if there is none.
NodeIndex callout_title(const Dom& dom, NodeIndex callout);

/// True for words of the text that are set once more in large type.
bool is_pull_quote(const Dom& dom, NodeIndex node);

/// The letters of `text` alone, so that quoting marks and spaces make no difference.
std::string letters_of(std::string_view text);

}  // namespace offprint::html
