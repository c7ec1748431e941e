// The styles of a document of the user's, made such that the writer can refer to them as to its own.
// Thread safety: pure but for their arguments.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

namespace offprint::docx {

/// What the styles of a document were called and are called now.
using StyleNames = std::map<std::string, std::string, std::less<>>;

/// Makes `styles`, a `w:styles` of somebody else, usable for a text in `language`: each style of
/// ours that it has under Word's name gets our id, and those that it lacks are appended. References to styles that do
/// not exist go, as do circles of them and numbers that are none of `numbers`. Lists of ours count for themselves.
StyleNames merge_styles(pugi::xml_node styles, std::string_view language, const std::set<std::string>& numbers);

/// Follows `names` in a tree whose elements refer to styles; references to others go.
void rename_styles(pugi::xml_node root, const StyleNames& names);

}  // namespace offprint::docx
