#include "credits/name.hpp"

#include <algorithm>
#include <vector>

#include "credits/ascii.hpp"
#include "credits/byline_words.hpp"
#include "credits/date_line.hpp"
#include "credits/words.hpp"
#include "offprint/text.hpp"

namespace offprint::credits {

namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t most_words = 6;

using Words = std::vector<std::string_view>;

/// Names begin and end with a capital, and have only short words such as "van" between; or they are written without
/// capitals altogether, or in a script that has none.
bool has_shape_of_name(const Words& words) {
    constexpr std::size_t longest_particle = 3;
    if (!is_upper(words.front().front())) return true;
    if (words.size() > 1 && is_lower(words.back().front())) return false;
    return std::none_of(words.begin(), words.end(),
                        [](std::string_view word) { return is_lower(word.front()) && word.size() > longest_particle; });
}

}  // namespace

bool is_degree(std::string_view text) {
    constexpr std::size_t longest_degree = 8;
    return text.size() >= 2 && text.size() <= longest_degree && text.find(' ') == std::string_view::npos &&
           std::count_if(text.begin(), text.end(), is_upper) >= 2 && is_upper(text.front());
}

bool is_name(std::string_view name) {
    if (name.empty() || name.size() > longest_name * 2 || code_points(name) > longest_name || code_points(name) < 2)
        return false;
    if (name.find_first_of("@/<>{}[]=|:_?!\"\\#") != std::string_view::npos || is_digit(name.front())) return false;
    if (name.find("＝") != std::string_view::npos || name.find("：") != std::string_view::npos) return false;
    const Words words = split_words(name);
    if (words.empty() || words.size() > most_words || !has_shape_of_name(words)) return false;
    // A digit is at home in the names that people give themselves, which are one word.
    if (words.size() > 1 && std::any_of(name.begin(), name.end(), is_digit)) return false;
    const std::string lower = to_lower_ascii(name);
    return !is_placeholder(lower) && !is_by_word(lower) && !is_and_word(lower) && !is_weekday(lower);
}

std::string without_additions(std::string_view text) {
    std::string name;
    int words = 0;
    for (std::string_view word : split_words(text)) {
        if (word.find('@') != std::string_view::npos) continue;
        // "Jane Reporter" is a name, "Jane Quill Reporter" a name and a job, "Staff Writer" only a job.
        if (words != 1 && is_job_word(to_lower_ascii(word))) break;
        name += name.empty() ? "" : " ";
        name += word;
        ++words;
    }
    constexpr std::string_view marks = " -,;*.";
    const std::size_t begin = name.find_first_not_of(marks);
    if (begin == std::string::npos) return {};
    const std::size_t end = name.find_last_not_of(" -,;*");
    return name.substr(begin, end - begin + 1);
}

}  // namespace offprint::credits
