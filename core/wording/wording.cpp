#include "wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace offprint {

namespace {

using Months = std::array<std::string_view, 12>;

/// What is known of a language. A date's pattern has the year, the month's name, its number and the day, 0 to 3.
struct Language {
    std::string_view tag;
    std::string_view date;
    Months months;  // as they stand beside a day
    Wording wording;
};

constexpr Months english = {"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

constexpr std::string_view day_month_year = "{3} {1} {0}";
constexpr std::string_view dotted_day = "{3}. {1} {0}";
constexpr std::string_view spanish = "{3} de {1} de {0}";
constexpr std::string_view chinese = "{0}年{2}月{3}日";

// A tag stands before those that it begins with.
const Language languages[] = {
    {"ar",
     day_month_year,
     {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
     {"بقلم {}", "المصدر: {}", "نُشر: {}", "حُدّث: {}", "صور غير مضمّنة: {}"}},
    {"cs",
     dotted_day,
     {"ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu",
      "prosince"},
     {"Autor: {}", "Zdroj: {}", "Publikováno: {}", "Aktualizováno: {}", "Vynechané obrázky: {}"}},
    {"da",
     dotted_day,
     {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
      "december"},
     {"Af {}", "Kilde: {}", "Udgivet: {}", "Opdateret: {}", "Udeladte billeder: {}"}},
    {"de",
     dotted_day,
     {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
      "Dezember"},
     {"Von {}", "Quelle: {}", "Veröffentlicht: {}", "Aktualisiert: {}", "Nicht enthaltene Bilder: {}"}},
    {"el",
     day_month_year,
     {"Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου", "Ιουλίου", "Αυγούστου", "Σεπτεμβρίου",
      "Οκτωβρίου", "Νοεμβρίου", "Δεκεμβρίου"},
     {"Από {}", "Πηγή: {}", "Δημοσίευση: {}", "Ενημέρωση: {}", "Εικόνες που λείπουν: {}"}},
    {"en-US", "{1} {3}, {0}", english, {"By {}", "Source: {}", "Published: {}", "Updated: {}", "Images left out: {}"}},
    {"en", day_month_year, english, {"By {}", "Source: {}", "Published: {}", "Updated: {}", "Images left out: {}"}},
    {"es",
     spanish,
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre"},
     {"Por {}", "Fuente: {}", "Publicado: {}", "Actualizado: {}", "Imágenes no incluidas: {}"}},
    {"fi",
     dotted_day,
     {"tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta", "elokuuta",
      "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta"},
     {"Kirjoittaja: {}", "Lähde: {}", "Julkaistu: {}", "Päivitetty: {}", "Pois jätetyt kuvat: {}"}},
    {"fr",
     day_month_year,
     {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre"},
     {"Par {}", "Source: {}", "Publié\u00A0: {}", "Mis à jour\u00A0: {}", "Images non incluses\u00A0: {}"}},
    {"he",
     "{3} ב{1} {0}",
     {"ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"},
     {"מאת {}", "מקור: {}", "פורסם: {}", "עודכן: {}", "תמונות שלא נכללו: {}"}},
    {"hu",
     "{0}. {1} {3}.",
     {"január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember", "október",
      "november", "december"},
     {"Írta: {}", "Forrás: {}", "Megjelent: {}", "Frissítve: {}", "Kihagyott képek: {}"}},
    {"it",
     day_month_year,
     {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
      "novembre", "dicembre"},
     {"Di {}", "Fonte: {}", "Pubblicato: {}", "Aggiornato: {}", "Immagini non incluse: {}"}},
    {"ja", chinese, {}, {"文：{}", "出典：{}", "公開：{}", "更新：{}", "収録されていない画像：{}"}},
    {"ko", "{0}년 {2}월 {3}일", {}, {"글: {}", "출처: {}", "게시: {}", "수정: {}", "포함되지 않은 이미지: {}"}},
    {"nb",
     dotted_day,
     {"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
      "desember"},
     {"Av {}", "Kilde: {}", "Publisert: {}", "Oppdatert: {}", "Utelatte bilder: {}"}},
    {"nl",
     day_month_year,
     {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
      "december"},
     {"Door {}", "Bron: {}", "Gepubliceerd: {}", "Bijgewerkt: {}", "Weggelaten afbeeldingen: {}"}},
    {"pl",
     day_month_year,
     {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
      "listopada", "grudnia"},
     {"Autor: {}", "Źródło: {}", "Opublikowano: {}", "Zaktualizowano: {}", "Pominięte obrazy: {}"}},
    {"pt",
     spanish,
     {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
      "dezembro"},
     {"Por {}", "Fonte: {}", "Publicado: {}", "Atualizado: {}", "Imagens não incluídas: {}"}},
    {"ru",
     day_month_year,
     {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
      "декабря"},
     {"Автор: {}", "Источник: {}", "Опубликовано: {}", "Обновлено: {}", "Пропущенные изображения: {}"}},
    {"sv",
     day_month_year,
     {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
      "december"},
     {"Av {}", "Källa: {}", "Publicerad: {}", "Uppdaterad: {}", "Bilder som inte ingår: {}"}},
    {"tr",
     day_month_year,
     {"Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"},
     {"Yazar: {}", "Kaynak: {}", "Yayınlanma: {}", "Güncelleme: {}", "Eksik görseller: {}"}},
    {"uk",
     day_month_year,
     {"січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада",
      "грудня"},
     {"Автор: {}", "Джерело: {}", "Опубліковано: {}", "Оновлено: {}", "Пропущені зображення: {}"}},
    {"zh-Hant", chinese, {}, {"作者：{}", "來源：{}", "發布：{}", "更新：{}", "未收錄的圖片：{}"}},
    {"zh-HK", chinese, {}, {"作者：{}", "來源：{}", "發布：{}", "更新：{}", "未收錄的圖片：{}"}},
    {"zh-TW", chinese, {}, {"作者：{}", "來源：{}", "發布：{}", "更新：{}", "未收錄的圖片：{}"}},
    {"zh", chinese, {}, {"作者：{}", "来源：{}", "发布：{}", "更新：{}", "未收录的图片：{}"}},
};

constexpr Language no_language = {{}, {}, {}, {"{}", "{}", "{}", {}, {}}};

constexpr std::string_view without_italics[] = {
    "am", "ar", "as", "bn", "bo", "ckb", "dv", "dz", "fa", "gu", "he", "hi", "ja", "km", "kn", "ko", "lo",  "ml",
    "mr", "my", "ne", "or", "pa", "ps",  "sa", "sd", "si", "ta", "te", "th", "ti", "ug", "ur", "yi", "yue", "zh"};

bool is_of(std::string_view language, std::string_view tag) {
    return language.starts_with(tag) && (language.size() == tag.size() || language[tag.size()] == '-');
}

const Language& find(std::string_view language) {
    const auto* found =
        std::ranges::find_if(languages, [&](const Language& known) { return is_of(language, known.tag); });
    return found != std::end(languages) ? *found : no_language;
}

}  // namespace

const Wording& wording(std::string_view language) {
    return find(language).wording;
}

std::string date_text(Date date, std::string_view language) {
    const Language& known = find(language);
    date.time.reset();
    if (date.day == 0 || known.date.empty()) return date.to_string();
    return fmt::format(fmt::runtime(known.date), date.year, known.months.at(static_cast<std::size_t>(date.month - 1)),
                       date.month, date.day);
}

bool lacks_italics(std::string_view language) {
    return std::ranges::any_of(without_italics, [&](std::string_view tag) { return is_of(language, tag); });
}

}  // namespace offprint
