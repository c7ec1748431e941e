#include "writer/sentences.hpp"

#include "offprint/text.hpp"

namespace offprint::epub {

namespace {

// They stand in numbers, names and addresses, too: white space must follow.
constexpr std::u32string_view ambiguous_ends = U".!?\u2026";

// Armenian, Arabic, Devanagari, Tibetan, Burmese, Ethiopic, Khmer, Mongolian and Chinese, the last in three widths.
constexpr std::u32string_view plain_ends =
    U"\u0589\u061F\u06D4\u0964\u0965\u0F0D\u0F0E\u104A\u104B\u1362\u1367\u1368\u17D4\u17D5\u1803\u3002\uFF01\uFF1F"
    U"\uFF61";

// Quotation marks and brackets that close what the sentence stands in.
constexpr std::u32string_view closings =
    U"\"')]}\u00BB\u2019\u201D\u203A\u3009\u300B\u300D\u300F\u3011\u3015\u3017\u301E\u301F\uFF09\uFF3D\uFF5D\uFF63";

constexpr std::u32string_view white_space = U" \t\n\r\u3000";

bool contains(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

// Where the characters of `set` that stand at `position` end.
std::size_t skip(std::string_view text, std::size_t position, std::u32string_view set) {
    for (std::size_t next = position; next < text.size(); position = next)
        if (!contains(set, next_character(text, next))) break;
    return position;
}

}  // namespace

std::size_t sentence_length(std::string_view text) {
    std::size_t position = 0;
    while (position < text.size()) {
        const char32_t c = next_character(text, position);
        const bool is_plain = contains(plain_ends, c);
        if (!is_plain && !contains(ambiguous_ends, c)) continue;
        position = skip(text, position, ambiguous_ends);
        position = skip(text, position, plain_ends);
        position = skip(text, position, closings);
        const std::size_t after = skip(text, position, white_space);
        if (is_plain || after > position) return after;
    }
    return position;
}

}  // namespace offprint::epub
