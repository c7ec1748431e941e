// The text of a code block exactly as its author wrote it, out of what highlighters make of it.
// Thread safety: pure.
#pragma once

#include <string>
#include <vector>

#include "html/dom/dom.hpp"

namespace offprint::html {

/// The lines inside `root`, indentation and blank lines kept: of elements that are a line each, of `br` and of line
/// ends in the text. Line numbers, buttons and bars with them are no code. `removed` says which nodes are left out.
std::string code_text(const Dom& dom, NodeIndex root, const std::vector<bool>& removed);

/// True if the cell or other element shows the numbers of lines and nothing else.
bool is_line_numbers(const Dom& dom, NodeIndex node);

}  // namespace offprint::html
