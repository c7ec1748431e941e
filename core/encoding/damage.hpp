// UTF-8 that passed through a program that took it for windows-1252, or that has windows-1252 in it.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace offprint::encoding {

/// What was found in a text as a whole. Each is set only where nothing else explains the bytes.
struct Utf8Damage {
    bool stray_bytes = false;  ///< single bytes of windows-1252 between well-formed sequences: "don\x92t"
    bool c1_controls = false;  ///< windows-1252 taken for ISO-8859-1: U+0092 for an apostrophe
    bool mojibake = false;     ///< UTF-8 taken for windows-1252: "cafÃ©", "donâ€™t"

    bool any() const { return stray_bytes || c1_controls || mojibake; }
};

/// The damage that well-formed UTF-8 of XML characters can have: all but stray bytes.
Utf8Damage find_damage_in_valid(std::string_view text);

/// The damage of `bytes`, which should be UTF-8.
Utf8Damage find_damage(std::string_view bytes);

/// The character that was meant by the first `length` bytes of a text; none when that is 0.
struct Repair {
    char32_t character = 0;
    std::size_t length = 0;
};

/// What is to be repaired at `at` in `bytes`, if it is damage of a kind that `damage` holds.
Repair repair_at(std::string_view bytes, std::size_t at, const Utf8Damage& damage);

/// Where the next damage inside well-formed text may be, from `from` on; `text.size()` when there is none.
std::size_t next_suspect(std::string_view text, std::size_t from);

}  // namespace offprint::encoding
