// Kinds of ASCII letters. What a locale thinks of them must not matter.
// Thread safety: pure.
#pragma once

namespace offprint::credits {

/// True for 'A' to 'Z'.
constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// True for 'a' to 'z'.
constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

/// True for '0' to '9'.
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace offprint::credits
