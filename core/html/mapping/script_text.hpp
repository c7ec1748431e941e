// Maps a text that was found in a script as if it had been in the page.
// Thread safety: pure but for its arguments.
#pragma once

#include <string_view>

#include "html/container.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::html {

/// Makes `text` the content of `document`: the paragraphs of plain text, which blank lines part, or line breaks if
/// there are no blank lines; of markup what it says. `range` is where the text stands in the page.
void map_script_text(std::string_view text, SourceRange range, const Container& container, Document& document,
                     Context& context);

}  // namespace offprint::html
