// A date as documents know it: perhaps only a year, perhaps to the second with a time zone.
// Thread safety: values; the functions are pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "offprint/export.hpp"

namespace offprint {

/// A proleptic Gregorian date with as much precision as the source gave. Nothing is filled in.
struct Date {
    struct Time {
        int hour = 0;
        int minute = 0;
        int second = 0;
        std::optional<int> utc_offset_minutes;  ///< absent: the source named no zone
        bool operator==(const Time&) const = default;
    };

    int year = 0;              ///< 1..9999
    int month = 0;             ///< 1..12, or 0 when only the year is known
    int day = 0;               ///< 1..31, or 0 when only year and month are known
    std::optional<Time> time;  ///< only with a day

    bool operator==(const Date&) const = default;

    /// W3CDTF / ISO 8601: "2014", "2014-01", "2014-01-15", "2014-01-15T06:00:00Z".
    OFFPRINT_API std::string to_string() const;

    /// Seconds since 1970-01-01T00:00:00Z; missing parts count as the first, a missing zone as UTC.
    OFFPRINT_API std::int64_t to_unix_seconds() const;
};

/// True if `date` is in the calendar and no finer part stands without the coarser ones.
OFFPRINT_API bool exists(const Date& date);

/// Reads an ISO 8601 / W3CDTF date or date-time ("2014-01-15", "2014-01-15T06:00:00.5+01:00",
/// "2014-01-15 06:00", "20140115"). Surrounding white space is ignored; anything else, or a date
/// that does not exist, is nullopt.
OFFPRINT_API std::optional<Date> parse_iso_date(std::string_view text);

/// The date and time, in UTC, of a moment given in seconds since 1970-01-01T00:00:00Z.
OFFPRINT_API Date date_from_unix_seconds(std::int64_t seconds);

}  // namespace offprint
