// Terms and, set in below them, what they mean.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "lines/lines.hpp"

namespace offprint::text {

/// A term with its description, as parts of the lines that were given.
struct DefinitionLines {
    std::size_t term = 0;  ///< index of the term's line; the description follows it
    std::size_t end = 0;
};

/// The definitions at the start of `lines`: two or more in a row, each a short line with lines set in directly below
/// it. Nullopt where there are none; looks at a few lines then.
std::optional<std::vector<DefinitionLines>> find_definitions(Lines lines);

}  // namespace offprint::text
