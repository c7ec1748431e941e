// How long an article takes to read.
// Thread safety: pure but for its arguments.
#pragma once

#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::html {

/// Whole minutes, rounded up, for the text of `content`; 0 where there is none. Scripts that put spaces between words
/// are counted by words, others by characters. Code, formulas and notes are not counted.
int reading_minutes(const Blocks& content, Context& context);

}  // namespace offprint::html
