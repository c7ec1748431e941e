// Lines that tell what an article is about: "Tags: boats, weather", "Filed under Harbour".
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>

namespace offprint::text {

/// The keywords in such a line, as it has them; nullopt for any other line.
std::optional<std::string_view> keywords_in(std::string_view line);

}  // namespace offprint::text
