// Strings as the model wants them: UTF-8, XML 1.0 characters, collapsed white space.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "offprint/document.hpp"
#include "offprint/export.hpp"

namespace offprint {

/// True for a Unicode scalar value that XML 1.0 (section 2.2) allows and that is no noncharacter
/// U+FFFE or U+FFFF.
constexpr bool is_xml_character(char32_t c) {
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

/// The character of valid UTF-8 that begins at `position`, which moves on behind it.
constexpr char32_t next_character(std::string_view text, std::size_t& position) {
    const auto lead = static_cast<unsigned char>(text[position++]);
    if (lead < 0x80) return lead;
    const int trailing = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t c = lead & (0x3FU >> trailing);
    for (int i = 0; i < trailing && position < text.size(); ++i)
        c = c << 6 | (static_cast<unsigned char>(text[position++]) & 0x3FU);
    return c;
}

/// The length of the longest prefix that is valid UTF-8 of XML 1.0 characters.
OFFPRINT_API std::size_t xml_text_prefix(std::string_view text);

/// `text` with every maximal invalid UTF-8 sequence replaced by U+FFFD and every character that XML
/// 1.0 forbids left out. Cheap when there is nothing to do.
OFFPRINT_API std::string clean_xml_text(std::string_view text);

/// HTML white space (space, tab, LF, FF, CR) collapsed to single spaces, none at the ends. A
/// no-break space is no white space.
OFFPRINT_API std::string collapse_space(std::string_view text);

/// `text` without HTML white space and no-break spaces at its ends.
OFFPRINT_API std::string_view trim(std::string_view text);

/// The words of a node, list of nodes or document as a reader would speak them; blocks and breaks
/// become one space; notes are left out. Image alt texts are included.
OFFPRINT_API std::string plain_text(const Inlines& inlines);
OFFPRINT_API std::string plain_text(const Blocks& blocks);

/// True if one of the first blocks, after pictures perhaps, says `text` and nothing else; case and punctuation do not
/// matter. Writers that print a dek ask this, for the article may begin with it.
OFFPRINT_API bool opens_with(const Blocks& blocks, std::string_view text);

/// ASCII lower case; other bytes stay.
OFFPRINT_API std::string to_lower_ascii(std::string_view text);

/// Number of Unicode code points in valid UTF-8.
OFFPRINT_API std::size_t code_points(std::string_view text);

/// The longest prefix of valid UTF-8 of at most `size` bytes that does not end inside a character.
OFFPRINT_API std::string_view utf8_prefix(std::string_view text, std::size_t size);

/// A name for links made of `text`: lower case, words joined with '-', letters of every script kept.
/// Empty when nothing is left.
OFFPRINT_API std::string slug(std::string_view text);

/// Appends `text` to `inlines`: to the last node's text where that is plain text without attributes, so that
/// neighbouring texts become one node. `range` is where `text` stands in the input.
OFFPRINT_API void append_text(Inlines& inlines, std::string_view text, SourceRange range = {});

}  // namespace offprint
