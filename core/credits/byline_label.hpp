// The words that lead a byline: "By", "Written by", "Foto:".
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace offprint::credits {

/// How long a label is, and what it says that the people named did.
struct BylineLabel {
    std::size_t size = 0;   ///< bytes; 0: there is none
    std::string_view role;  ///< "author", "photographer"; empty: something that is not told in metadata
    bool is_known = true;   ///< false for "Presented by", and for "Browse by"
};

/// The label at the front of `text`.
BylineLabel byline_label(std::string_view text);

}  // namespace offprint::credits
