// Looks for what a document must never hold: anything that a program that shows it would run.
// Thread safety: pure.
#pragma once

#include <string>
#include <vector>

#include "offprint/document.hpp"

namespace offprint::testing {

/// One line for each address with a scheme that runs code and each formula with scripts, handlers or HTML in it.
std::vector<std::string> active_content(const Document& document);

}  // namespace offprint::testing
