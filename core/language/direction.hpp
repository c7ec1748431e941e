// The writing direction of a document whose source cannot say it.
// Thread safety: pure but for its argument.
#pragma once

#include "offprint/document.hpp"

namespace offprint::language {

/// Makes a document right-to-left when most of its letters are, and marks the paragraphs, headings and other blocks of
/// text that run the other way: their first letter and most of their letters do (UAX #9, rule P2, but a foreign name at
/// the beginning does not turn a paragraph around). What has a direction keeps it.
void complete_direction(Document& document);

}  // namespace offprint::language
