// Documents in one line of text, so that a test of structure is one comparison.
// Thread safety: pure.
#pragma once

#include <string>

#include "offprint/document.hpp"

namespace offprint::testing {

/// "p(a em(b)) ul(li(p(c)))": the kinds of nodes, shortened, and their texts. "|" is a line break.
std::string outline(const Blocks& blocks);

}  // namespace offprint::testing
