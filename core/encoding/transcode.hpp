// Decodes bytes of one known encoding to clean UTF-8 with a map back to the bytes.
// Thread safety: pure but for their arguments.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "encoding/charset.hpp"
#include "encoding/decode.hpp"

namespace offprint::encoding {

struct Transcoded {
    std::string text;
    OffsetMap offsets;
    std::uint64_t replaced = 0;   ///< invalid sequences that became U+FFFD
    std::uint64_t repaired = 0;   ///< characters that were damaged by another program (see damage.hpp)
    std::uint64_t forbidden = 0;  ///< characters left out because XML 1.0 has no place for them
};

/// Where `xml_text_prefix` stops in bytes that should be UTF-8.
struct Utf8Fault {
    std::size_t length = 1;
    bool forbidden = false;  ///< a well-formed character that XML 1.0 forbids; else an ill-formed sequence
};

/// The fault at the start of `bytes`, which is not empty.
Utf8Fault utf8_fault(std::string_view bytes);

constexpr char32_t unassigned = 0xFFFFFFFF;

/// The character of each byte in a single-byte encoding; `unassigned` where there is none.
std::array<char32_t, 256> single_byte_characters(const Charset& charset);

/// Decodes `bytes` from `skipped` on (the end of a byte order mark). Throws `Error{malformed_input}` when this
/// system cannot convert the encoding.
Transcoded transcode(std::string_view bytes, std::size_t skipped, const Charset& charset, Context& context);

}  // namespace offprint::encoding
