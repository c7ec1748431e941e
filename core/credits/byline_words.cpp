#include "credits/byline_words.hpp"

#include <algorithm>
#include <utility>

#include "credits/ascii.hpp"

namespace offprint::credits {

namespace {

template <class List>
bool contains(const List& list, std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view only_by_words[] = {"by",  "par",  "por", "przez", "от",  "door", "tarafından", "από",
                                              "Από", "oleh", "bởi", "بقلم",  "כתב", "מאת",  "โดย",        "نوشتهٔ"};
constexpr std::string_view particles[] = {"von", "vom", "de", "di", "da", "van", "av", "af", "od"};

constexpr std::string_view and_words[] = {"and", "&", "und", "et", "og",   "och", "ja", "en", "ve", "y", "e",
                                          "και", "и", "i",   "+",  "with", "és",  "و",  "और", "та", "și"};

constexpr std::string_view job_words[] = {"analyst",
                                          "anchor",
                                          "assistant",
                                          "associate",
                                          "author",
                                          "autor",
                                          "autorin",
                                          "blogger",
                                          "ceo",
                                          "chair",
                                          "chefredakteur",
                                          "chefredakteurin",
                                          "chercheur",
                                          "chercheuse",
                                          "chief",
                                          "co-founder",
                                          "cofounder",
                                          "columnist",
                                          "commentator",
                                          "consultant",
                                          "contributing",
                                          "contributor",
                                          "coordinator",
                                          "copywriter",
                                          "correspondant",
                                          "correspondante",
                                          "correspondent",
                                          "corresponsal",
                                          "critic",
                                          "cto",
                                          "directeur",
                                          "director",
                                          "directrice",
                                          "dziennikarz",
                                          "economist",
                                          "editor",
                                          "editor-in-chief",
                                          "editorial",
                                          "editors",
                                          "engineer",
                                          "expert",
                                          "fellow",
                                          "founder",
                                          "founding",
                                          "freelance",
                                          "freelancer",
                                          "geschäftsführer",
                                          "giornalista",
                                          "guest",
                                          "head",
                                          "historian",
                                          "jornalista",
                                          "journalist",
                                          "journaliste",
                                          "journalistin",
                                          "korrespondent",
                                          "korrespondentin",
                                          "lead",
                                          "lecturer",
                                          "leiter",
                                          "leiterin",
                                          "manager",
                                          "managing",
                                          "marketer",
                                          "novelist",
                                          "officer",
                                          "owner",
                                          "partner",
                                          "periodista",
                                          "photographer",
                                          "president",
                                          "principal",
                                          "producer",
                                          "professeur",
                                          "professor",
                                          "professorin",
                                          "publisher",
                                          "redacción",

                                          "redactor",
                                          "redactora",
                                          "redakteur",
                                          "redakteurin",
                                          "redaktor",
                                          "redaktorka",
                                          "redaktör",
                                          "redattore",
                                          "redattrice",
                                          "reporter",
                                          "reporterin",
                                          "researcher",
                                          "rédacteur",
                                          "rédactrice",
                                          "scientist",
                                          "senior",
                                          "specialist",
                                          "staff",
                                          "strategist",
                                          "student",
                                          "verslaggever",
                                          "vice",
                                          "vp",
                                          "writer",
                                          "writers",
                                          "журналист",
                                          "корреспондент",
                                          "обозреватель",
                                          "特派員",
                                          "記者",
                                          "记者",
                                          "기자"};

/// Also what pages print beside names: buttons, and labels whose other part is a date.
constexpr std::string_view placeholders[] = {
    "admin",        "administrator", "webmaster",        "undefined", "null", "none",      "unknown", "anonymous",
    "anonym",       "user",          "super user",       "superuser", "root", "guest",     "gast",    "default",
    "test",         "the author",    "about the author", "author",    "n/a",  "team",      "email",   "share",
    "twitter",      "facebook",      "follow",           "following", "view", "get",       "write",   "print",
    "more",         "link",          "text link",        "contact",   "on",   "published", "posted",  "updated",
    "published on", "linkedin",
};

/// By the stems of the words; the first that a label contains says the role.
constexpr std::pair<std::string_view, std::string_view> role_stems[] = {
    {"photo", "photographer"},
    {"foto", "photographer"},
    {"bild", "photographer"},
    {"image", "photographer"},
    {"translat", "translator"},
    {"übersetz", "translator"},
    {"Übersetz", "translator"},
    {"tradu", "translator"},
    {"перев", "translator"},
    {"illustr", "illustrator"},
    {"drawing", "illustrator"},
    {"edited", "editor"},
    {"redigerad", "editor"},
    {"editor", "editor"},
    {"redig", "editor"},
    {"author", "author"},
    {"autor", "author"},
    {"autrice", "author"},
    {"gastautor", "author"},
    {"beitrag", "author"},
    {"gastbeitrag", "author"},
    {"report", "author"},
    {"redac", "author"},
    {"verslag", "author"},
    {"tekst", "author"},
    {"testo", "author"},
    {"текст", "author"},
    {"Автор", "author"},
    {"Текст", "author"},
    {"文", "author"},
    {"글", "author"},
    {"auteur", "author"},
    {"forfatter", "author"},
    {"författare", "author"},
    {"автор", "author"},
    {"text", "author"},
    {"interview", "author"},
    {"words", "author"},
    {"story", "author"},
    {"writ", "author"},
    {"penned", "author"},
    {"post ", "author"},
    {"posted", "author"},
    {"publica", "author"},
    {"publicer", "author"},
    {"publie", "author"},
    {"publik", "author"},
    {"publis", "author"},
    {"publié", "author"},
    {"verfass", "author"},
    {"veröffentlicht", "author"},
    {"geschrieben", "author"},
    {"erstellt", "author"},
    {"écrit", "author"},
    {"escrito", "author"},
    {"scritto", "author"},
    {"geschreven", "author"},
    {"skrev", "author"},
    {"作者", "author"},
    {"著者", "author"},
    {"记者", "author"},
    {"記者", "author"},
    {"执笔", "author"},
    {"執筆", "author"},
    {"筆者", "author"},
    {"撰文", "author"},
    {"取材", "author"},
    {"기자", "author"},
    {"작성자", "author"},
    {"بقلم", "author"},
    {"كتب", "author"},
    {"الكاتب", "author"},
    {"المؤلف", "author"},
    {"إعداد", "author"},
    {"نویسنده", "author"},
    {"نوشته", "author"},
    {"گزارش", "author"},
    {"מאת", "author"},
    {"כתב", "author"},
    {"लेखक", "author"},
    {"लेखिका", "author"},
    {"रिपोर्ट", "author"},
    {"โดย", "author"},
    {"ผู้เขียน", "author"},
    {"เรื่อง", "author"},
    {"Γράφ", "author"},
    {"γράφ", "author"},
    {"Κείμεν", "author"},
    {"κείμεν", "author"},
    {"Συντάκτ", "author"},
    {"συντάκτ", "author"},
    {"yazan", "author"},
    {"yazar", "author"},
    {"haber", "author"},
    {"napsal", "author"},
    {"írta", "author"},
    {"Írta", "author"},
    {"szerző", "author"},
    {"teksti", "author"},
    {"kirjoit", "author"},
    {"skrevet", "author"},
    {"tác giả", "author"},
    {"penulis", "author"},
    {"szöveg", "author"},
    {"metin", "author"},
    {"фото", "photographer"},
    {"Фото", "photographer"},
    {"φωτογραφ", "photographer"},
    {"Φωτογραφ", "photographer"},
    {"fotó", "photographer"},
    {"kuva", "photographer"},
    {"写真", "photographer"},
    {"撮影", "photographer"},
    {"摄影", "photographer"},
    {"攝影", "photographer"},
    {"사진", "photographer"},
    {"تصوير", "photographer"},
    {"عکس", "photographer"},
    {"צילום", "photographer"},
    {"צילומים", "photographer"},
    {"ภาพ", "photographer"},
    {"překlad", "translator"},
    {"přelož", "translator"},
    {"fordít", "translator"},
    {"çevir", "translator"},
    {"suomen", "translator"},
    {"oversat", "translator"},
    {"översätt", "translator"},
    {"ترجمة", "translator"},
    {"مترجم", "translator"},
    {"תרגום", "translator"},
    {"翻译", "translator"},
    {"翻訳", "translator"},
    {"번역", "translator"},
    {"μετάφρ", "translator"},
    {"Μετάφρ", "translator"},
};

/// True if a word of `text` begins with `stem`: "Context" is no label of a text's author. Words of other letters than
/// those of ASCII begin anywhere, for not every script parts them.
bool begins_a_word(std::string_view stem, std::string_view text) {
    for (std::size_t at = text.find(stem); at != std::string_view::npos; at = text.find(stem, at + 1))
        if (at == 0 || !(is_lower(text[at - 1]) || is_upper(text[at - 1]))) return true;
    return false;
}

}  // namespace

bool is_by_word(std::string_view word) {
    return contains(only_by_words, word) || contains(particles, word);
}

bool is_only_by_word(std::string_view word) {
    return contains(only_by_words, word);
}

bool is_name_particle(std::string_view word) {
    constexpr std::string_view particles_in_names[] = {
        "von", "van", "vom", "der", "den", "de", "di",  "da",  "la",  "le", "du", "dos", "das", "do",  "del", "della",
        "dei", "bin", "ibn", "al",  "el",  "zu", "zur", "ten", "ter", "af", "av", "y",   "e",   "und", "t",   "os"};
    return contains(particles_in_names, word);
}

bool is_and_word(std::string_view word) {
    return contains(and_words, word);
}

bool is_job_word(std::string_view word) {
    return contains(job_words, word);
}

bool is_placeholder(std::string_view name) {
    constexpr std::string_view telltales[] = {"admin", "posted", "published", "updated"};
    return contains(placeholders, name) ||
           std::any_of(std::begin(telltales), std::end(telltales),
                       [&](std::string_view t) { return name.find(t) != std::string_view::npos; });
}

bool is_check(std::string_view label) {
    constexpr std::string_view stems[] = {"review", "check", "approv", "geprüft", "research", "verified"};
    return std::any_of(std::begin(stems), std::end(stems),
                       [&](std::string_view stem) { return label.find(stem) != std::string_view::npos; });
}

std::string_view role_of_label(std::string_view label) {
    std::string_view first;
    for (const auto& [stem, role] : role_stems) {
        if (!begins_a_word(stem, label)) continue;
        // Whoever did the text and the pictures is the author.
        if (role == "author") return role;
        if (first.empty()) first = role;
    }
    return first;
}

}  // namespace offprint::credits
