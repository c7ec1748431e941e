// Typewriter signs to those of print: an option of the reader.
// Thread safety: pure but for their arguments.
#pragma once

#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::text {

/// Gives the text of `document` the quotation marks, apostrophes, dashes and ellipses of its language. Code, texts that
/// are addresses, primes (5' 10") and languages without a row in the table stay as they are.
void set_typography(Document& document, Context& context);

}  // namespace offprint::text
