// Lines that tell who an author is.
// Thread safety: pure.
#pragma once

#include <string_view>
#include <vector>

#include "offprint/metadata.hpp"

namespace offprint::text {

/// True if a line tells who somebody is: "Founding director of ...", "Ada Quill is a ...".
bool is_biography(std::string_view line, const std::vector<Contributor>& contributors);

/// True if a paragraph at the end of an article tells who an author is: it begins with the name, or says "The author".
bool is_biography_at_end(std::string_view text, const std::vector<Contributor>& contributors);

}  // namespace offprint::text
