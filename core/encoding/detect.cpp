#include "encoding/detect.hpp"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>

#include "encoding/alphabets.hpp"
#include "encoding/transcode.hpp"
#include "offprint/text.hpp"

namespace offprint::encoding {

namespace {

// ---------------------------------------------------------------- UTF-16

struct Block {
    char32_t first;
    char32_t last;
};

/// The blocks that nearly all text of living languages is made of, and the surrogates of emoji.
constexpr std::array common_blocks{
    Block{0x0009, 0x000D}, Block{0x0020, 0x007E}, Block{0x00A0, 0x052F}, Block{0x0531, 0x06FF}, Block{0x0900, 0x0EFF},
    Block{0x10A0, 0x11FF}, Block{0x1E00, 0x218F}, Block{0x2500, 0x27BF}, Block{0x3000, 0x318F}, Block{0x4E00, 0x9FFF},
    Block{0xAC00, 0xD7A3}, Block{0xD83C, 0xD83E}, Block{0xDC00, 0xDFFF}, Block{0xFEFF, 0xFF9F},
};

bool is_common(char32_t unit) {
    return std::any_of(common_blocks.begin(), common_blocks.end(),
                       [unit](const Block& block) { return unit >= block.first && unit <= block.last; });
}

/// How little `sample` looks like text when byte `high` (0 or 1) of each pair is the high one.
struct Utf16Fit {
    std::size_t uncommon = 0;  ///< units outside the common blocks
    std::size_t rows = 0;      ///< different high bytes: a script has few

    std::size_t cost() const { return uncommon * 4 + rows; }
};

Utf16Fit utf16_fit(std::string_view sample, std::size_t high) {
    Utf16Fit fit;
    std::array<bool, 256> rows{};
    for (std::size_t at = 0; at + 1 < sample.size(); at += 2) {
        const auto row = static_cast<unsigned char>(sample[at + high]);
        const auto cell = static_cast<unsigned char>(sample[at + 1 - high]);
        rows[row] = true;
        if (!is_common(static_cast<char32_t>(row << 8 | cell))) ++fit.uncommon;
    }
    fit.rows = static_cast<std::size_t>(std::count(rows.begin(), rows.end(), true));
    return fit;
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && std::string_view("\t\n\f\r\x1B").find(c) == std::string_view::npos;
}

// ---------------------------------------------------------------- single bytes

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

/// How often each byte occurs, between small letters of ASCII and elsewhere.
struct ByteCounts {
    std::array<std::uint32_t, 256> in_word{};
    std::array<std::uint32_t, 256> elsewhere{};
};

ByteCounts count_bytes(std::string_view sample) {
    ByteCounts counts;
    for (std::size_t at = 0; at < sample.size(); ++at) {
        const bool in_word = at > 0 && is_lower(sample[at - 1]) && at + 1 < sample.size() && is_lower(sample[at + 1]);
        ++(in_word ? counts.in_word : counts.elsewhere)[static_cast<unsigned char>(sample[at])];
    }
    return counts;
}

constexpr std::u32string_view signs =
    U"\u00A0\u00A3\u00A7\u00A9\u00AB\u00AD\u00AE\u00B0\u00B7\u00BB\u00BC\u00BD\u00BE\u2013\u2014\u2018\u2019"
    U"\u201A\u201C\u201D\u201E\u2022\u2026\u2039\u203A\u20AC\u2122";
constexpr std::u32string_view signs_in_words = U"\u00AD\u00B7\u2019";

bool holds(std::u32string_view characters, char32_t c) {
    return characters.find(c) != characters.npos;
}

/// How many characters of the text no text in the language would have where they stand.
std::uint64_t strangers(const ByteCounts& counts, const Alphabet& alphabet,
                        const std::array<char32_t, 256>& characters) {
    std::uint64_t result = 0;
    for (std::size_t byte = 0x80; byte < 0x100; ++byte) {
        const char32_t c = characters[byte];
        if (holds(alphabet.lower, c)) continue;
        if (!holds(alphabet.upper, c) && !holds(signs, c)) result += counts.elsewhere[byte];
        if (!holds(signs_in_words, c)) result += counts.in_word[byte];
    }
    return result;
}

/// The encoding in which the text is nearest to the alphabet of one language; `verdict` (may be null), then the
/// commonest one, where several are.
const Charset& nearest_alphabet(std::string_view sample, const Charset* verdict) {
    const ByteCounts counts = count_bytes(sample);
    const Charset* best = find_charset("windows-1252");
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    for (const char* name : latin_charsets) {
        const Charset* charset = find_charset(name);
        const std::array<char32_t, 256> characters = single_byte_characters(*charset);
        for (const Alphabet& alphabet : latin_alphabets) {
            const std::uint64_t count = strangers(counts, alphabet, characters);
            if (count > least || (count == least && charset != verdict)) continue;
            least = count;
            best = charset;
        }
    }
    return *best;
}

/// KOI8-U is KOI8-R with letters in the place of eight box drawings.
bool has_ukrainian_letters(std::string_view koi8) {
    return koi8.find_first_of("\xA4\xA6\xA7\xAD\xB4\xB6\xB7\xBD") != koi8.npos;
}

std::string statistical_verdict(std::string_view sample) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

/// The verdict of statistics, if there is one. They take two letters at the very beginning that might be UTF-8 for
/// proof of it; we know better, and ask again of what follows these.
const Charset* likeliest_by_statistics(std::string_view sample) {
    std::string verdict = statistical_verdict(sample);
    if (verdict == "UTF-8") verdict = statistical_verdict(sample.substr(xml_text_prefix(sample)));
    const Charset* charset = find_charset(verdict == "UHC" ? "euc-kr" : verdict);
    const bool is_legacy =
        charset != nullptr && charset->kind != CharsetKind::utf8 && charset->kind != CharsetKind::utf16;
    return is_legacy ? charset : nullptr;
}

bool is_latin(const Charset& charset) {
    constexpr char32_t last_latin_letter = 0x24F;
    return charset.kind == CharsetKind::single_byte && single_byte_characters(charset)[0xE1] <= last_latin_letter;
}

}  // namespace

const Charset* detect_utf16(std::string_view sample, bool is_utf8) {
    const auto controls = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), is_control));
    // In scripts of few letters every high byte is a control; of Chinese and Korean only some low bytes are.
    const std::size_t wanted_share = is_utf8 ? 4 : 100;
    if (controls < 2 || controls * wanted_share < sample.size()) return nullptr;
    const Utf16Fit little_endian = utf16_fit(sample, 1);
    const Utf16Fit big_endian = utf16_fit(sample, 0);
    const bool is_little_endian = little_endian.cost() < big_endian.cost();
    const Utf16Fit& better = is_little_endian ? little_endian : big_endian;
    if (better.uncommon * 30 > sample.size() / 2) return nullptr;
    return find_charset(is_little_endian ? "utf-16le" : "utf-16be");
}

const Charset* detect_iso_2022_jp(std::string_view sample) {
    const bool escapes = sample.find("\x1B$B") != sample.npos || sample.find("\x1B$@") != sample.npos;
    const bool is_ascii = std::none_of(sample.begin(), sample.end(), [](char c) { return (c & 0x80) != 0; });
    return escapes && is_ascii ? find_charset("iso-2022-jp") : nullptr;
}

const Charset& detect_legacy(std::string_view sample) {
    const Charset* verdict = likeliest_by_statistics(sample);
    if (verdict == nullptr || is_latin(*verdict)) return nearest_alphabet(sample, verdict);
    if (verdict->name == "koi8-r" && has_ukrainian_letters(sample)) return *find_charset("koi8-u");
    return *verdict;
}

}  // namespace offprint::encoding
