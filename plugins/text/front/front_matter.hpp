// What stands before the body of an article: headers of any form, title, dek, bylines, dates, who the authors are.
// Thread safety: pure but for their arguments.
#pragma once

#include <cstddef>

#include "front/title.hpp"
#include "lines/lines.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "shape/shape.hpp"
#include "structure/blocks.hpp"

namespace offprint::text {

/// What was read from the head and the end of a text.
struct FrontMatter {
    Metadata metadata;
    Blocks byline;          ///< a byline group that tells who the authors are; empty when nothing does
    std::size_t lines = 0;  ///< how many lines it took; the body begins after them
    std::size_t end = 0;    ///< the line at which the body ends; what follows is told in metadata or `byline`
};

/// Whose word it is that a text is an article.
enum class TakenAs {
    guess,    ///< a text without a title has no front matter, unless a header says otherwise
    article,  ///< bylines and dates count without a title, too
};

/// The front matter of `lines`, from which boilerplate has been cut.
FrontMatter read_front_matter(Lines lines, const Shape& shape, const BlockReader& blocks, TakenAs taken_as,
                              Context& context);

/// True if `lines` begin as articles, letters and books do: with a header, a title, or a byline.
bool begins_as_article(Lines lines, const Shape& shape);

}  // namespace offprint::text
