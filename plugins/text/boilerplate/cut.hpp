// A part of a text that is to be left out.
// Thread safety: values.
#pragma once

#include <cstddef>
#include <vector>

namespace offprint::text {

/// How sure it is that a part is none of the author's words; the surest first.
enum class Certainty { licence, phrase, run };

/// Lines [begin, end).
struct Cut {
    std::size_t begin = 0;
    std::size_t end = 0;
    Certainty certainty = Certainty::phrase;
    const char* reason = "";  ///< in words, for a diagnostic; lives as long as the program
};

using Cuts = std::vector<Cut>;

}  // namespace offprint::text
