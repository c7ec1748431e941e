// Which lines make up the items of a list.
// Thread safety: pure.
#pragma once

#include <optional>
#include <vector>

#include "lines/lines.hpp"
#include "lines/marks.hpp"
#include "shape/shape.hpp"

namespace offprint::text {

/// The lines of a list: where each item begins, and what the items have in common.
struct ListLines {
    ListMarker first;
    std::vector<std::size_t> items;  ///< index of each item's first line, ascending
    std::size_t size = 0;            ///< lines of the whole list
    bool tight = true;               ///< no blank lines anywhere in it
};

/// The list at the start of `lines`, if there is one. Outside Markdown a list has at least two items,
/// since a lone dash or number may be anything; a typographic bullet is always one, and so is any bullet `in_item`
/// of another list. Dashes before what people say are
/// no bullets.
std::optional<ListLines> find_list(Lines lines, const Shape& shape, bool in_item);

/// The lines of one item, without its marker and indentation.
std::vector<Line> item_lines(Lines lines);

}  // namespace offprint::text
