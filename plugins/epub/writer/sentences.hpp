// Where sentences end, in every script, as far as the punctuation shows it.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace offprint::epub {

/// The length in bytes of the first sentence of `text`, which is UTF-8, with the white space after it. All of `text`
/// where no end of a sentence is seen, so that an abbreviation may end one, but no number and no address does.
std::size_t sentence_length(std::string_view text);

}  // namespace offprint::epub
