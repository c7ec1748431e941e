// Documents in one line of text, so that a test of structure is one comparison.
// Thread safety: pure.
#pragma once

#include <string>

#include "offprint/document.hpp"

namespace offprint::testing {

/// "p(a em(b)) ul(li(p(c)))": the kinds of nodes, shortened, and their texts. Attributes follow the
/// kind: "p#id@de!rtl(...)". "|" is a line break, "note0" a reference to the first note.
std::string outline(const Blocks& blocks);

/// The same of a whole document; notes come last: "... [0: p(note)]".
std::string outline(const Document& document);

}  // namespace offprint::testing
