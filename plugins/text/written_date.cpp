#include "written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "offprint/text.hpp"
#include "words.hpp"

namespace offprint::text {

namespace {

/// Names of one month, lower case, separated by spaces; English abbreviations first.
constexpr std::array<std::string_view, 12> month_names = {
    "jan january januar jänner janvier enero gennaio janeiro januari",
    "feb february februar feber février febrero febbraio fevereiro februari",
    "mar march märz mars marzo março maart",
    "apr april avril abril aprile",
    "may mai mayo maggio maio mei",
    "jun june juni juin junio giugno junho",
    "jul july juli juillet julio luglio julho",
    "aug august août agosto augustus",
    "sep sept september septembre septiembre settembre setembro",
    "oct october oktober octobre octubre ottobre outubro",
    "nov november novembre noviembre novembro",
    "dec december dezember décembre diciembre dicembre dezembro",
};

/// What may stand beside a date and adds nothing: weekdays, articles, what goes with a time.
constexpr std::string_view silent_words =
    "the of on at de del di le den am um à a il o op van uhr h est edt cet gmt utc pm a.m p.m et "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag";

/// Labels before a date, lower case, and whether they tell of a change.
struct Label {
    std::string_view text;
    bool modified;
};
constexpr std::array<Label, 15> labels = {{
    {"first published", false},
    {"published", false},
    {"posted", false},
    {"date", false},
    {"last updated", true},
    {"updated", true},
    {"last modified", true},
    {"veröffentlicht am", false},
    {"veröffentlicht", false},
    {"aktualisiert am", true},
    {"aktualisiert", true},
    {"publié le", false},
    {"mis à jour le", true},
    {"publicado el", false},
    {"pubblicato il", false},
}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The number at the start of `word`, of at most four digits, if nothing but `suffixes` follow.
std::optional<int> number(std::string_view word, std::string_view suffixes) {
    std::size_t digits = 0;
    int value = 0;
    for (; digits < word.size() && is_digit(word[digits]); ++digits) {
        if (digits == 4) return std::nullopt;
        value = value * 10 + (word[digits] - '0');
    }
    const std::string_view rest = word.substr(digits);
    if (digits == 0 || !(rest.empty() || holds_word(suffixes, rest))) return std::nullopt;
    return value;
}

std::optional<Date> existing_date(int year, int month, int day) {
    if (year < 1000) return std::nullopt;
    if (day == 0) return parse_iso_date(fmt::format("{:04}-{:02}", year, month));
    return parse_iso_date(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

/// "15.01.2014". With slashes day and month are anyone's guess.
std::optional<Date> dotted_date(std::string_view word) {
    const std::size_t first = word.find('.');
    const std::size_t second = word.find('.', std::min(first, word.size() - 1) + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const std::optional<int> day = number(word.substr(0, first), "");
    const std::optional<int> month = number(word.substr(first + 1, second - first - 1), "");
    const std::optional<int> year = number(word.substr(second + 1), "");
    if (!day || !month || !year || *day == 0) return std::nullopt;
    return existing_date(*year, *month, *day);
}

/// "10:30", "10:30am", "10h30".
bool is_time(std::string_view word) {
    const std::size_t colon = word.find_first_of(":h");
    return colon != std::string_view::npos && number(word.substr(0, colon), "") &&
           number(word.substr(colon + 1, 2), "") && word.size() <= 8;
}

/// Collects the words of a line as long as they can be parts of one date.
class DateParts {
public:
    bool add(std::string_view word) {
        if (holds_word(silent_words, word)) return true;
        if (is_time(word)) return std::exchange(time_, true) == false;
        std::optional<Date> whole = parse_iso_date(word);
        if (!whole || word.size() < 8) whole = dotted_date(word);
        if (whole) return !std::exchange(whole_, whole);
        if (const std::optional<int> value = number(word, "st nd rd th er e º ª")) return add_number(*value);
        return add_month(word);
    }

    std::optional<Date> date() const {
        if (whole_) return month_ == 0 && year_ == 0 && day_ == 0 ? whole_ : std::nullopt;
        if (month_ == 0 || year_ == 0) return std::nullopt;
        return existing_date(year_, month_, day_);
    }

private:
    bool add_number(int value) { return std::exchange(value > 31 ? year_ : day_, value) == 0 && value != 0; }

    bool add_month(std::string_view word) {
        const auto named = [&](std::string_view names) { return holds_word(names, word); };
        const auto found = std::find_if(month_names.begin(), month_names.end(), named);
        if (found == month_names.end()) return false;
        return std::exchange(month_, static_cast<int>(found - month_names.begin()) + 1) == 0;
    }

    std::optional<Date> whole_;
    int year_ = 0;
    int month_ = 0;
    int day_ = 0;
    bool time_ = false;
};

}  // namespace

std::optional<Date> parse_written_date(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (text.empty() || text.size() > longest) return std::nullopt;
    const std::string lower = to_lower_ascii(text);
    constexpr std::string_view separators = " ,\t|()";
    DateParts parts;
    for (std::size_t begin = 0; begin < lower.size();) {
        const std::size_t end = std::min(lower.find_first_of(separators, begin), lower.size());
        std::string_view word = std::string_view(lower).substr(begin, end - begin);
        while (word.ends_with('.')) word.remove_suffix(1);
        if (!word.empty() && !parts.add(word)) return std::nullopt;
        begin = end + 1;
    }
    return parts.date();
}

std::optional<DateLine> parse_date_line(std::string_view text) {
    if (const std::optional<Date> date = parse_written_date(trim(text))) return DateLine{*date, false};
    for (const Label& label : labels) {
        if (to_lower_ascii(text.substr(0, label.text.size())) != label.text) continue;
        std::string_view rest = trim(text.substr(label.text.size()));
        if (rest.starts_with(':')) rest = trim(rest.substr(1));
        if (const std::optional<Date> date = parse_written_date(rest)) return DateLine{*date, label.modified};
    }
    return std::nullopt;
}

}  // namespace offprint::text
