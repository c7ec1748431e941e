// What an article's end tells of it: who the authors are, what it is about, where it appeared first.
// Thread safety: pure but for their arguments.
#pragma once

#include "front/front_matter.hpp"

namespace offprint::text {

/// Reads the end of `lines` into `front`, whose head is known, and sets its `end`.
void read_article_tail(Lines lines, const Shape& shape, const BlockReader& blocks, FrontMatter& front);

}  // namespace offprint::text
