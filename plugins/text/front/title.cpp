#include "front/title.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "credits/ascii.hpp"
#include "credits/words.hpp"
#include "front/credit_line.hpp"
#include "lines/marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

constexpr std::size_t longest_title = 150;

bool is_credit(const Line& line) {
    return parse_credit_line(line.text, std::nullopt).has_value();
}

/// Ends as sentences and beginnings of letters do, and titles do not.
bool ends_otherwise(std::string_view text) {
    const bool is_abbreviation = text.size() >= 4 && text[text.size() - 3] == '.';  // "U.S."
    return (text.ends_with('.') && !is_abbreviation && !text.ends_with("...")) || text.ends_with("。") ||
           text.ends_with(',') || text.ends_with(';') || text.ends_with(':');
}

/// "The Keeper of the Lantern" or "THE KEEPER": most words, of those with more than three letters, have a capital.
bool is_in_title_case(std::string_view text) {
    constexpr std::size_t longest_small_word = 3;
    const std::vector<std::string_view> words = credits::split_words(text);
    return std::none_of(words.begin(), words.end(), [](std::string_view word) {
        return word.size() > longest_small_word && credits::is_lower(word.front());
    });
}

}  // namespace

bool has_block_mark(std::string_view text) {
    return text.front() == '>' || list_marker(text) || opening_fence(text) || is_scene_break(text);
}

bool begins_with_title(Lines lines) {
    if (lines.size() < 2) return false;
    const std::string_view text = lines.front().text;
    if (const std::optional<AtxHeading> atx = atx_heading(text)) return atx->level == 1;
    if (text.size() > 4 * longest_title || code_points(text) > longest_title || has_block_mark(text)) return false;
    if (ends_otherwise(text) || is_credit(lines.front())) return false;
    return lines[1].blank_lines != 0 || setext_level(lines[1].text) != 0 || is_credit(lines[1]) ||
           parse_dated_line(lines[1].text, std::nullopt);
}

std::size_t wrapped_title_size(Lines lines, const Shape& shape) {
    constexpr std::size_t most_lines = 3;
    if (shape.layout == Layout::lines) return 0;
    const std::size_t size = lines_to_blank(lines.first(std::min(lines.size(), most_lines + 1)));
    if (size < 2 || size > most_lines || size == lines.size() || ends_otherwise(lines[size - 1].text)) return 0;
    for (std::size_t i = 0; i < size; ++i) {
        const Line& line = lines[i];
        if (line.text.size() > 4 * longest_title || has_block_mark(line.text) || atx_heading(line.text) ||
            is_credit(line))
            return 0;
        // A line that ended before the margin was meant to end there, as in verse, unless titles are set so.
        const bool is_wrapped = i + 1 == size || !is_deliberate_break(line, lines[i + 1], shape.width);
        if (!is_wrapped && !is_in_title_case(line.text)) return 0;
        if (i + 1 < size && ends_sentence(line.text)) return 0;
    }
    return size;
}

}  // namespace offprint::text
