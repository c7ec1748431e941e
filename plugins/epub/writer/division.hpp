// Blocks that are too large for one file of a book, in parts.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "offprint/document.hpp"

namespace offprint::epub {

/// On each part but the first, so that our reader puts them together again. The value is `next_line` for code of which
/// the part before ended with a line, else empty.
inline constexpr const char* continued_attribute = "data-continued";
inline constexpr std::string_view next_line = "line";

/// What a node takes as XHTML, roughly, in bytes; notes that it refers to do not count.
std::size_t weight_of(const Block& block);
std::size_t weight_of(const Note& note);

/// `block` as several blocks that say the same, each of at most `size` (a character at least) where that can be: a list
/// between its items (its numbers go on), a quote between its blocks, code between its lines, a paragraph after a
/// sentence, else between words. The first part keeps the id. Headings, figures and tables are never divided: one part
/// is the whole.
Blocks divide(const Block& block, std::size_t size);

/// True for parts but the first.
bool is_continued(const Node& node);

}  // namespace offprint::epub
