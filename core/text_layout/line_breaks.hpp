// Where a line of text may end: after spaces, and between the signs of scripts that have none.
// Thread safety: pure.
#pragma once

#include <string_view>
#include <vector>

namespace offprint {

/// What stays together in a line.
struct UnbrokenText {
    std::string_view text;  ///< of the text that was split
    bool follows_space = false;
};

/// The parts between which `text`, valid UTF-8, may be broken. Chinese characters and Japanese syllables stand alone,
/// as far as their punctuation allows it (JIS X 4051).
std::vector<UnbrokenText> split_at_breaks(std::string_view text);

/// True if a word that is too long for a line may be divided between these characters.
bool may_part(char32_t before, char32_t after);

}  // namespace offprint
