#include "html/writing/reading_time.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <type_traits>
#include <utility>

#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::html {

namespace {

// Milliseconds for a word: 230 in a minute.
constexpr std::uint64_t time_of_word = 260;

// Scripts without spaces between words, and milliseconds for a character.
struct Script {
    char32_t first;
    char32_t last;
    std::uint64_t time;
};

constexpr Script scripts[] = {
    {0x0E00, 0x0EFF, 60},     // Thai, Lao
    {0x1000, 0x109F, 60},     // Burmese
    {0x1780, 0x17FF, 60},     // Khmer
    {0x3040, 0x30FF, 150},    // kana
    {0x3400, 0x9FFF, 150},    // Chinese characters,
    {0xF900, 0xFAFF, 150},    // of other standards
    {0x20000, 0x3FFFF, 150},  // and rare ones
};

bool is_space(char32_t c) {
    return c <= ' ' || c == 0xA0 || c == 0x3000;
}

std::uint64_t milliseconds(std::string_view text) {
    std::uint64_t sum = 0;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_character(text, at);
        const auto* script =
            std::ranges::find_if(scripts, [&](const Script& known) { return c >= known.first && c <= known.last; });
        const bool is_counted_alone = script != std::end(scripts);
        if (is_counted_alone) sum += script->time;
        const bool was_in_word = std::exchange(in_word, !is_counted_alone && !is_space(c));
        if (in_word && !was_in_word) sum += time_of_word;
    }
    return sum;
}

}  // namespace

int reading_minutes(const Blocks& content, Context& context) {
    std::uint64_t sum = 0;
    walk(content, [&](const auto& node) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(node)>, Text>) {
            context.checkpoint();
            sum += milliseconds(node.text);
        }
    });
    constexpr std::uint64_t minute = 60'000;
    return static_cast<int>((sum + minute - 1) / minute);
}

}  // namespace offprint::html
