// Lists of keywords.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offprint::html {

/// Adds the keywords of `list`, which commas part, to `keywords`, each once. After 200 the list is full.
void add_keywords(std::string_view list, std::vector<std::string>& keywords);

}  // namespace offprint::html
