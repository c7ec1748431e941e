// Lines that say who made an article.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/metadata.hpp"

namespace offprint::text {

/// What a byline says. No names: an empty slot of a template ("By: /").
struct Byline {
    std::vector<Contributor> contributors;
    std::string_view about;  ///< what follows the names: "Staff Writer"; may be empty
};

/// Reads "By: Ada Quill", "By A and B", "Von ...", "Translated by ..."; nullopt for any other line,
/// such as a sentence that begins with "By".
std::optional<Byline> parse_byline(std::string_view line);

/// True if a line tells who somebody is ("Founding director of ...", "Ada Quill is a ...").
bool is_biography(std::string_view line, const std::vector<Contributor>& contributors);

}  // namespace offprint::text
