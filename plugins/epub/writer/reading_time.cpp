#include "writer/reading_time.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <type_traits>
#include <utility>

#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::epub {

namespace {

constexpr double words_a_minute = 230;

// Scripts without spaces between words.
struct Script {
    char32_t first;
    char32_t last;
    double characters_a_minute;
};

constexpr Script scripts[] = {
    {0x0E00, 0x0EFF, 1000},   // Thai, Lao
    {0x1000, 0x109F, 1000},   // Burmese
    {0x1780, 0x17FF, 1000},   // Khmer
    {0x3040, 0x30FF, 400},    // kana
    {0x3400, 0x9FFF, 400},    // Chinese characters
    {0xF900, 0xFAFF, 400},    // of other standards
    {0x20000, 0x3FFFF, 400},  // and rare ones
};

bool is_space(char32_t c) {
    return c <= ' ' || c == 0xA0 || c == 0x3000;
}

double minutes(std::string_view text) {
    double sum = 0;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_character(text, at);
        const auto* script =
            std::ranges::find_if(scripts, [&](const Script& known) { return c >= known.first && c <= known.last; });
        const bool is_counted_alone = script != std::end(scripts);
        if (is_counted_alone) sum += 1 / script->characters_a_minute;
        const bool was_in_word = std::exchange(in_word, !is_counted_alone && !is_space(c));
        if (in_word && !was_in_word) sum += 1 / words_a_minute;
    }
    return sum;
}

}  // namespace

int reading_minutes(const Blocks& content, Context& context) {
    double sum = 0;
    walk(content, [&](const auto& node) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(node)>, Text>) {
            context.checkpoint();
            sum += minutes(node.text);
        }
    });
    return static_cast<int>(std::ceil(sum));
}

}  // namespace offprint::epub
