#include "offprint/date.hpp"

#include <fmt/format.h>

#include <chrono>

#include "offprint/text.hpp"

namespace offprint {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads the parts of an ISO date from front to back.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}

    bool done() const { return text_.empty(); }

    bool skip(char c) {
        if (text_.empty() || text_.front() != c) return false;
        text_.remove_prefix(1);
        return true;
    }

    std::optional<int> digits(std::size_t count) {
        if (text_.size() < count) return std::nullopt;
        int value = 0;
        for (char c : text_.substr(0, count)) {
            if (!is_digit(c)) return std::nullopt;
            value = value * 10 + (c - '0');
        }
        text_.remove_prefix(count);
        return value;
    }

    void skip_digits() {
        while (!text_.empty() && is_digit(text_.front())) text_.remove_prefix(1);
    }

private:
    std::string_view text_;
};

/// `Z`, `+01:00`, `+0100`, `+01`, or nothing. False when it is none of these.
bool read_zone(Cursor& cursor, std::optional<int>& offset) {
    if (cursor.skip('Z') || cursor.skip('z')) {
        offset = 0;
        return true;
    }
    const bool east = cursor.skip('+');
    if (!east && !cursor.skip('-')) return true;
    const std::optional<int> hours = cursor.digits(2);
    cursor.skip(':');
    const std::optional<int> minutes = cursor.done() ? 0 : cursor.digits(2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) return false;
    offset = (east ? 1 : -1) * (*hours * 60 + *minutes);
    return true;
}

std::optional<Date::Time> read_time(Cursor& cursor) {
    const std::optional<int> hour = cursor.digits(2);
    cursor.skip(':');
    const std::optional<int> minute = cursor.digits(2);
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    Date::Time time{*hour, *minute, 0, {}};
    if (cursor.skip(':')) {
        const std::optional<int> second = cursor.digits(2);
        if (!second || *second > 60) return std::nullopt;
        time.second = *second == 60 ? 59 : *second;  // a leap second has no place in most formats
        if (cursor.skip('.') || cursor.skip(',')) cursor.skip_digits();
    }
    cursor.skip(' ');
    if (!read_zone(cursor, time.utc_offset_minutes)) return std::nullopt;
    return time;
}

}  // namespace

bool exists(const Date& date) {
    using namespace std::chrono;
    if (date.year < 1 || date.year > 9999 || date.month < 0 || date.month > 12 || date.day < 0) return false;
    if (date.month == 0) return date.day == 0 && !date.time;
    if (date.day == 0) return !date.time;
    const year_month_day day(year(date.year), month(static_cast<unsigned>(date.month)),
                             std::chrono::day(static_cast<unsigned>(date.day)));
    if (!day.ok()) return false;
    const auto within = [](int value, int end) { return value >= 0 && value < end; };
    return !date.time ||
           (within(date.time->hour, 24) && within(date.time->minute, 60) && within(date.time->second, 60));
}

std::optional<Date> parse_iso_date(std::string_view text) {
    Cursor cursor(trim(text));
    Date date;
    const std::optional<int> year = cursor.digits(4);
    if (!year) return std::nullopt;
    date.year = *year;
    const bool dashed = cursor.skip('-');
    if (!cursor.done()) {
        const std::optional<int> month = cursor.digits(2);
        if (!month || *month == 0) return std::nullopt;
        date.month = *month;
        if (dashed ? cursor.skip('-') : !cursor.done()) {
            const std::optional<int> day = cursor.digits(2);
            if (!day || *day == 0) return std::nullopt;
            date.day = *day;
        } else if (!dashed) {
            return std::nullopt;  // "201401" is as likely a serial number
        }
    }
    if (!exists(date)) return std::nullopt;
    if (cursor.skip('T') || cursor.skip('t') || cursor.skip(' ')) {
        if (date.day == 0) return std::nullopt;
        date.time = read_time(cursor);
        if (!date.time) return std::nullopt;
    }
    if (!cursor.done()) return std::nullopt;
    return date;
}

std::string Date::to_string() const {
    std::string result = fmt::format("{:04}", year);
    if (month != 0) result += fmt::format("-{:02}", month);
    if (day != 0) result += fmt::format("-{:02}", day);
    if (!time) return result;
    result += fmt::format("T{:02}:{:02}:{:02}", time->hour, time->minute, time->second);
    if (!time->utc_offset_minutes) return result;
    const int offset = *time->utc_offset_minutes;
    if (offset == 0) return result + "Z";
    const int size = offset < 0 ? -offset : offset;
    return result + fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 60, size % 60);
}

std::int64_t Date::to_unix_seconds() const {
    using namespace std::chrono;
    const sys_days days = std::chrono::year(year) / (month == 0 ? 1 : month) / (day == 0 ? 1 : day);
    std::int64_t seconds = std::int64_t{days.time_since_epoch().count()} * 86400;
    if (time) {
        seconds += time->hour * 3600 + time->minute * 60 + time->second;
        seconds -= std::int64_t{time->utc_offset_minutes.value_or(0)} * 60;
    }
    return seconds;
}

Date date_from_unix_seconds(std::int64_t seconds) {
    using namespace std::chrono;
    const sys_seconds moment{std::chrono::seconds(seconds)};
    const sys_days day_start = floor<days>(moment);
    const year_month_day date(day_start);
    const hh_mm_ss clock(moment - day_start);
    return {int{date.year()}, static_cast<int>(unsigned{date.month()}), static_cast<int>(unsigned{date.day()}),
            Date::Time{static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                       static_cast<int>(clock.seconds().count()), 0}};
}

}  // namespace offprint
