// Lines that tell when an article was published or changed, and nothing else.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>

#include "credits/written_date.hpp"
#include "offprint/date.hpp"

namespace offprint::credits {

/// What such a line says; at least one of the two.
struct DateLine {
    std::optional<Date> published;
    std::optional<Date> modified;
};

/// Reads "15 January, 2014", "Published on Jan. 15, 2014, 10:30 am | Updated ...", "Stand: 15.01.2014", "2014年1月15日
/// 更新", or a month and its year. Times of day are passed over, but for ISO 8601. A line that says anything else is
/// nullopt, and so is "03/04/2014" where `order` is not known.
std::optional<DateLine> parse_date_line(std::string_view line, std::optional<DayOrder> order);

/// What the words before a date say of it.
enum class DateLabel {
    none,  ///< they are no label, or one that does not say ("Date:")
    published,
    modified,
};

/// What `text` is as a label: "Published on", "Veröffentlicht am:", "(last edited".
DateLabel date_label(std::string_view text);

/// Reads a date that has its label in its line, whoever did it behind it: "Posted on the 15/01/2014 by Ada",
/// "Tides (last edited 2014-01-15)", "Letzte Änderung: 15.01.2014 - Erschienen am: 14.01.2014"; nullopt for any other.
std::optional<DateLine> labelled_date(std::string_view line, DayOrder order);

/// True for the name of a day of the week, in lower case (of ASCII).
bool is_weekday(std::string_view word);

}  // namespace offprint::credits
