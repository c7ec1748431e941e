// How many words an article has.
// Thread safety: pure.
#pragma once

#include <cstdint>

#include "offprint/document.hpp"

namespace offprint::json {

/// Runs of anything but white space in the content: text and code, without notes, images' alt texts,
/// formulas and ruby annotations. Blocks and line breaks end a word, styles and links do not.
std::uint64_t count_words(const Blocks& blocks);

}  // namespace offprint::json
