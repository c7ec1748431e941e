// Words that were broken at the end of a line.
// Thread safety: immutable after construction.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "lines/lines.hpp"

namespace offprint::text {

/// What becomes of the end of a line where it is joined with the next one.
enum class LineJoin {
    space,        ///< the lines' words stand apart
    none,         ///< the hyphen is the word's own: "well-" and "known"
    drop_hyphen,  ///< the hyphen goes: "infor-" and "mation"
};

/// True if a line ends in a hyphen behind a word.
bool has_broken_words(Lines lines);

/// Decides by the other words of the text. Keeps words of it, but no reference to it.
class Hyphenation {
public:
    /// Never drops a hyphen.
    Hyphenation() = default;

    /// `language` (BCP 47, or empty) tells whether compounds are written with hyphens.
    Hyphenation(Lines lines, std::string_view language);

    LineJoin join(std::string_view line, std::string_view next) const;

private:
    bool knows(const std::string& word) const { return words_.contains(word); }

    bool drops_ = false;
    bool closed_compounds_ = false;
    std::unordered_set<std::string> words_;  ///< of the text, in lower case; those that a broken word may be
};

}  // namespace offprint::text
