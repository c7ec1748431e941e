// Dates as people write them: "29 February 2024", "Feb 29th, 2024", "29.02.2024", "2024年2月29日".
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "offprint/date.hpp"

namespace offprint::credits {

/// What the first number of "03/04/2024" is. Where a number is above 12 it decides by itself.
enum class DayOrder { day_first, month_first };

/// The habit of those who read `language` (BCP 47): month first in American English only.
DayOrder day_order(std::string_view language);

/// A date and where it stands in the text.
struct WrittenDate {
    Date date;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The first full date in `text`, of the years from `earliest_year` to 2100. Of long texts only the first 256 bytes are
/// read, here and below.
std::optional<WrittenDate> find_written_date(std::string_view text, DayOrder order, int earliest_year = 1900);

/// The first month in `text` that has its year: "February 2024", "2024年2月".
std::optional<WrittenDate> find_written_month(std::string_view text, int earliest_year = 1900);

/// A date as attributes hold it: ISO 8601, or else written in any way.
std::optional<Date> parse_date(std::string_view text, DayOrder order);

}  // namespace offprint::credits
