// The language of a document that does not say it, or says it wrongly.
// Thread safety: pure but for their arguments.
#pragma once

#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::language {

/// Sets the language of `document` from its text where it has none ("language.unknown" is reported where that does not
/// show it), and where the declared one is plainly wrong ("language.declaration-ignored"). What is marked as being in
/// another language, and code, has no say.
void complete_language(Document& document, Context& context);

}  // namespace offprint::language
