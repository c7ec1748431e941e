// The byline group of a document: what a text tells of its authors, wherever it does.
// Thread safety: pure but for their arguments.
#pragma once

#include <string_view>

#include "lines/lines.hpp"
#include "offprint/document.hpp"
#include "structure/blocks.hpp"

namespace offprint::text {

/// Adds `paragraph` to the byline group that `byline` holds, which is made for the first one.
void add_to_byline_group(Blocks& byline, Paragraph paragraph);

/// `lines` as a paragraph about `name`, which stands above them in strong letters; nothing does where it is empty.
Paragraph paragraph_about(std::string_view name, Lines lines, const BlockReader& blocks);

}  // namespace offprint::text
