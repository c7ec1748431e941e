// Letters of the scripts that know capitals, and of those that do not.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace offprint::text {

/// What a character is to a reader who looks for words and headings.
enum class CharacterKind {
    other,
    digit,     ///< of ASCII
    lower,     ///< a small letter
    upper,     ///< a capital
    caseless,  ///< a letter of a script without capitals
};

/// A character of valid UTF-8.
struct Character {
    char32_t code = 0;
    std::size_t size = 1;
    CharacterKind kind = CharacterKind::other;

    bool is_letter() const { return kind >= CharacterKind::lower; }
    bool is_word() const { return kind != CharacterKind::other; }
};

/// The character at the start of `text`, which is not empty.
Character first_character(std::string_view text);

/// How many characters of each kind a text has.
struct LetterCount {
    std::size_t characters = 0;
    std::size_t lower = 0;
    std::size_t upper = 0;
    std::size_t caseless = 0;
    std::size_t digits = 0;

    std::size_t letters() const { return lower + upper + caseless; }
    bool all_capitals() const { return upper > 0 && lower == 0 && caseless == 0; }
};
LetterCount count_letters(std::string_view text);

/// True if the text's first letter or digit is a small letter.
bool begins_low(std::string_view text);

}  // namespace offprint::text
