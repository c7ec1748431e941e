#include "language/direction.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "offprint/walk.hpp"

namespace offprint::language {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Blocks of right-to-left scripts, but for their digits and combining marks.
constexpr std::array right_to_left{
    Range{0x05BE, 0x05BE},   Range{0x05C0, 0x0600}, Range{0x0608, 0x064A}, Range{0x066D, 0x066F},
    Range{0x0671, 0x06D5},   Range{0x06E5, 0x06E6}, Range{0x06EE, 0x06EF}, Range{0x06FA, 0x08D2},
    Range{0x200F, 0x200F},   Range{0xFB1D, 0xFDFF}, Range{0xFE70, 0xFEFC}, Range{0x10800, 0x10FFF},
    Range{0x1E800, 0x1EFFF},
};

/// Signs, marks and spaces outside ASCII; with the rest of the scripts above.
constexpr std::array neutral{
    Range{0x0080, 0x00A9}, Range{0x00AB, 0x00B4}, Range{0x00B6, 0x00B9}, Range{0x00BB, 0x00BF},   Range{0x00D7, 0x00D7},
    Range{0x00F7, 0x00F7}, Range{0x0300, 0x036F}, Range{0x0590, 0x08FF}, Range{0x2000, 0x200D},   Range{0x2010, 0x2070},
    Range{0x2074, 0x207E}, Range{0x2080, 0x208E}, Range{0x20A0, 0x20FF}, Range{0x2190, 0x2BFF},   Range{0x3000, 0x3004},
    Range{0x3008, 0x3020}, Range{0xFE00, 0xFE6F}, Range{0xFF00, 0xFF20}, Range{0x1F000, 0x1FAFF},
};

template <std::size_t size>
bool is_in(const std::array<Range, size>& ranges, char32_t c) {
    for (const Range& range : ranges)
        if (c >= range.first && c <= range.last) return true;
    return false;
}

Direction direction_of(char32_t c) {
    if (c < 0x80) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return is_letter ? Direction::left_to_right : Direction::unspecified;
    }
    if (is_in(right_to_left, c)) return Direction::right_to_left;
    return is_in(neutral, c) ? Direction::unspecified : Direction::left_to_right;
}

/// The letters of a text by their direction.
struct Letters {
    std::size_t left_to_right = 0;
    std::size_t right_to_left = 0;
    Direction first = Direction::unspecified;

    void add(char32_t c) {
        const Direction direction = direction_of(c);
        if (direction == Direction::unspecified) return;
        if (first == Direction::unspecified) first = direction;
        ++(direction == Direction::right_to_left ? right_to_left : left_to_right);
    }

    Direction majority() const {
        return right_to_left > left_to_right ? Direction::right_to_left : Direction::left_to_right;
    }
};

void add(std::string_view text, Letters& letters) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i) c = c << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        letters.add(c);
        at += length;
    }
}

/// False for text without any letter from right to left, which is soon seen: their sequences begin with few bytes.
bool may_run_right_to_left(std::string_view text) {
    unsigned found = 0;
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        found |= static_cast<unsigned>(byte >= 0xD6 && byte <= 0xE0) | static_cast<unsigned>(byte >= 0xEF);
    }
    return found != 0;
}

bool may_run_right_to_left(const Document& document) {
    bool may = false;
    walk(document, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Text>) may = may || may_run_right_to_left(node.text);
    });
    return may;
}

template <class N>
Letters letters_of(const N& node) {
    Letters letters;
    walk(node, [&](const auto& inner) {
        if constexpr (std::is_same_v<std::decay_t<decltype(inner)>, Text>) add(inner.text, letters);
    });
    return letters;
}

}  // namespace

void complete_direction(Document& document) {
    if (!document.attributes && !may_run_right_to_left(document)) return;
    const bool is_said = document.attributes && document.attributes->direction != Direction::unspecified;
    if (!is_said && letters_of(document.content).majority() == Direction::right_to_left)
        document.attributes.ensure().direction = Direction::right_to_left;
    const bool is_right_to_left = document.attributes && document.attributes->direction == Direction::right_to_left;
    const Direction usual = is_right_to_left ? Direction::right_to_left : Direction::left_to_right;
    walk(document, [&](auto& node) {
        if constexpr (requires { requires std::is_same_v<decltype(node.content), Inlines>; } &&
                      !std::is_constructible_v<Inline, decltype(node)>) {
            const Letters letters = letters_of(node.content);
            if (letters.first == Direction::unspecified || letters.first == usual || letters.majority() == usual)
                return;
            if (node.attributes && node.attributes->direction != Direction::unspecified) return;
            node.attributes.ensure().direction = letters.first;
        }
    });
}

}  // namespace offprint::language
