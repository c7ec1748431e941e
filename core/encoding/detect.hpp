// Which encoding bytes are in that say nothing of it themselves.
// Thread safety: pure.
#pragma once

#include <string_view>

#include "encoding/charset.hpp"

namespace offprint::encoding {

/// UTF-16 without a byte order mark, by its control bytes and the blocks that its characters come from; null if
/// `sample` is none. `is_utf8` asks for more evidence, for then the bytes make sense without it.
const Charset* detect_utf16(std::string_view sample, bool is_utf8);

/// ISO-2022-JP, which is ASCII but for its escape sequences (RFC 1468); null if `sample` is none.
const Charset* detect_iso_2022_jp(std::string_view sample);

/// The likeliest encoding of `sample`, which is neither of those nor UTF-8.
const Charset& detect_legacy(std::string_view sample);

}  // namespace offprint::encoding
