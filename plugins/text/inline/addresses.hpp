// Web and e-mail addresses within running text.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace offprint::text {

/// An address that was found at [begin, end) of a text.
struct Address {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string url;  ///< what a link to it names
};

/// The address around `text[at]`, one of the characters that every address holds: the ':' of
/// "https://", the '.' after "www", or '@'. Punctuation that belongs to the sentence stays outside.
std::optional<Address> address_around(std::string_view text, std::size_t at);

}  // namespace offprint::text
