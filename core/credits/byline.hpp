// Lines that are bylines and nothing else. What a page marks as a byline is read by `people.hpp`, which takes the names
// out of whatever stands there; a line of text must prove that it is one.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "offprint/metadata.hpp"

namespace offprint::credits {

/// What a byline says. Nobody and nothing: an empty slot of a template ("By: /").
struct Byline {
    std::vector<Contributor> people;
    std::string_view about;  ///< what follows the names: "Staff Writer"; views the line; may be empty
};

/// Reads "By: Ada Quill", "By A and B, Staff Writers", "Von ...", "Translated by ...", "作者：..."; nullopt for any
/// other line, such as a sentence that begins with "By".
std::optional<Byline> parse_byline(std::string_view line);

/// Reads names without the words that lead a byline: "Ada Quill and Ben Reed"; nullopt for anything else.
std::optional<Byline> parse_names(std::string_view text);

}  // namespace offprint::credits
