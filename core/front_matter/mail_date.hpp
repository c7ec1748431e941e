// Dates of mail (RFC 5322, section 3.3).
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>

#include "offprint/date.hpp"

namespace offprint::front_matter {

/// Reads "Wed, 15 Jan 2014 10:30:00 +0100" and the obsolete zones "GMT", "UT", "Z", "EST" and so on; nullopt for
/// anything else. A zone that nobody knows ("-0000", "MEZ") is left out.
std::optional<Date> parse_mail_date(std::string_view text);

}  // namespace offprint::front_matter
