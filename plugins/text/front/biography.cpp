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
    "travaille escribe enseña trabaja vive scrive insegna lavora schrijft werkt pisze pracuje пишет работает "
    "skriver arbetar arbejder bor asuu kirjoittaa γράφει ζει yazıyor yaşıyor píše žije él ír يعيش يكتب כותב כותבת גר "
    "גרה";

/// What people are, beside what newsrooms call them.
constexpr std::string_view occupations =
    "secretary teacher lawyer doctor poet farmer gardener biologist physicist sociologist philosopher artist musician "
    "activist translator librarian architect sekretär sekretärin lehrer lehrerin schriftsteller schriftstellerin "
    "autor autorin ärztin arzt dichterin dichter wissenschaftlerin sekreterare författare skribent lärare forskare "
    "forfatter skribent lærer forsker kirjailija toimittaja opettaja tutkija écrivain écrivaine auteure enseignant "
    "enseignante avocate avocat poète historien historienne escritor escritora profesor profesora abogado abogada "
    "poeta historiador historiadora scrittore scrittrice insegnante avvocato storico storica professore professora "
    "escritor professor jornalista schrijver schrijfster docent lerares leraar pisarz pisarka nauczyciel "
    "nauczycielka dziennikarka historyk novinář novinářka spisovatel spisovatelka писатель писательница журналистка "
    "историк учитель учительница δημοσιογράφος συγγραφέας gazeteci yazar öğretmen újságíró író tanár كاتب كاتبة صحفي "
    "صحفية סופר סופרת עיתונאי עיתונאית نویسنده "
    "guru wartawan dosen penulis";

bool tells_an_occupation(std::string_view text) {
    const std::vector<std::string_view> words = credits::split_words(text);
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        constexpr std::string_view marks = ".,;:()";
        const std::size_t begin = std::min(word.find_first_not_of(marks), word.size());
        const std::string lower =
            to_lower_ascii(word.substr(begin, std::max(word.find_last_not_of(marks) + 1, begin) - begin));
        return credits::is_job_word(lower) || credits::holds_word(verbs, lower) ||
               credits::holds_word(occupations, lower);
    });
}

bool begins_with_name(std::string_view text, const std::vector<Contributor>& contributors) {
    return std::any_of(contributors.begin(), contributors.end(), [&](const Contributor& person) {
        return text.size() > person.name.size() && text.starts_with(person.name);
    });
}

}  // namespace

bool is_biography(std::string_view line, const std::vector<Contributor>& contributors) {
    constexpr std::size_t longest = 400;
    if (line.size() > longest || !tells_an_occupation(line)) return false;
    const bool is_caption = !line.ends_with('.') && line.size() <= longest / 2;
    return begins_with_name(line, contributors) || is_caption;
}

bool is_biography_at_end(std::string_view text, const std::vector<Contributor>& contributors) {
    constexpr std::size_t longest = 800;
    constexpr std::string_view fronts[] = {"the author ",     "the writer ",     "about the author", "der autor ",
                                           "die autorin ",    "l'auteur ",       "l’auteur ",        "l'autrice ",
                                           "l’autrice ",      "el autor ",       "la autora ",       "l'autore ",
                                           "l’autore ",       "o autor ",        "a autora ",        "de auteur ",
                                           "autor jest ",     "autorka jest ",   "автор —",          "Автор —",
                                           "Об авторе",       "författaren är ", "skribenten är ",   "forfatteren er ",
                                           "kirjoittaja on ", "penulis adalah ", "über den autor",   "über die autorin",
                                           "sobre el autor",  "sobre la autora", "sobre o autor"};
    if (text.size() > longest || contributors.empty() || !tells_an_occupation(text)) return false;
    const std::string head = to_lower_ascii(text.substr(0, 32));
    return begins_with_name(text, contributors) ||
           std::any_of(std::begin(fronts), std::end(fronts),
                       [&](std::string_view front) { return head.starts_with(front); });
}

}  // namespace offprint::text
