#include "direction.hpp"

namespace offprint::docx {

namespace {

enum class Strength { neutral, left, right };

bool is_ascii_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Blocks, not single characters: Word asks for the script of a run, not for its bidirectional classes.
Strength strength_of(char32_t c) {
    if (c < 0xC0) return is_ascii_letter(c) ? Strength::left : Strength::neutral;
    const bool right = (c >= 0x590 && c <= 0x8FF) || c == 0x200F || (c >= 0xFB1D && c <= 0xFDFF) ||
                       (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
    if (right) return Strength::right;
    const bool punctuation = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3004) || c == 0xD7 || c == 0xF7;
    return punctuation && c != 0x200E ? Strength::neutral : Strength::left;
}

/// The character that begins at `at`, which moves behind it.
char32_t next_character(const char*& at) {
    const auto first = static_cast<unsigned char>(*at++);
    if (first < 0x80) return first;
    const int following = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    char32_t character = first & (0x3Fu >> following);
    for (int i = 0; i < following; ++i) character = character << 6 | (static_cast<unsigned char>(*at++) & 0x3Fu);
    return character;
}

/// Walks over valid UTF-8 and gives each character's strength with where it begins and ends.
template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const char* const begin = at;
        const Strength strength = strength_of(next_character(at));
        if (!visit(strength, static_cast<std::size_t>(begin - text.data()), static_cast<std::size_t>(at - text.data())))
            return;
    }
}

void add(std::vector<DirectedText>& parts, std::string_view text, bool right_to_left) {
    if (text.empty()) return;
    if (!parts.empty() && parts.back().right_to_left == right_to_left) {
        std::string_view& last = parts.back().text;
        last = std::string_view(last.data(), last.size() + text.size());
    } else {
        parts.push_back({text, right_to_left});
    }
}

}  // namespace

std::vector<DirectedText> split_by_direction(std::string_view text, bool paragraph_right_to_left) {
    std::vector<DirectedText> parts;
    bool before = paragraph_right_to_left;  // direction of the last strong character
    std::size_t neutral_begin = 0;
    for_each_character(text, [&](Strength strength, std::size_t begin, std::size_t end) {
        if (strength == Strength::neutral) return true;
        const bool right = strength == Strength::right;
        add(parts, text.substr(neutral_begin, begin - neutral_begin),
            before == right ? right : paragraph_right_to_left);
        add(parts, text.substr(begin, end - begin), right);
        before = right;
        neutral_begin = end;
        return true;
    });
    add(parts, text.substr(neutral_begin), paragraph_right_to_left);
    return parts;
}

std::optional<bool> first_strong_is_right_to_left(std::string_view text) {
    std::optional<bool> answer;
    for_each_character(text, [&](Strength strength, std::size_t, std::size_t) {
        if (strength != Strength::neutral) answer = strength == Strength::right;
        return !answer;
    });
    return answer;
}

}  // namespace offprint::docx
