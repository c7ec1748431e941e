// What Project Gutenberg puts around its books.
// Thread safety: pure.
#pragma once

#include "boilerplate/cut.hpp"
#include "lines/lines.hpp"

namespace offprint::text {

/// Adds the lines before the start marker, but for the fields of the header ("Title: ..."), and those from the end
/// marker on. Looks at the first 500 and the last 2000 lines.
void find_gutenberg_licence(Lines lines, Cuts& cuts);

}  // namespace offprint::text
