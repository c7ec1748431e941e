#include "lines/letters.hpp"

#include <algorithm>
#include <array>

namespace offprint::text {

namespace {

char32_t decode(std::string_view text, std::size_t size) {
    constexpr std::array<unsigned, 5> lead_bits = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t code = static_cast<unsigned char>(text.front()) & lead_bits[size];
    for (std::size_t i = 1; i < size; ++i) code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3F);
    return code;
}

std::size_t size_of_sequence(unsigned char lead) {
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

constexpr std::array<CharacterKind, 128> make_ascii_kinds() {
    std::array<CharacterKind, 128> kinds{};
    for (char c = '0'; c <= '9'; ++c) kinds[static_cast<std::size_t>(c)] = CharacterKind::digit;
    for (char c = 'a'; c <= 'z'; ++c) kinds[static_cast<std::size_t>(c)] = CharacterKind::lower;
    for (char c = 'A'; c <= 'Z'; ++c) kinds[static_cast<std::size_t>(c)] = CharacterKind::upper;
    return kinds;
}
constexpr std::array<CharacterKind, 128> ascii_kinds = make_ascii_kinds();

/// Latin, Greek, Cyrillic and Armenian from U+00C0 on (Unicode, DerivedCoreProperties: Uppercase).
bool is_capital(char32_t c) {
    if (c < 0x100) return c <= 0xDE && c != 0xD7;
    // Latin Extended-A pairs a capital with the small letter after it; the parity changes twice.
    if (c < 0x180) return ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) == (c % 2 == 1) && c != 0x138;
    if ((c >= 0x200 && c <= 0x233) || (c >= 0x1E00 && c <= 0x1EFF)) return c % 2 == 0;
    if (c >= 0x386 && c <= 0x3AB) return c != 0x390;
    if (c >= 0x400 && c <= 0x42F) return true;
    if (c >= 0x460 && c <= 0x52F) return c % 2 == 0;
    return c >= 0x531 && c <= 0x556;
}

bool has_capitals(char32_t c) {
    return (c >= 0xC0 && c <= 0x24F) || (c >= 0x1E00 && c <= 0x1FFF) || (c >= 0x370 && c <= 0x3FF) ||
           (c >= 0x400 && c <= 0x52F) || (c >= 0x531 && c <= 0x587);
}

/// Letters of the other scripts; marks that combine with them count as such.
bool is_caseless(char32_t c) {
    struct Range {
        char32_t first;
        char32_t last;
    };
    constexpr std::array ranges = {
        Range{0x591, 0x1DFF},     // Hebrew to phonetic extensions, the scripts of South and South-East Asia
        Range{0x2C00, 0x2DFF},    // Glagolitic to Cyrillic Extended-A
        Range{0x3005, 0x3007},    // iteration marks of ideographs
        Range{0x3031, 0xD7FF},    // kana, ideographs, hangul
        Range{0xF900, 0xFDFF},    // compatibility ideographs, presentation forms
        Range{0xFE70, 0xFEFE},    // Arabic presentation forms
        Range{0xFF66, 0xFFDC},    // half-width kana and hangul
        Range{0x10000, 0x1EFFF},  // historic scripts
        Range{0x20000, 0x3FFFF},  // rare ideographs
    };
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](const Range& range) { return c >= range.first && c <= range.last; });
}

CharacterKind kind_of(char32_t c) {
    if (c == 0xD7 || c == 0xF7) return CharacterKind::other;
    if (has_capitals(c)) return is_capital(c) ? CharacterKind::upper : CharacterKind::lower;
    return is_caseless(c) ? CharacterKind::caseless : CharacterKind::other;
}

}  // namespace

Character first_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {lead, 1, ascii_kinds[lead]};
    const std::size_t size = std::min(size_of_sequence(lead), text.size());
    const char32_t code = decode(text, size);
    return {code, size, kind_of(code)};
}

LetterCount count_letters(std::string_view text) {
    std::array<std::size_t, 5> counts{};
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        const Character character = first_character(text.substr(at));
        ++counts[static_cast<std::size_t>(character.kind)];
        at += character.size;
    }
    const auto of = [&](CharacterKind kind) { return counts[static_cast<std::size_t>(kind)]; };
    return {.characters = characters,
            .lower = of(CharacterKind::lower),
            .upper = of(CharacterKind::upper),
            .caseless = of(CharacterKind::caseless),
            .digits = of(CharacterKind::digit)};
}

bool begins_low(std::string_view text) {
    while (!text.empty()) {
        const Character character = first_character(text);
        if (character.is_word()) return character.kind == CharacterKind::lower;
        text.remove_prefix(character.size);
    }
    return false;
}

}  // namespace offprint::text
