// Attributes that stand around what has none of its own in pandoc's AST: those of a `Div` or `Span` with one thing in
// it. Thread safety: pure but for their arguments.
#pragma once

#include "offprint/document.hpp"

namespace offprint::pandoc {

/// Gives a block that is alone in a `Div` the attributes of that; false if it has some already, or has its own in
/// pandoc's AST.
bool give_attributes(Blocks& blocks, Attributes& attributes);

/// The same for an inline element in a `Span`.
bool give_attributes(Inlines& inlines, Attributes& attributes);

/// Takes from the content of a part, an item or a note, the attributes that stand around all of it: they are the
/// part's.
Box<Attributes> take_attributes(Blocks& content);
Box<Attributes> take_attributes(Inlines& content);

}  // namespace offprint::pandoc
