#include "writer/sentences.hpp"

#include <algorithm>
#include <string_view>

namespace offprint::epub {

namespace {

// They stand in numbers, names and addresses, too: white space must follow.
constexpr std::u32string_view ambiguous_ends = U".!?\u2026";

// Armenian, Arabic, Devanagari, Tibetan, Burmese, Ethiopic, Khmer, Mongolian and Chinese, the last in three widths.
constexpr std::u32string_view plain_ends =
    U"\u0589\u061F\u06D4\u0964\u0965\u0F0D\u0F0E\u104A\u104B\u1362\u1367\u1368\u17D4\u17D5\u1803\u3002\uFF01\uFF1F"
    U"\uFF61";

// Quotation marks and brackets that close what the sentence stands in.
constexpr std::u32string_view closings =
    U"\"')]}\u00BB\u2019\u201D\u203A\u3009\u300B\u300D\u300F\u3011\u3015\u3017\u301E\u301F\uFF09\uFF3D\uFF5D\uFF63";

constexpr std::u32string_view white_space = U" \t\n\r\u3000";

bool contains(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

// Goes through the characters of valid UTF-8.
class Characters {
public:
    explicit Characters(std::string_view text) : text_(text) {}

    bool at_end() const { return position_ == text_.size(); }
    std::size_t position() const { return position_; }

    char32_t current() const {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text_[position_ + i]); };
        const std::size_t length = size();
        if (length == 1) return byte(0);
        char32_t c = byte(0) & (0x7Fu >> length);
        for (std::size_t i = 1; i < length; ++i) c = c << 6 | (byte(i) & 0x3Fu);
        return c;
    }

    void next() { position_ += size(); }

    void skip(std::u32string_view set) {
        while (!at_end() && contains(set, current())) next();
    }

private:
    std::size_t size() const {
        const auto first = static_cast<unsigned char>(text_[position_]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        return std::min(length, text_.size() - position_);
    }

    std::string_view text_;
    std::size_t position_ = 0;
};

}  // namespace

std::size_t sentence_length(std::string_view text) {
    Characters characters(text);
    while (!characters.at_end()) {
        const bool is_plain = contains(plain_ends, characters.current());
        const bool is_end = is_plain || contains(ambiguous_ends, characters.current());
        characters.next();
        if (!is_end) continue;
        characters.skip(ambiguous_ends);
        characters.skip(plain_ends);
        characters.skip(closings);
        const std::size_t end = characters.position();
        characters.skip(white_space);
        if (is_plain || characters.position() > end) break;
    }
    return characters.position();
}

}  // namespace offprint::epub
