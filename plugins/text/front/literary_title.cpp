#include "front/literary_title.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "credits/byline.hpp"
#include "credits/words.hpp"
#include "lines/letters.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

/// In lower case (of ASCII); names that begin with another letter stand with its capital, too.
constexpr std::string_view genres[] = {
    "memoir",      "essay",     "report",     "tale",       "story",      "short story",    "novel",      "novella",
    "romance",     "fable",     "poem",       "play",       "sketch",     "comedy",         "tragedy",    "fairy tale",
    "ghost story", "roman",     "novelle",    "erzählung",  "märchen",    "kurzgeschichte", "schauspiel", "lustspiel",
    "nouvelle",    "conte",     "récit",      "comédie",    "cuento",     "novela",         "relato",     "comedia",
    "racconto",    "romanzo",   "fiaba",      "commedia",   "conto",      "romance",        "novela",     "verhaal",
    "opowiadanie", "powieść",   "nowela",     "baśń",       "povídka",    "román",          "pohádka",    "novell",
    "berättelse",  "saga",      "fortælling", "fortelling", "eventyr",    "kertomus",       "novelli",    "romaani",
    "elbeszélés",  "novella",   "regény",     "öykü",       "hikâye",     "рассказ",        "Рассказ",    "повесть",
    "Повесть",     "роман",     "Роман",      "новелла",    "Новелла",    "сказка",         "Сказка",     "очерк",
    "Очерк",       "пьеса",     "Пьеса",      "оповідання", "Оповідання", "διήγημα",        "Διήγημα",    "μυθιστόρημα",
    "Μυθιστόρημα", "قصة قصيرة", "رواية",      "داستان",     "סיפור",      "סיפור קצר",      "רומן",       "短篇小说",
    "小说",        "短編小説",  "小説",       "단편소설",   "소설"};

constexpr std::string_view articles = "a an the ein eine un une uno una um uma een en ett et";

bool is_name_of_one(std::string_view name) {
    constexpr std::size_t longest = 60;
    constexpr std::size_t most_words = 4;
    const std::size_t words = name.size() > longest ? 0 : credits::split_words(name).size();
    if (words < 2 || words > most_words || begins_low(name)) return false;
    const std::optional<credits::Byline> names = credits::parse_names(name);
    return names && names->people.size() == 1 && names->about.empty();
}

}  // namespace

bool is_literary_genre(std::string_view line) {
    constexpr std::size_t longest = 60;
    while (line.ends_with('.') || line.ends_with(')')) line.remove_suffix(1);
    while (line.starts_with('(')) line.remove_prefix(1);
    if (line.size() > longest) return false;
    std::string genre = to_lower_ascii(line);
    const std::size_t space = genre.find(' ');
    if (space != std::string::npos && credits::holds_word(articles, std::string_view(genre).substr(0, space)))
        genre.erase(0, space + 1);
    return std::find(std::begin(genres), std::end(genres), genre) != std::end(genres);
}

bool is_name_by_title(std::string_view name, std::string_view title) {
    return is_name_of_one(name) && count_letters(title).all_capitals() && !count_letters(name).all_capitals();
}

bool is_author_above_title(Lines lines) {
    constexpr std::size_t most_lines = 200;
    constexpr std::size_t longest_heading = 80;
    if (lines.size() < 4 || lines[1].blank_lines == 0 || lines[2].blank_lines == 0) return false;
    if (is_literary_genre(lines[2].text) && is_name_of_one(lines[0].text)) return true;
    if (!is_name_by_title(lines[0].text, lines[1].text)) return false;
    const Lines body = lines.subspan(2, std::min(lines.size() - 2, most_lines));
    return std::none_of(body.begin(), body.end(), [](const Line& line) {
        return line.blank_lines > 0 && line.text.size() <= longest_heading && count_letters(line.text).all_capitals();
    });
}

}  // namespace offprint::text
