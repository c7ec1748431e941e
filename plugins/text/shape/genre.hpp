// What kind of text it is: Markdown, an RFC, a message, a book of Project Gutenberg.
// Thread safety: pure.
#pragma once

#include <string>

#include "lines/lines.hpp"
#include "shape/shape.hpp"

namespace offprint::text {

struct GenreEvidence {
    Genre genre = Genre::plain;
    std::string evidence;  ///< what the choice rests on, for a diagnostic
};

/// The genre that the marks in `lines` speak for.
GenreEvidence weigh_genre(Lines lines);

}  // namespace offprint::text
