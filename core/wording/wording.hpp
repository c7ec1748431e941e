// The words and dates that writers add themselves, in the document's language.
// Thread safety: constants; pure functions.
#pragma once

#include <string>
#include <string_view>

#include "offprint/date.hpp"

namespace offprint {

/// Each is a pattern for {fmt} with the place of one value.
struct Wording {
    std::string_view byline;          ///< the authors' names
    std::string_view source;          ///< the publication's name
    std::string_view published;       ///< a date
    std::string_view updated;         ///< a date; empty: there is no word for it, so nothing is said
    std::string_view missing_images;  ///< their number; as above
};

/// The words for a language (BCP 47). Where it is none of the table's, no words: the bare date, no more.
const Wording& wording(std::string_view language);

/// The day as it is written in a language: "15 January 2014". A date without a day, and any in a language that is
/// none of the table's, is as ISO 8601 has it. The time of day is left out.
std::string date_text(Date date, std::string_view language);

/// True for languages whose scripts know no italics, so that slanted letters emphasise nothing there.
bool lacks_italics(std::string_view language);

}  // namespace offprint
