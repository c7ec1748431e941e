#include "media/text_lines.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "offprint/text.hpp"
#include "text_layout/line_breaks.hpp"

namespace offprint {

namespace {

// Nobody reads more than this on a cover.
constexpr std::size_t most_bytes = 2000;

// Widths in ems, those of bold letters in a wide typeface (DejaVu Serif).
struct Width {
    char32_t first;
    char32_t last;
    double ems;
};

// Sorted; what is between is as wide as `usual_width`.
constexpr double usual_width = 0.75;
constexpr Width widths[] = {
    {U' ', U' ', 0.35},       {U'!', U'!', 0.44},     {U'\'', U'\'', 0.31},  {U'(', U')', 0.47},
    {U',', U'/', 0.42},       {U':', U';', 0.37},     {U'I', U'I', 0.47},    {U'M', U'M', 1.1},
    {U'W', U'W', 1.12},       {U'a', U'e', 0.66},     {U'f', U'f', 0.43},    {U'g', U'h', 0.7},
    {U'i', U'j', 0.38},       {U'l', U'l', 0.38},     {U'm', U'm', 1.05},    {U'r', U's', 0.57},
    {U't', U't', 0.47},       {U'v', U'v', 0.6},      {U'w', U'w', 0.9},     {0x300, 0x36F, 0},
    {0x590, 0x8FF, 0.65},     {0xE31, 0xE31, 0},      {0xE34, 0xE3A, 0},     {0xE47, 0xE4E, 0},
    {0x1100, 0x11FF, 1.02},   {0x2014, 0x2015, 1.0},  {0x2018, 0x201F, 0.5}, {0x2E80, 0xA4CF, 1.02},
    {0xAC00, 0xD7FF, 1.02},   {0xF900, 0xFAFF, 1.02}, {0xFE00, 0xFE0F, 0},   {0xFF01, 0xFF60, 1.02},
    {0x1F000, 0x3FFFF, 1.35},
};

double width_of(char32_t c) {
    const auto* found = std::ranges::lower_bound(widths, c, {}, &Width::last);
    return found != std::end(widths) && found->first <= c ? found->ems : usual_width;
}

double width_of(std::string_view text) {
    double sum = 0;
    for (std::size_t at = 0; at < text.size();) sum += width_of(next_character(text, at));
    return sum;
}

// What stays together in a line.
struct Word {
    std::string text;
    double width;
    bool follows_space;
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (const UnbrokenText& part : split_at_breaks(text))
        words.push_back({std::string(part.text), width_of(part.text), part.follows_space});
    return words;
}

// Divides what is wider than a line.
std::vector<Word> divided(const std::vector<Word>& words, double width) {
    std::vector<Word> parts;
    for (const Word& word : words) {
        parts.push_back({{}, 0, word.follows_space});
        char32_t before = U' ';
        for (std::size_t at = 0; at < word.text.size();) {
            const std::size_t begin = at;
            const char32_t c = next_character(word.text, at);
            const bool is_full = parts.back().width + width_of(c) > width;
            if (is_full && may_part(before, c)) parts.push_back({{}, 0, false});
            before = c;
            parts.back().text.append(word.text, begin, at - begin);
            parts.back().width += width_of(c);
        }
    }
    return parts;
}

std::vector<std::string> fill(const std::vector<Word>& words, double width) {
    std::vector<std::string> lines;
    double used = 0;
    for (const Word& word : words) {
        const double space = word.follows_space ? width_of(U' ') : 0;
        if (lines.empty() || used + space + word.width > width) {
            lines.push_back(word.text);
            used = word.width;
            continue;
        }
        if (word.follows_space) lines.back() += ' ';
        lines.back() += word.text;
        used += space + word.width;
    }
    return lines;
}

// As many lines as the width makes, and then as narrow as they can be.
std::vector<std::string> balanced(const std::vector<Word>& words, double width) {
    const std::size_t count = fill(words, width).size();
    double narrow = width / 2;
    for (int step = 0; step < 10; ++step) {
        const double middle = (narrow + width) / 2;
        (fill(words, middle).size() > count ? narrow : width) = middle;
    }
    return fill(words, width);
}

bool all_fit(const std::vector<Word>& words, double width) {
    return std::ranges::all_of(words, [&](const Word& word) { return word.width <= width; });
}

// Makes room for the sign at the end of the line.
void end_early(std::string& line, double width) {
    static constexpr const char* ellipsis = "\u2026";
    while (!line.empty() && width_of(line) + width_of(U'\u2026') > width)
        line.resize(utf8_prefix(line, line.size() - 1).size());
    line = std::string(trim(line)) + ellipsis;
}

}  // namespace

TextLines set_in_lines(std::string_view text, const TextBox& box, const std::vector<double>& sizes) {
    const std::string clean = collapse_space(utf8_prefix(text, most_bytes));
    const std::vector<Word> words = words_of(clean);
    if (words.empty()) return {};
    for (const double size : sizes) {
        const double width = box.width / size;
        const bool may_divide = size <= sizes.front() / 2;
        if (!may_divide && !all_fit(words, width)) continue;
        std::vector<std::string> lines = balanced(divided(words, width), width);
        if (static_cast<double>(lines.size()) * box.line_distance * size <= box.height) return {size, std::move(lines)};
    }
    const double size = sizes.back();
    const double width = box.width / size;
    std::vector<std::string> lines = fill(divided(words, width), width);
    const auto most = std::max<std::size_t>(1, static_cast<std::size_t>(box.height / (box.line_distance * size)));
    if (lines.size() > most || text.size() > most_bytes) {
        lines.resize(std::min(lines.size(), most));
        end_early(lines.back(), width);
    }
    return {size, std::move(lines)};
}

}  // namespace offprint
