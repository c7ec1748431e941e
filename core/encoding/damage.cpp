#include "encoding/damage.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "encoding/transcode.hpp"
#include "offprint/text.hpp"

namespace offprint::encoding {

namespace {

/// windows-1252 from 0x80 to 0x9F; what it leaves free are controls, as in the Encoding Standard.
constexpr std::array<char16_t, 32> windows_1252_controls{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

constexpr char c1_lead = '\xC2';        ///< of U+0080..U+00BF
constexpr char mojibake_lead = '\xC3';  ///< of U+00C0..U+00FF, which hold all that looks like a lead byte

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool is_c1(char32_t c) {
    return c >= 0x80 && c < 0xA0;
}

char32_t from_windows_1252(unsigned char byte) {
    return is_c1(byte) ? windows_1252_controls[byte - 0x80U] : byte;
}

bool is_ascii_letter_at(std::string_view text, std::size_t at) {
    const char c = at < text.size() ? text[at] : '\0';
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The character of a well-formed sequence of two bytes or more.
char32_t character_of(std::string_view sequence) {
    char32_t c = byte_at(sequence, 0) & (0x7FU >> sequence.size());
    for (std::size_t i = 1; i < sequence.size(); ++i) c = c << 6 | (byte_at(sequence, i) & 0x3FU);
    return c;
}

/// A character, and the byte that it is in windows-1252 or, a control, in ISO-8859-1.
struct AsByte {
    unsigned char byte;
    std::size_t length;
};

std::optional<AsByte> as_byte(std::string_view text, std::size_t at) {
    if (at >= text.size()) return std::nullopt;
    const unsigned char lead = byte_at(text, at);
    const std::size_t length = lead == 0xE2 ? 3 : lead >= 0xC2 && lead <= 0xCB ? 2 : 0;
    const std::string_view sequence = text.substr(at, length);
    if (length == 0 || xml_text_prefix(sequence) != length) return std::nullopt;
    const char32_t c = character_of(sequence);
    if (c >= 0x80 && c <= 0xFF) return AsByte{static_cast<unsigned char>(c), length};
    const auto found = std::find(windows_1252_controls.begin(), windows_1252_controls.end(), c);
    if (found == windows_1252_controls.end()) return std::nullopt;
    return AsByte{static_cast<unsigned char>(0x80 + (found - windows_1252_controls.begin())), length};
}

/// The character whose UTF-8 the characters at `at` are, each taken for a byte. The first is two bytes long.
Repair mojibake_at(std::string_view text, std::size_t at) {
    // Nearly every letter with an accent is ruled out here, by the ASCII behind it.
    if (at + 2 >= text.size() || (text[at + 2] & 0x80) == 0) return {};
    std::array<char, 4> bytes{};
    std::size_t size = 0;
    std::size_t end = at;
    std::size_t wanted = 1;
    for (; size < wanted; ++size) {
        const std::optional<AsByte> next = as_byte(text, end);
        if (!next || (size > 0 && (next->byte & 0xC0U) != 0x80)) return {};
        if (size == 0) wanted = next->byte >= 0xF0 ? 4 : next->byte >= 0xE0 ? 3 : next->byte >= 0xC2 ? 2 : 0;
        bytes[size] = static_cast<char>(next->byte);
        end += next->length;
    }
    const std::string_view sequence(bytes.data(), size);
    if (size < 2 || xml_text_prefix(sequence) != size) return {};
    const char32_t c = character_of(sequence);
    const bool is_private = c >= 0xE000 && c <= 0xF8FF;
    return is_c1(c) || is_private ? Repair{} : Repair{c, end - at};
}

/// Nearly all that may be the beginning of mojibake is, and most of it is where letters are: a text that merely
/// shows some keeps it.
bool has_mojibake(std::string_view text) {
    std::size_t leads = 0;
    std::size_t sequences = 0;
    std::size_t in_words = 0;
    std::size_t end_of_last = 0;
    for (std::size_t at = text.find(mojibake_lead); at != text.npos; at = text.find(mojibake_lead, at + 1)) {
        if (at < end_of_last) continue;
        if (at + 1 < text.size() && byte_at(text, at + 1) >= 0x82 && byte_at(text, at + 1) <= 0xB4) ++leads;
        const Repair repair = mojibake_at(text, at);
        if (repair.length == 0) continue;
        ++sequences;
        const bool touches_word = at == end_of_last || (at > 0 && is_ascii_letter_at(text, at - 1)) ||
                                  is_ascii_letter_at(text, at + repair.length);
        if (touches_word) ++in_words;
        end_of_last = at + repair.length;
    }
    return sequences >= 3 && sequences * 10 >= leads * 9 && in_words * 2 >= sequences;
}

/// True if there are controls that windows-1252 has characters for, and no others. U+0085 alone is the line end NEL.
bool has_c1_controls(std::string_view text) {
    bool found = false;
    for (std::size_t at = text.find(c1_lead); at != text.npos; at = text.find(c1_lead, at + 1)) {
        const unsigned char control = at + 1 < text.size() ? byte_at(text, at + 1) : 0;
        if (!is_c1(control) || control == 0x85) continue;
        if (is_c1(from_windows_1252(control))) return false;
        found = true;
    }
    return found;
}

constexpr std::size_t longest_sequence = 4;

/// True if no part of an ill-formed sequence comes just before `at`.
bool ends_in_character(std::string_view bytes, std::size_t at) {
    if (at == 0) return true;
    for (std::size_t length = 1; length <= std::min(at, longest_sequence); ++length) {
        const std::string_view last = bytes.substr(at - length, length);
        if ((last[0] & 0xC0) != 0x80)
            return static_cast<unsigned char>(last[0]) < 0x80 || xml_text_prefix(last) == length;
    }
    return false;
}

/// True if the ill-formed byte at `at` stands by itself where its windows-1252 character would: a sign anywhere, a
/// letter at a letter.
bool is_stray(std::string_view bytes, std::size_t at) {
    const unsigned char byte = byte_at(bytes, at);
    if (byte < 0x80 || is_c1(from_windows_1252(byte)) || utf8_fault(bytes.substr(at)).length != 1) return false;
    if (!ends_in_character(bytes, at)) return false;
    const std::string_view rest = bytes.substr(at + 1, longest_sequence);
    if (!rest.empty() && (rest[0] & 0x80) != 0 && xml_text_prefix(rest) == 0) return false;
    return byte < 0xC0 || (at > 0 && is_ascii_letter_at(bytes, at - 1)) || is_ascii_letter_at(bytes, at + 1);
}

bool has_stray_bytes(std::string_view bytes) {
    std::uint64_t strays = 0;
    std::uint64_t faults = 0;
    for (std::size_t at = 0; (at += xml_text_prefix(bytes.substr(at))) < bytes.size();) {
        const Utf8Fault fault = utf8_fault(bytes.substr(at));
        if (!fault.forbidden) ++faults;
        if (!fault.forbidden && is_stray(bytes, at)) ++strays;
        at += fault.length;
    }
    return strays != 0 && strays * 10 >= faults * 9;
}

}  // namespace

Utf8Damage find_damage_in_valid(std::string_view text) {
    return {.c1_controls = has_c1_controls(text), .mojibake = has_mojibake(text)};
}

Utf8Damage find_damage(std::string_view bytes) {
    Utf8Damage damage = find_damage_in_valid(bytes);
    damage.stray_bytes = has_stray_bytes(bytes);
    return damage;
}

Repair repair_at(std::string_view bytes, std::size_t at, const Utf8Damage& damage) {
    if (damage.mojibake && bytes[at] == mojibake_lead)
        if (const Repair repair = mojibake_at(bytes, at); repair.length != 0) return repair;
    if (damage.c1_controls && bytes[at] == c1_lead && at + 1 < bytes.size() && is_c1(byte_at(bytes, at + 1)))
        return {from_windows_1252(byte_at(bytes, at + 1)), 2};
    if (damage.stray_bytes && is_stray(bytes, at)) return {from_windows_1252(byte_at(bytes, at)), 1};
    return {};
}

std::size_t next_suspect(std::string_view text, std::size_t from) {
    constexpr std::array leads{c1_lead, mojibake_lead};
    return std::min(text.find_first_of(std::string_view(leads.data(), leads.size()), from), text.size());
}

}  // namespace offprint::encoding
