// The language that a text is written in, from its words and letters.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace offprint::language {

struct DetectedLanguage {
    std::string tag;          ///< BCP 47; empty for text that is too short or in several languages, or unknown
    std::size_t letters = 0;  ///< bytes of letters that the verdict rests on
    int share = 0;            ///< percent of these that are in this language
};

/// `text` is UTF-8; the time it takes is linear in its size, so pass a sample.
DetectedLanguage detect_language(std::string_view text);

}  // namespace offprint::language
