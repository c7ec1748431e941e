#include "credits/date_line.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "credits/ascii.hpp"
#include "credits/byline_words.hpp"
#include "credits/words.hpp"
#include "offprint/text.hpp"

namespace offprint::credits {

namespace {

constexpr std::size_t longest_line = 200;
constexpr int earliest_year = 1000;

/// In lower case, as all words here; names that begin with another letter than of ASCII stand with its capital, too.
constexpr std::string_view weekdays =
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "poniedziałek wtorek środa Środa czwartek piątek sobota niedziela "
    "понедельник вторник среда четверг пятница суббота воскресенье "
    "Понедельник Вторник Среда Четверг Пятница Суббота Воскресенье "
    "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag "
    "月 火 水 木 金 土 日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 "
    "星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 "
    "월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일 "
    "الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت شنبه یکشنبه دوشنبه پنجشنبه جمعه "
    "יום ראשון שני שלישי רביעי חמישי שישי שבת सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार "
    "pazartesi salı çarşamba Çarşamba perşembe cuma cumartesi pazar pondělí úterý Úterý středa čtvrtek pátek neděle "
    "hétfő kedd szerda csütörtök péntek szombat vasárnap maanantai tiistai keskiviikko torstai perjantai lauantai "
    "sunnuntai Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή";

/// What may stand beside a date and adds nothing.
constexpr std::string_view silent_words =
    "the of on at in as de del di le den dem am um à a às alle ore il o el em op om van w dnia z kl klo uhr h "
    "и в г года г.в час am pm a.m p.m et est edt ct cst cdt pt pst pdt gmt utc cet cest bst jst msk мск "
    "time zeit oclock & and und ngày Ngày يوم في م الساعة ساعت στις την η στο ve saat dne v den óra 오전 오후 午前 "
    "午後 上午 "
    "下午";

constexpr std::string_view words_of_publishing =
    "published posted date dated first created released issued publication release publish on online submitted written "
    "veröffentlicht Veröffentlicht erschienen erstellt datum stand vom publié publiée paru parue publication mis en "
    "ligne publicado publicada publicación fecha pubblicato pubblicata pubblicazione data geplaatst gepubliceerd "
    "opublikowano opublikowany dodano опубликовано Опубликовано дата Дата publicerad publicerat publiceret udgivet "
    "publisert 公開 公開日 掲載 掲載日 配信 投稿 投稿日 投稿日時 発行 日付 发布 发表 发布于 发表于 发布时间 发布日期 "
    "日期 时间 "
    "發布 發表 發布時間 發佈 來源 نشر نُشر النشر تاريخ منشور انتشار تاریخ פורסם תאריך प्रकाशित เผยแพร่ δημοσιεύτηκε "
    "Δημοσιεύτηκε δημοσίευση Δημοσίευση "
    "yayınlanma yayın tarih tarihi megjelent közzétéve julkaistu zveřejněno publikováno vydáno datum dato lagt ut "
    "입력 등록 게시 작성 작성일 등록일 발행일 게시일 승인";

constexpr std::string_view words_of_change =
    "updated update modified revised changed edited last latest correction corrected aktualisiert aktualisierung "
    "geändert Änderung änderung bearbeitet zuletzt letzte mis mise à jour modifié actualizado actualizada "
    "actualización última "
    "Última aggiornato aggiornata aggiornamento ultimo atualizado atualizada atualização bijgewerkt gewijzigd laatst "
    "aktualizacja zaktualizowano обновлено Обновлено изменено uppdaterad uppdaterat opdateret oppdatert "
    "تحديث التحديث آخر עודכן güncelleme güncellendi son päivitetty aktualizováno frissítve módosítva ενημερώθηκε "
    "Ενημερώθηκε "
    "更新 更新日 更新日時 最終更新 最終更新日 更新于 更新时间 更新於 更新時間 수정 최종수정 수정일 업데이트";

/// Those of `words_of_change` that say it by themselves.
bool tells_change(std::string_view word) {
    constexpr std::string_view weak = "last latest letzte última Última ultimo mis mise à zuletzt laatst آخر son";
    return holds_word(words_of_change, word) && !holds_word(weak, word);
}

/// "10:30", "10.30", "10h30", "10時30分", "10:30am", "+0100": digits, and the marks and letters of times.
bool is_time(std::string_view word) {
    constexpr std::string_view signs[] = {"am", "pm", "uhr", "時", "分", "秒", "时", "시", "분", "초"};
    if (std::none_of(word.begin(), word.end(), is_digit) || word.size() > 16) return false;
    while (!word.empty()) {
        const auto sign =
            std::find_if(std::begin(signs), std::end(signs), [&](std::string_view s) { return word.starts_with(s); });
        if (sign == std::end(signs) && !is_digit(word.front()) && std::string_view(":.h+").find(word.front()) > 3)
            return false;
        word.remove_prefix(sign == std::end(signs) ? 1 : sign->size());
    }
    return true;
}

/// The words beside the dates, in lower case, without the marks around them.
std::vector<std::string> words_beside(std::string_view text) {
    constexpr std::string_view wide_marks[] = {"（", "）", "：", "｜", "・", "–", "—", "•", "·", "º", "ª"};
    std::string plain = to_lower_ascii(with_plain_spaces(text));
    for (std::string_view mark : wide_marks)
        for (std::size_t at = plain.find(mark); at != std::string::npos; at = plain.find(mark, at))
            plain.replace(at, mark.size(), " ");
    std::replace_if(
        plain.begin(), plain.end(),
        [](char c) { return std::string_view("|()[],;/*_").find(c) != std::string_view::npos; }, ' ');
    std::vector<std::string> words;
    for (std::string_view word : split_words(plain)) {
        while (!word.empty() && std::string_view(".:-").find(word.back()) != std::string_view::npos)
            word.remove_suffix(1);
        while (word.starts_with('-')) word.remove_prefix(1);
        if (!word.empty()) words.emplace_back(word);
    }
    return words;
}

/// Those of `words_of_publishing` that say it by themselves, and of an article.
bool tells_publication(std::string_view word) {
    constexpr std::string_view weak =
        "date dated first created released release on online erstellt datum stand vom mis en fecha data дата Дата dato "
        "lagt ut tarih tarihi تاريخ تاریخ תאריך 日付 日期 时间 來源";
    return holds_word(words_of_publishing, word) && !holds_word(weak, word);
}

enum class Meaning { nothing, change, something_else };

/// True for what stands beside dates.
bool is_known(std::string_view word) {
    return holds_word(weekdays, word) || holds_word(silent_words, word) || holds_word(words_of_publishing, word) ||
           holds_word(words_of_change, word) || is_time(word);
}

/// What stands before a date says about it.
Meaning meaning_of(std::string_view text) {
    bool change = false;
    for (const std::string& word : words_beside(text)) {
        if (!is_known(word)) return Meaning::something_else;
        change = change || tells_change(word) || word == "jour";
    }
    return change ? Meaning::change : Meaning::nothing;
}

/// The next date of `line`. Without an order only a date is found that both orders read alike.
std::optional<WrittenDate> next_date(std::string_view line, std::optional<DayOrder> order) {
    std::optional<WrittenDate> date = find_written_date(line, order.value_or(DayOrder::day_first), earliest_year);
    if (!date) {
        const std::optional<WrittenDate> month = find_written_month(line, earliest_year);
        // A number before it is a day that the month does not have.
        const bool is_month =
            month && std::none_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(month->begin), is_digit);
        return is_month ? month : std::nullopt;
    }
    const std::optional<WrittenDate> other = find_written_date(line, DayOrder::month_first, earliest_year);
    if (!order && (!other || !(other->date == date->date))) return std::nullopt;
    return date;
}

}  // namespace

std::optional<DateLine> parse_date_line(std::string_view line, std::optional<DayOrder> order) {
    line = trim(line);
    if (line.empty() || line.size() > longest_line) return std::nullopt;
    DateLine found;
    constexpr std::size_t shortest_iso = 7;
    std::optional<Date>* latest = nullptr;
    // A time of ISO 8601 stands in one word with its date.
    if (std::optional<Date> whole = parse_iso_date(line); whole && line.size() >= shortest_iso)
        return DateLine{whole, std::nullopt};
    while (const std::optional<WrittenDate> next = next_date(line, order)) {
        const Meaning meaning = meaning_of(line.substr(0, next->begin));
        if (meaning == Meaning::something_else) return std::nullopt;
        latest = meaning == Meaning::change ? &found.modified : &found.published;
        if (!*latest) *latest = next->date;
        line.remove_prefix(next->end);
    }
    // What changed may stand behind its date: "2014年1月15日 更新".
    const Meaning behind = meaning_of(line);
    if (latest == nullptr || behind == Meaning::something_else) return std::nullopt;
    if (behind == Meaning::change && latest == &found.published) std::swap(found.published, found.modified);
    return found;
}

DateLabel date_label(std::string_view text) {
    DateLabel label = DateLabel::none;
    for (const std::string& word : words_beside(text)) {
        if (!is_known(word)) return DateLabel::none;
        if (tells_change(word) || word == "jour") label = DateLabel::modified;
        if (tells_publication(word) && label == DateLabel::none) label = DateLabel::published;
    }
    return label;
}

std::optional<DateLine> labelled_date(std::string_view line, DayOrder order) {
    if (line.size() > longest_line) return std::nullopt;
    DateLine found;
    for (bool is_first = true; const std::optional<WrittenDate> next = next_date(line, order); is_first = false) {
        std::string_view before = line.substr(0, next->begin);
        if (is_first) before.remove_prefix(std::min(before.rfind('(') + 1, before.size()));
        const DateLabel label = date_label(before);
        line.remove_prefix(next->end);
        if (next->date.day == 0 || label == DateLabel::none) break;
        std::optional<Date>& date = label == DateLabel::modified ? found.modified : found.published;
        if (!date) date = next->date;
    }
    // What goes on otherwise is a sentence.
    for (const std::string& word : words_beside(line)) {
        if (is_by_word(word)) break;
        if (!is_known(word)) return std::nullopt;
    }
    return found.published || found.modified ? std::optional(found) : std::nullopt;
}

bool is_weekday(std::string_view word) {
    return holds_word(weekdays, word);
}

}  // namespace offprint::credits
