// Which of md4c's extensions a text is read with.
// Thread safety: pure but for the context.
#pragma once

#include <string_view>

#include "offprint/context.hpp"

namespace offprint::markdown {

/// md4c's flags for `text`: what GitHub reads, and formulas between dollars. Bare addresses are links only where there are
/// not too many of them, which is reported.
unsigned dialect_of(std::string_view text, Context& context);

}  // namespace offprint::markdown
