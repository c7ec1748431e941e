// The programming language of a code block, from the names that highlighters give.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

#include "html/dom/dom.hpp"

namespace offprint::html {

/// The language that the element or the boxes around it name, in lower case ("c++"); empty if none does. `code` is
/// the element that holds the text.
std::string code_language(const Dom& dom, NodeIndex code);

/// True for the names that highlighters give to programming languages.
bool is_code_language(std::string_view name);

}  // namespace offprint::html
