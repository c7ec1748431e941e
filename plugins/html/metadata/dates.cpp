#include "metadata/dates.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace offprint::html {

namespace {

bool has_day(const std::optional<Date>& date) {
    return date && date->day != 0;
}

bool is_earlier(const std::optional<Date>& left, const std::optional<Date>& right) {
    return has_day(left) && has_day(right) &&
           std::tie(left->year, left->month, left->day) < std::tie(right->year, right->month, right->day);
}

/// True if a printed "3/4/2024" was read in the wrong order: the other one is what machines are told.
bool is_turned_around(const Date& printed, const std::optional<Date>& told) {
    return has_day(told) && printed.year == told->year && printed.month == told->day && printed.day == told->month;
}

/// True if `local` is the day after that of `told`, a time in UTC: it was tomorrow already where the page was written.
bool is_tomorrow(const std::optional<Date>& local, const std::optional<Date>& told) {
    constexpr std::int64_t day = 24 * 60 * 60;
    if (!has_day(local) || !has_day(told) || !told->time || told->time->utc_offset_minutes != 0) return false;
    const std::int64_t begin = Date{told->year, told->month, told->day, {}}.to_unix_seconds();
    return Date{local->year, local->month, local->day, {}}.to_unix_seconds() == begin + day;
}

}  // namespace

void drop_doubtful_dates(Claims& json_ld, Claims& meta, Credits& credits, Claims& address, Context& context) {
    const std::array<Claims*, 4> all{&json_ld, &meta, &credits.claims, &address};
    const auto says_day = [](const Claims* claims) { return has_day(claims->published); };
    const bool day_is_known = std::any_of(all.begin(), all.end(), says_day);
    for (Claims* claims : all)
        if (day_is_known && !says_day(claims)) claims->published.reset();

    // What machines are told may be the day of a move to another system, or that of the server's time zone.
    std::optional<Date>& printed = credits.claims.published;
    for (const Claims* claims : {&json_ld, &meta, &address})
        if (printed && is_turned_around(*printed, claims->published)) printed = claims->published;
    for (Claims* claims : {&json_ld, &meta}) {
        const bool is_printed_earlier =
            credits.date_trust >= Trust::byline_text && is_earlier(printed, claims->published);
        if (is_printed_earlier || is_earlier(address.published, claims->published) ||
            is_tomorrow(address.published, claims->published))
            claims->published.reset();
    }
    if (is_earlier(address.published, printed)) printed.reset();

    const bool is_dated =
        std::any_of(all.begin(), all.end(), [](const Claims* claims) { return claims->published.has_value(); });
    if (is_dated || credits.change_trust < Trust::byline_text || !credits.claims.modified) return;
    printed = credits.claims.modified;
    context.report(Severity::info, "html.date-of-change",
                   "the page shows the date of its last change alone, which stands for that of its publication");
}

}  // namespace offprint::html
