// Appeals to readers for money or help, known by their words in eight languages.
// Thread safety: pure.
#pragma once

#include <string_view>

namespace offprint::text {

/// True for a short paragraph that tells who asks whom for what. `text` is in lower case (of ASCII), here and below.
bool is_appeal(std::string_view text);

/// True for a short line that tells the reader to do what buttons are there for: "support the gazette from £1". It has
/// no marks at its ends; a line that ended a sentence is none.
bool is_call(std::string_view text, bool ends_sentence);

}  // namespace offprint::text
