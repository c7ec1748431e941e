#include "offprint/text.hpp"

#include <cstdint>
#include <cstring>

namespace offprint {

namespace {

bool is_html_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

constexpr std::string_view no_break_space = "\xC2\xA0";

struct Sequence {
    char32_t scalar = 0;
    std::size_t length = 0;  ///< bytes consumed; for invalid input the maximal ill-formed subpart
    bool valid = false;
};

/// Decodes the sequence at the start of `text`, which is not empty (Unicode 15, table 3-7).
Sequence decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    char32_t scalar = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
        scalar = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        scalar = lead & 0x0FU;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        scalar = lead & 0x07U;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    } else {
        return {0, 1, false};
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (i >= text.size() || byte(i) < low || byte(i) > high) return {0, i, false};
        scalar = (scalar << 6) | (byte(i) & 0x3FU);
        low = 0x80;
        high = 0xBF;
    }
    return {scalar, length, true};
}

/// True if eight bytes are printable ASCII: the common case, taken in one step.
bool is_plain_word(const char* bytes) {
    std::uint64_t word;
    std::memcpy(&word, bytes, sizeof word);
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t high_bits = ones * 0x80;
    const std::uint64_t below_space = (word - ones * 0x20) & ~word & high_bits;
    return ((word & high_bits) | below_space) == 0;
}

/// Bytes of the sequence at the start of `text` if its lead alone says that every well-formed one is an XML
/// character, which holds for most text outside ASCII; else 0.
std::size_t common_sequence(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const auto continues = [&](std::size_t i) { return i < text.size() && (text[i] & 0xC0) == 0x80; };
    if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
    if (lead >= 0xE1 && lead <= 0xEC) return continues(1) && continues(2) ? 3 : 0;
    return 0;
}

}  // namespace

std::size_t xml_text_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        while (text.size() - at >= 8 && is_plain_word(text.data() + at)) at += 8;
        if (at == text.size()) break;
        if (const std::size_t length = common_sequence(text.substr(at)); length != 0) {
            at += length;
            continue;
        }
        const Sequence sequence = decode(text.substr(at));
        if (!sequence.valid || !is_xml_character(sequence.scalar)) return at;
        at += sequence.length;
    }
    return at;
}

std::string clean_xml_text(std::string_view text) {
    std::string clean;
    while (true) {
        const std::size_t good = xml_text_prefix(text);
        clean.append(text.substr(0, good));
        text.remove_prefix(good);
        if (text.empty()) return clean;
        const Sequence bad = decode(text);
        if (!bad.valid) clean += "\xEF\xBF\xBD";
        text.remove_prefix(bad.length);
    }
}

std::string collapse_space(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (char c : text) {
        if (!is_html_space(c))
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        if (is_html_space(text.front()))
            text.remove_prefix(1);
        else if (text.starts_with(no_break_space))
            text.remove_prefix(no_break_space.size());
        else
            break;
    }
    while (!text.empty()) {
        if (is_html_space(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with(no_break_space))
            text.remove_suffix(no_break_space.size());
        else
            break;
    }
    return text;
}

std::string to_lower_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
    return count;
}

std::string_view utf8_prefix(std::string_view text, std::size_t size) {
    if (text.size() <= size) return text;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
    return text.substr(0, size);
}

namespace {

/// Punctuation and symbols outside ASCII that no name should hold: general punctuation, currency,
/// arrows to dingbats, CJK punctuation, fullwidth forms of ASCII punctuation, Latin-1 signs.
bool is_wide_punctuation(char32_t c) {
    return (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7 ||
           (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) ||
           c == 0x3030 || (c >= 0xFE00 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF0F) ||
           (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65) || c >= 0x1F000;
}

bool is_ascii_name(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::string slug(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const Sequence sequence = decode(text);
        const std::string_view bytes = text.substr(0, sequence.length);
        text.remove_prefix(sequence.length);
        const char32_t c = sequence.scalar;
        if (!sequence.valid || c == '\'' || c == 0x2019) continue;
        if (c < 0x80 ? is_ascii_name(c) : !is_wide_punctuation(c))
            result += to_lower_ascii(bytes);
        else if (!result.empty() && result.back() != '-')
            result += '-';
    }
    if (!result.empty() && result.back() == '-') result.pop_back();
    return result;
}

void append_text(Inlines& inlines, std::string_view text, SourceRange range) {
    if (text.empty()) return;
    if (!inlines.empty()) {
        Text* last = std::get_if<Text>(&inlines.back());
        if (last != nullptr && !last->attributes) {
            last->text += text;
            if (range.known()) last->range = {last->range.known() ? last->range.begin : range.begin, range.end};
            return;
        }
    }
    Text node{std::string(text)};
    node.range = range;
    inlines.push_back(std::move(node));
}

}  // namespace offprint
