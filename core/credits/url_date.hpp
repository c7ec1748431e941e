// Dates in the addresses of pages.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>

#include "offprint/date.hpp"

namespace offprint::credits {

/// The first day of 1990 to 2100 in the path of `url`: "/2014/01/15/", "/2014/jan/15/", "/2014-01/15/", "/2014/0115/",
/// "/t20140115_1.html", "-2014-01-15", "/15-01-2014". What is not surely a date is none.
std::optional<Date> date_in_url(std::string_view url);

}  // namespace offprint::credits
