// Attributes by which those who make a page for the mapper tell it what HTML has no element for.
// Thread safety: constants and pure functions.
#pragma once

#include <optional>
#include <string_view>

#include "html/dom/dom.hpp"
#include "offprint/document.hpp"

namespace offprint::html {

/// On a `div`: it is a group of this kind, "plain", "section", "verse" or "byline".
inline constexpr std::string_view group_hint = "data-offprint-group";

/// On a list: its items are set with space between them.
inline constexpr std::string_view loose_hint = "data-offprint-loose";

/// What `group_hint` says of the element; nullopt if it says nothing.
std::optional<GroupKind> hinted_group(const Dom& dom, NodeIndex node);

}  // namespace offprint::html
