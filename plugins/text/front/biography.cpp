#include "front/biography.hpp"

#include <algorithm>
#include <string>

#include "credits/byline_words.hpp"
#include "credits/words.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

/// What people do, beside the names of their jobs.
constexpr std::string_view verbs =
    "teaches writes works lives covers reports studies schreibt forscht lehrt lebt arbeitet berichtet écrit enseigne "
    "travaille escribe enseña trabaja vive scrive insegna lavora schrijft werkt pisze pracuje пишет работает";

bool tells_an_occupation(std::string_view text) {
    const std::vector<std::string_view> words = credits::split_words(text);
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        constexpr std::string_view marks = ".,;:()";
        const std::size_t begin = std::min(word.find_first_not_of(marks), word.size());
        const std::string lower =
            to_lower_ascii(word.substr(begin, std::max(word.find_last_not_of(marks) + 1, begin) - begin));
        return credits::is_job_word(lower) || credits::holds_word(verbs, lower);
    });
}

}  // namespace

bool is_biography(std::string_view line, const std::vector<Contributor>& contributors) {
    constexpr std::size_t longest = 400;
    if (line.size() > longest || !tells_an_occupation(line)) return false;
    const bool begins_with_name = std::any_of(contributors.begin(), contributors.end(), [&](const Contributor& person) {
        return line.size() > person.name.size() && line.starts_with(person.name);
    });
    const bool is_caption = !line.ends_with('.') && line.size() <= longest / 2;
    return begins_with_name || is_caption;
}

}  // namespace offprint::text
