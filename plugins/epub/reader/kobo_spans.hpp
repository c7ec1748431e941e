// The marks around sentences that Kobo's devices want go, for a document has no use for them.
// Thread safety: pure but for its argument.
#pragma once

#include <pugixml.hpp>

namespace offprint::epub {

/// Puts the text in the place of the spans of the class `koboSpan`, and what the two elements around all hold in
/// theirs.
void remove_kobo_spans(pugi::xml_node body);

}  // namespace offprint::epub
