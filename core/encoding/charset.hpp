// The encodings of the WHATWG Encoding Standard, by their labels, and how each is decoded here.
// Thread safety: constants and pure functions.
#pragma once

#include <string_view>

namespace offprint::encoding {

enum class CharsetKind { utf8, utf16, single_byte, multi_byte };

struct Charset {
    std::string_view name;  ///< canonical, lower case
    CharsetKind kind;
    const char* iconv_name;   ///< what glibc calls the encoding that the standard means
    std::string_view labels;  ///< all of them (section 4.2), separated by single spaces
};

/// The encoding that `label` names in any case and with white space around it; null if there is none
/// that can be decoded.
const Charset* find_charset(std::string_view label);

}  // namespace offprint::encoding
