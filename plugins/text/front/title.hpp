// The title of a text: the first line, or the first few, where they are no sentence.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "lines/lines.hpp"
#include "shape/shape.hpp"

namespace offprint::text {

/// True if the first of `lines` is a title: a short line that stands alone and is no sentence.
bool begins_with_title(Lines lines);

/// How many lines of a wrapped text are one title that goes over two or three of them; else 0.
std::size_t wrapped_title_size(Lines lines, const Shape& shape);

/// True if a line begins as lists, quotes, code and scene breaks do.
bool has_block_mark(std::string_view text);

}  // namespace offprint::text
