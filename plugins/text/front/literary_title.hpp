// Titles of stories and books, which have the author's name alone beside them: "IVO MARK / THE SNOW / A Tale".
// Thread safety: pure.
#pragma once

#include <string_view>

#include "lines/lines.hpp"

namespace offprint::text {

/// True for a line that says what kind of literature follows: "A Tale", "Roman", "Рассказ".
bool is_literary_genre(std::string_view line);

/// True if `name` looks like the name of one person, and unlike `title`, which is in capitals.
bool is_name_by_title(std::string_view name, std::string_view title);

/// True if the first of `lines` is the author's name, alone above a title in capitals. Lines in capitals further on
/// are headings, and the first line is the title then, unless a genre is named.
bool is_author_above_title(Lines lines);

}  // namespace offprint::text
