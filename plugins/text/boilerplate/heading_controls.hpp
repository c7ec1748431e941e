// Controls that pages print behind their headings: "History[edit]".
// Thread safety: pure but for the context.
#pragma once

#include <vector>

#include "lines/lines.hpp"
#include "offprint/context.hpp"
#include "structure/blocks.hpp"

namespace offprint::text {

/// Takes off the ends of short lines of `lines` a word in brackets that stands behind several of them without a space.
void cut_heading_controls(std::vector<Line>& lines, const BlockReader& blocks, Context& context);

}  // namespace offprint::text
