// The order in which properties have to stand (ECMA-376 Part 1, Annex A), for markup of makers who do not keep to it.
// Thread safety: pure but for its argument.
#pragma once

#include <pugixml.hpp>

namespace offprint::docx {

/// Puts the children of all styles, and of all properties of paragraphs, runs, tables and cells below `root`, into
/// order. What the standard does not name goes to the end.
void put_in_schema_order(pugi::xml_node root);

}  // namespace offprint::docx
