// What stands before the body of an article: title, dek, bylines, dates, who the authors are.
// Thread safety: pure but for their arguments.
#pragma once

#include <cstddef>

#include "blocks.hpp"
#include "lines.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "shape.hpp"

namespace offprint::text {

struct FrontMatter {
    Metadata metadata;
    Blocks byline;          ///< a byline group that tells who the authors are; empty when nothing does
    std::size_t lines = 0;  ///< how many lines it took; the body begins after them
};

/// True if the first of `lines` is a title: a short line that stands alone and is no sentence.
bool begins_with_title(Lines lines);

/// The front matter of a text; without a title there is none.
FrontMatter read_front_matter(Lines lines, const Shape& shape, const BlockReader& blocks, Context& context);

}  // namespace offprint::text
