#include "languages.hpp"

#include <algorithm>

#include "offprint/language.hpp"
#include "offprint/text.hpp"

namespace offprint::docx {

namespace {

struct Region {
    std::string_view language;
    std::string_view full;
};

constexpr Region usual_regions[] = {
    {"af", "af-ZA"},  {"ar", "ar-SA"}, {"bg", "bg-BG"},      {"bn", "bn-BD"},      {"ca", "ca-ES"}, {"cs", "cs-CZ"},
    {"cy", "cy-GB"},  {"da", "da-DK"}, {"de", "de-DE"},      {"el", "el-GR"},      {"en", "en-US"}, {"es", "es-ES"},
    {"et", "et-EE"},  {"eu", "eu-ES"}, {"fa", "fa-IR"},      {"fi", "fi-FI"},      {"fr", "fr-FR"}, {"ga", "ga-IE"},
    {"gl", "gl-ES"},  {"he", "he-IL"}, {"hi", "hi-IN"},      {"hr", "hr-HR"},      {"hu", "hu-HU"}, {"hy", "hy-AM"},
    {"id", "id-ID"},  {"is", "is-IS"}, {"it", "it-IT"},      {"ja", "ja-JP"},      {"ka", "ka-GE"}, {"kk", "kk-KZ"},
    {"ko", "ko-KR"},  {"lt", "lt-LT"}, {"lv", "lv-LV"},      {"mk", "mk-MK"},      {"ms", "ms-MY"}, {"nb", "nb-NO"},
    {"nl", "nl-NL"},  {"nn", "nn-NO"}, {"no", "nb-NO"},      {"pl", "pl-PL"},      {"pt", "pt-PT"}, {"ro", "ro-RO"},
    {"ru", "ru-RU"},  {"sk", "sk-SK"}, {"sl", "sl-SI"},      {"sq", "sq-AL"},      {"sv", "sv-SE"}, {"sw", "sw-KE"},
    {"ta", "ta-IN"},  {"th", "th-TH"}, {"tr", "tr-TR"},      {"uk", "uk-UA"},      {"ur", "ur-PK"}, {"vi", "vi-VN"},
    {"yi", "yi-001"}, {"zh", "zh-CN"}, {"zh-hans", "zh-CN"}, {"zh-hant", "zh-TW"},
};

constexpr std::size_t longest_tag = 40;  // no tag in use is longer

std::string_view primary(std::string_view tag) {
    return tag.substr(0, tag.find_first_of("-_"));
}

bool is_one_of(std::string_view tag, std::initializer_list<std::string_view> languages) {
    return std::find(languages.begin(), languages.end(), to_lower_ascii(primary(tag))) != languages.end();
}

bool is_traditional_chinese(std::string_view tag) {
    const std::string lower = to_lower_ascii(language_tag(tag));
    return lower.starts_with("zh-hant") || lower.starts_with("zh-tw") || lower.starts_with("zh-hk");
}

}  // namespace

std::string word_language(std::string_view tag) {
    const std::string full = language_tag(tag);
    const std::size_t size = primary(full).size();
    if (size < 2 || size > 3 || full.size() > longest_tag) return {};
    const std::string lower = to_lower_ascii(full);
    for (const Region& region : usual_regions)
        if (region.language == lower) return std::string(region.full);
    return full;
}

Script script_of(std::string_view tag) {
    if (is_one_of(tag, {"zh", "ja", "ko"})) return Script::east_asian;
    if (is_right_to_left(tag) || is_one_of(tag, {"hi", "bn", "ta", "th"})) return Script::complex;
    return Script::latin;
}

const char* language_attribute(Script script) {
    switch (script) {
        case Script::latin:
            return "w:val";
        case Script::east_asian:
            return "w:eastAsia";
        case Script::complex:
            return "w:bidi";
    }
    return "w:val";
}

std::string_view east_asian_font(std::string_view tag) {
    if (is_one_of(tag, {"ja"})) return "MS Mincho";
    if (is_one_of(tag, {"ko"})) return "Batang";
    return is_traditional_chinese(tag) ? "PMingLiU" : "SimSun";
}

bool is_right_to_left(std::string_view tag) {
    return is_one_of(tag, {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"});
}

bool uses_letter_paper(std::string_view tag) {
    const std::string full = to_lower_ascii(word_language(tag));
    return full.ends_with("-us") || full.ends_with("-ca");
}

std::string_view contents_title(std::string_view tag) {
    struct Title {
        std::string_view language;
        std::string_view text;
    };
    static constexpr Title titles[] = {
        {"ar", "المحتويات"},   {"bg", "Съдържание"},    {"ca", "Índex"},    {"cs", "Obsah"},      {"da", "Indhold"},
        {"de", "Inhalt"},      {"el", "Περιεχόμενα"},   {"es", "Índice"},   {"fa", "فهرست"},      {"fi", "Sisällys"},
        {"fr", "Sommaire"},    {"he", "תוכן העניינים"}, {"hu", "Tartalom"}, {"it", "Indice"},     {"ja", "目次"},
        {"ko", "차례"},        {"nb", "Innhold"},       {"nl", "Inhoud"},   {"nn", "Innhald"},    {"no", "Innhold"},
        {"pl", "Spis treści"}, {"pt", "Índice"},        {"ro", "Cuprins"},  {"ru", "Содержание"}, {"sk", "Obsah"},
        {"sv", "Innehåll"},    {"tr", "İçindekiler"},   {"uk", "Зміст"},
    };
    if (is_traditional_chinese(tag)) return "目錄";
    if (is_one_of(tag, {"zh"})) return "目录";
    for (const Title& title : titles)
        if (is_one_of(tag, {title.language})) return title.text;
    return "Contents";
}

QuotationMarks quotation_marks(std::string_view tag, bool nested) {
    if (is_one_of(tag, {"de", "cs", "sk", "sl", "bg", "is"}))
        return nested ? QuotationMarks{"‚", "‘"} : QuotationMarks{"„", "“"};
    if (is_one_of(tag, {"fr"})) return nested ? QuotationMarks{"“", "”"} : QuotationMarks{"«\u00A0", "\u00A0»"};
    if (is_one_of(tag, {"es", "it", "pt", "el", "nb", "nn", "no"}))
        return nested ? QuotationMarks{"“", "”"} : QuotationMarks{"«", "»"};
    if (is_one_of(tag, {"ru", "uk"})) return nested ? QuotationMarks{"„", "“"} : QuotationMarks{"«", "»"};
    if (is_one_of(tag, {"ja"}) || is_traditional_chinese(tag))
        return nested ? QuotationMarks{"『", "』"} : QuotationMarks{"「", "」"};
    return nested ? QuotationMarks{"‘", "’"} : QuotationMarks{"“", "”"};
}

}  // namespace offprint::docx
