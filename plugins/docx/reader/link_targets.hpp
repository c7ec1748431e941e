// Ids of a document that was read: each once, and of those that only programs made up, those that something leads to.
// Thread safety: pure but for their arguments.
#pragma once

#include "offprint/document.hpp"

namespace offprint::docx::reader {

/// Takes ids away that stand twice, and unless `is_literal` those that begin with '_', as Word's own do, and that no
/// link leads to. Links find their target whatever the case of its letters, as in Word.
void settle_ids(Document& document, bool is_literal);

}  // namespace offprint::docx::reader
