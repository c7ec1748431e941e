// What a text is judged by when boilerplate is looked for: its paragraphs, each with what its words say it is.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "boilerplate/phrases.hpp"
#include "lines/lines.hpp"
#include "shape/shape.hpp"

namespace offprint::text {

/// A paragraph, as far as that is known before the text is read: lines [begin, end).
struct TextPassage {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t words = 0;  ///< of its first 1500 bytes
    Phrase phrase = Phrase::none;
    bool is_sentence = false;  ///< ends as sentences do
    bool is_apart = false;     ///< blank lines are around it
    bool is_rule = false;      ///< a line of dashes and the like
};

/// The passages of at most `most_lines` lines from `begin` on.
std::vector<TextPassage> passages_at_head(Lines lines, const Shape& shape, std::size_t begin, std::size_t most_lines);

/// The passages of the last lines of a text.
std::vector<TextPassage> passages_at_tail(Lines lines, const Shape& shape, std::size_t most_lines);

/// The number of words in a text without white space at its ends.
std::size_t count_words(std::string_view text);

}  // namespace offprint::text
