// Lines that tell who an author is.
// Thread safety: pure.
#pragma once

#include <string_view>
#include <vector>

#include "offprint/metadata.hpp"

namespace offprint::text {

/// True if a line tells who somebody is: "Founding director of ...", "Ada Quill is a ...".
bool is_biography(std::string_view line, const std::vector<Contributor>& contributors);

}  // namespace offprint::text
