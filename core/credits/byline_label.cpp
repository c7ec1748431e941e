#include "credits/byline_label.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "credits/ascii.hpp"
#include "credits/byline_words.hpp"
#include "credits/words.hpp"
#include "offprint/text.hpp"

namespace offprint::credits {

namespace {

/// Where the colon of a label ends in `word`; npos if there is none. The signs of East Asia need no space after them,
/// nor do those of ASCII there: "文/陆知远".
std::size_t colon_end(std::string_view word) {
    for (std::string_view sign : {"：", "＝", "／"}) {
        const std::size_t at = word.find(sign);
        if (at != std::string_view::npos) return at + sign.size();
    }
    const std::size_t stroke = word.find_first_of("/:");
    if (stroke != std::string_view::npos && static_cast<unsigned char>(word.front()) >= 0xE3) return stroke + 1;
    return word.ends_with(':') ? word.size() : std::string_view::npos;
}

}  // namespace

BylineLabel byline_label(std::string_view text) {
    constexpr std::size_t longest_label = 4;
    const std::vector<std::string_view> words = split_words(text.substr(0, text.find('\n')));
    std::size_t first = 0;
    while (first < words.size() && (is_digit(words[first].front()) || words[first] == "Uhr"))
        ++first;  // the time of day
    for (std::size_t i = first; i < std::min(words.size(), first + longest_label); ++i) {
        const std::size_t colon = colon_end(words[i]);
        const std::string word = to_lower_ascii(words[i].substr(0, colon));
        const bool is_by = is_by_word(word);
        if (colon == std::string_view::npos && !is_by) continue;
        const std::size_t size = static_cast<std::size_t>(words[i].data() - text.data()) + word.size();
        const std::string label = to_lower_ascii(text.substr(0, size));
        const std::string_view role = role_of_label(label);
        if (colon != std::string_view::npos)
            return {size, i == first && is_by_word(word.substr(0, word.find(':'))) ? "author" : role};
        if (i == first) return {size, "author"};
        if (is_only_by_word(word) || !role.empty())
            return {size, is_check(label) ? "" : role.empty() ? "author" : role, !role.empty()};
    }
    return {};
}

}  // namespace offprint::credits
