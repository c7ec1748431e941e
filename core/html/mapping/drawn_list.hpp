// Lists that are drawn with tables: a mark or number in the first cell of each row, the words in the second.
// Thread safety: pure.
#pragma once

#include <string_view>

#include "html/dom/dom.hpp"

namespace offprint::html {

/// True if each row of the table, of which there is one at least, is an item of a list, and not a line of data.
bool is_drawn_list(const Dom& dom, NodeIndex table);

/// True for a mark that is no number: a bullet or a dash.
bool is_bullet(std::string_view label);

}  // namespace offprint::html
