// The head of an article as it is printed: title, dek, bylines, dates, who the authors are.
// Thread safety: pure but for their arguments.
#pragma once

#include "front/front_matter.hpp"

namespace offprint::text {

/// Reads on in `front`, behind the lines that it has taken already. A title that a header told is not looked for, but
/// passed over where it stands again.
void read_article_head(Lines lines, const Shape& shape, const BlockReader& blocks, TakenAs taken_as, Context& context,
                       FrontMatter& front);

}  // namespace offprint::text
