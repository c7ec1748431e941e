// From the text of a paragraph to inline nodes.
// Thread safety: pure.
#pragma once

#include "lines/passage.hpp"
#include "offprint/document.hpp"
#include "structure/references.hpp"

namespace offprint::text {

/// The inlines of a passage: text with collapsed white space, emphasis, code, links, notes, line breaks, each
/// with its source range. `markdown` as in `find_inline_marks`.
Inlines read_inlines(const Passage& passage, bool markdown, const References& references);

}  // namespace offprint::text
