// Tables (ECMA-376 Part 1, 17.4).
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>

#include "blocks.hpp"
#include "offprint/document.hpp"

namespace offprint::docx {

/// Appends the table with its caption before it and a paragraph behind it, which Word needs between tables and
/// at the end of whatever holds one. Word takes 63 columns; a wider table becomes several, one below another.
void write_table(const Table& table, pugi::xml_node parent, const Scope& scope, BlockWriter& blocks);

}  // namespace offprint::docx
