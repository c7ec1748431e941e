// What makes an EPUB a kepub: markup by which Kobo's own renderer finds places in the text again, for highlights,
// bookmarks and the progress of reading.
// Thread safety: pure but for its argument.
#pragma once

#include <pugixml.hpp>

namespace offprint::epub {

/// Puts the content of `body` into the two wrappers that Kobo lays out in columns, and each sentence and image into a
/// `koboSpan` with the id "kobo.PARAGRAPH.SENTENCE". No text changes; code, formulas and the annotations of ruby stay
/// as they are.
void add_kobo_spans(pugi::xml_node body);

}  // namespace offprint::epub
