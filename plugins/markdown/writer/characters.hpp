// What CommonMark asks of the characters around a mark (section 6.2).
// Thread safety: pure.
#pragma once

namespace offprint::markdown {

constexpr bool is_ascii_letter_or_digit(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

constexpr bool is_ascii_punctuation(char32_t c) {
    return c > ' ' && c < 0x7F && !is_ascii_letter_or_digit(c);
}

/// Line ends count; the begin and the end of a line are given as a space.
constexpr bool is_white_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Punctuation in every version of Unicode and of CommonMark.
constexpr bool is_punctuation(char32_t c) {
    return is_ascii_punctuation(c) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x203E) ||
           (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011);
}

/// What some renderer may take for punctuation or a symbol: all but letters and digits.
constexpr bool may_be_punctuation(char32_t c) {
    return is_ascii_punctuation(c) || (c >= 0x80 && c <= 0xBF) || c == 0xD7 || c == 0xF7 ||
           (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x2E00 && c <= 0x2E7F) || (c >= 0x3000 && c <= 0x3004) ||
           (c >= 0x3008 && c <= 0x3020) || c == 0x3030 || c == 0x30FB || (c >= 0xFE00 && c <= 0xFE6F) ||
           (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
           (c >= 0xFF5B && c <= 0xFF65) || c >= 0x1F000;
}

/// A letter or digit for every renderer.
constexpr bool is_word_character(char32_t c) {
    return !is_white_space(c) && !may_be_punctuation(c);
}

}  // namespace offprint::markdown
