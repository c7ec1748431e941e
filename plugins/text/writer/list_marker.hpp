// Numbers of ordered lists as people write them.
// Thread safety: pure.
#pragma once

#include <string>

#include "offprint/document.hpp"

namespace offprint::text {

/// What stands before an item: "3. ", "c. ", "III. ". Letters and Roman numerals go as far as anybody reads them, 3999;
/// what is beyond, or below 1, is decimal.
std::string list_marker(int number, Numbering numbering);

}  // namespace offprint::text
