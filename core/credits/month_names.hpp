// The names of the months in the languages that people read.
// Thread safety: pure.
#pragma once

#include <string_view>

namespace offprint::credits {

/// 1 to 12 for the name of a month, or a usual short form of it, in any letter case (of ASCII); else 0.
int month_from_name(std::string_view name);

}  // namespace offprint::credits
