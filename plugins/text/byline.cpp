#include "byline.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "offprint/text.hpp"
#include "words.hpp"

namespace offprint::text {

namespace {

/// What a byline begins with, in ASCII lower case.
struct Opening {
    std::string_view text;
    std::string_view role;
    bool colon;  ///< counts only with a colon after it
};
constexpr std::array<Opening, 32> openings = {{
    {"by", "author", false},
    {"written by", "author", false},
    {"words by", "author", false},
    {"story by", "author", false},
    {"text by", "author", false},
    {"reported by", "author", false},
    {"author", "author", true},
    {"authors", "author", true},
    {"text", "author", true},
    {"words", "author", true},
    {"von", "author", false},
    {"autor", "author", true},
    {"autorin", "author", true},
    {"ein beitrag von", "author", false},
    {"par", "author", false},
    {"auteur", "author", true},
    {"autrice", "author", true},
    {"por", "author", false},
    {"di", "author", false},
    {"door", "author", false},
    {"translated by", "translator", false},
    {"translation", "translator", true},
    {"Übersetzt von", "translator", false},
    {"Übersetzung", "translator", true},
    {"traduit par", "translator", false},
    {"edited by", "editor", false},
    {"photographs by", "photographer", false},
    {"photos by", "photographer", false},
    {"photography by", "photographer", false},
    {"fotos", "photographer", true},
    {"illustrations by", "illustrator", false},
    {"illustrated by", "illustrator", false},
}};

constexpr std::string_view conjunctions = "and und et y e en with mit avec con";
constexpr std::string_view name_particles =
    "de da do dos das del della di du van von der den ter ten la le al el bin ibn ben abu zu zur y";

/// Words that tell what somebody is or does, in lower case.
constexpr std::string_view occupations =
    "director editor reporter correspondent professor fellow author writer founder founding analyst journalist "
    "columnist "
    "researcher president lecturer contributor staff teaches writes works novelist historian economist scientist "
    "student editor-in-chief freelance cofounder co-founder producer critic consultant engineer "
    "redakteur redakteurin korrespondent korrespondentin professorin autor autorin reporterin leiter leiterin "
    "journalistin schreibt forscht lehrt journaliste rédacteur rédactrice professeur chercheur chercheuse "
    "correspondante directeur directrice écrit enseigne";

bool is_ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

std::string_view without_punctuation(std::string_view word) {
    constexpr std::string_view punctuation = ".,;:()";
    const std::size_t begin = std::min(word.find_first_not_of(punctuation), word.size());
    const std::size_t end = word.find_last_not_of(punctuation) + 1;
    return word.substr(begin, std::max(end, begin) - begin);
}

bool names_an_occupation(std::string_view text) {
    const std::vector<std::string_view> words = split_words(text);
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return holds_word(occupations, to_lower_ascii(without_punctuation(word)));
    });
}

bool is_name_word(std::string_view word) {
    if (word.find_first_of("0123456789!?:;\"()[]@#*_<>=") != std::string_view::npos) return false;
    return is_ascii_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80 ||
           holds_word(name_particles, word);
}

/// "Ada Quill", "Dr. J. van der Berg Jr.": up to six words that look like parts of a name.
bool is_name(std::string_view text) {
    const std::vector<std::string_view> words = split_words(text);
    if (words.empty() || words.size() > 6 || holds_word(name_particles, words.back())) return false;
    const bool sentence = words.back().ends_with('.') && words.back().size() > 4;
    return !sentence && std::all_of(words.begin(), words.end(), is_name_word) && !names_an_occupation(text);
}

bool is_separator(std::string_view word) {
    return word == "&" || word == "/" || word == "|" || holds_word(conjunctions, to_lower_ascii(word));
}

/// Splits at commas, semicolons, strokes and conjunctions; views into `text`.
std::vector<std::string_view> split_names(std::string_view text) {
    std::vector<std::string_view> names;
    std::size_t name_begin = 0;
    const auto end_name = [&](std::size_t end, std::size_t next) {
        const std::string_view name = trim(text.substr(name_begin, end - name_begin));
        if (!name.empty()) names.push_back(name);
        name_begin = next;
    };
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        if (is_separator(word)) end_name(begin, end);
        if (word.ends_with(',') || word.ends_with(';')) end_name(end - 1, end);
        begin = end + 1;
    }
    end_name(text.size(), text.size());
    return names;
}

/// What follows the opening in `line`, or nullopt when the line does not begin with it.
std::optional<std::string_view> after_opening(std::string_view line, const Opening& opening) {
    if (to_lower_ascii(line.substr(0, opening.text.size())) != opening.text) return std::nullopt;
    std::string_view rest = line.substr(opening.text.size());
    const bool spaced = rest.empty() || rest.front() == ' ' || rest.front() == '\t';
    rest = trim(rest);
    const bool colon = rest.starts_with(':');
    if (!colon && (opening.colon || !spaced)) return std::nullopt;
    return colon ? trim(rest.substr(1)) : rest;
}

bool is_empty_slot(std::string_view text) {
    return text.find_first_not_of(" \t/|-,;:&") == std::string_view::npos;
}

/// Names as far as they go; false when the text does not begin with one.
bool read_names(std::string_view text, std::string_view role, Byline& byline) {
    for (std::string_view name : split_names(text)) {
        if (!is_name(name)) {
            byline.about = text.substr(static_cast<std::size_t>(name.data() - text.data()));
            break;
        }
        Contributor contributor;
        contributor.name = collapse_space(name);
        contributor.role = role;
        byline.contributors.push_back(std::move(contributor));
    }
    const bool explained = byline.about.empty() || names_an_occupation(byline.about);
    return !byline.contributors.empty() && explained;
}

}  // namespace

std::optional<Byline> parse_byline(std::string_view line) {
    constexpr std::size_t longest = 200;
    if (line.size() > longest) return std::nullopt;
    for (const Opening& opening : openings) {
        const std::optional<std::string_view> rest = after_opening(line, opening);
        if (!rest) continue;
        Byline byline;
        if (is_empty_slot(*rest) || read_names(*rest, opening.role, byline)) return byline;
    }
    return std::nullopt;
}

bool is_biography(std::string_view line, const std::vector<Contributor>& contributors) {
    constexpr std::size_t longest = 400;
    if (line.size() > longest) return false;
    const bool begins_with_name = std::any_of(contributors.begin(), contributors.end(), [&](const Contributor& person) {
        return line.size() > person.name.size() && line.starts_with(person.name);
    });
    const bool caption = !line.ends_with('.') && line.size() <= longest / 2;
    return names_an_occupation(line) && (begins_with_name || caption);
}

}  // namespace offprint::text
