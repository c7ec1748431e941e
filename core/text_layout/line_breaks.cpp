#include "text_layout/line_breaks.hpp"

#include <utility>

#include "offprint/text.hpp"
#include "text_layout/display_width.hpp"

namespace offprint {

namespace {

// Scripts that put no spaces between words; Korean does.
bool stands_alone(char32_t c) {
    return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF01 && c <= 0xFF60) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

// What stays with the character before it: closing marks, and signs that belong to it (JIS X 4051).
bool may_begin_line(char32_t c) {
    static constexpr std::u32string_view closing =
        U"、。，．・：；？！」』）］｝〉》】〕〗’”…‥ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々ゝヽ";
    return closing.find(c) == std::u32string_view::npos && display_width(c) > 0;
}

// Opening marks, and the vowels of Thai and Lao that are written before their consonant.
bool may_end_line(char32_t c) {
    static constexpr std::u32string_view opening = U"「『（［｛〈《【〔〖‘“เแโใไເແໂໃໄ";
    return opening.find(c) == std::u32string_view::npos;
}

}  // namespace

std::vector<UnbrokenText> split_at_breaks(std::string_view text) {
    std::vector<UnbrokenText> parts;
    char32_t before = U' ';
    bool follows_space = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_character(text, at);
        if (c == U' ') {
            follows_space = true;
            before = c;
            continue;
        }
        const bool between_signs = stands_alone(c) || stands_alone(before);
        if (before == U' ' || (between_signs && may_part(before, c)))
            parts.push_back({text.substr(begin, 0), std::exchange(follows_space, false)});
        const std::size_t part_begin = static_cast<std::size_t>(parts.back().text.data() - text.data());
        parts.back().text = text.substr(part_begin, at - part_begin);
        before = c;
    }
    return parts;
}

bool may_part(char32_t before, char32_t after) {
    return may_end_line(before) && may_begin_line(after);
}

}  // namespace offprint
