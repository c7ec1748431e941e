// Lines at the head of an article that tell who made it, when, and where it appeared.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "credits/byline.hpp"
#include "credits/date_line.hpp"
#include "offprint/date.hpp"

namespace offprint::text {

/// What one line tells; all views are into the line.
struct CreditLine {
    std::vector<credits::Byline> bylines;
    credits::DateLine dates;
    std::string_view publisher;
    std::string_view source_url;
    std::string_view genre;                     ///< "A memoir" of "A memoir by Ada Quill"
    bool is_bare = false;                       ///< nothing but the date beside it says that a name is a byline
    std::vector<std::string_view> small_print;  ///< "5 min read", "12 comments": nothing that anybody wants to keep
};

/// Reads "By Ada Quill | 3 May 2020", "Posted on May 3, 2020 by Ada Quill", "Source: https://...", "https://...";
/// nullopt for a line that says anything else as well. `order` as in `credits::parse_date_line`.
std::optional<CreditLine> parse_credit_line(std::string_view line, std::optional<credits::DayOrder> order);

/// A line that ends with a day or begins with one: "Report to the council, 1 December 2010".
struct DatedLine {
    std::string_view words;  ///< those beside the day; views the line
    Date date;
};

/// Reads such a line; nullopt for sentences and long lines, and for dates without a day. `order` as above.
std::optional<DatedLine> parse_dated_line(std::string_view line, std::optional<credits::DayOrder> order);

/// The address in a line that says where the text appeared first ("Originally published at https://..."); else empty.
std::string_view address_of_source(std::string_view line);

}  // namespace offprint::text
