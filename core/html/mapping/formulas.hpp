// Formulas, as MathML or as the TeX that renderers keep beside it.
// Thread safety: pure.
#pragma once

#include "html/dom/dom.hpp"

namespace offprint::html {

/// True if a script of the page turns TeX between delimiters in its text into formulas.
bool sets_formulas(const Dom& dom);

}  // namespace offprint::html
