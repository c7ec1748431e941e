// Dates as people write them.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>

#include "offprint/date.hpp"

namespace offprint::text {

/// The date that a short line consists of: "15 January, 2014", "Jan. 15, 2014", "Mittwoch, 15. Januar
/// 2014", "le 1er février 2014", "15 de enero de 2014", "15.01.2014", ISO; a time of day after it is
/// passed over. English, German, French, Spanish, Italian, Portuguese and Dutch. Anything beside the
/// date, or a date that does not exist, is nullopt.
std::optional<Date> parse_written_date(std::string_view text);

/// A line that says when the article was published or changed: "Published on 3 May 2020".
struct DateLine {
    Date date;
    bool modified = false;  ///< "Updated", not "Published"
};
std::optional<DateLine> parse_date_line(std::string_view text);

}  // namespace offprint::text
