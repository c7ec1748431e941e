// Keeps a page from costing the parser more than linear time: HTML's own algorithm is quadratic in the
// nesting and in the attributes of one tag.
// Thread safety: pure but for its argument.
#pragma once

#include <string>

namespace offprint::html {

/// Blanks out (with spaces, so that offsets stay) the tags in `markup` that would nest deeper than
/// `max_depth` elements, and attributes beyond 256 of one tag. Linear. True if it changed anything.
bool limit_markup(std::string& markup, int max_depth);

}  // namespace offprint::html
