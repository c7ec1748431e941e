// Takes off a note what led to and from it: writers set numbers and back-links themselves.
// Thread safety: pure.
#pragma once

#include <string_view>

#include "offprint/document.hpp"

namespace offprint::html {

/// Removes the `label` of the reference, with its brackets or full stop, and arrows that led back, from the first
/// words of a note, and brackets that a back-link left empty from the last.
void clean_note(Blocks& note, std::string_view label);

}  // namespace offprint::html
