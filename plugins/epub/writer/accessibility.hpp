// Accessibility metadata (EPUB Accessibility 1.1, section 2), computed from what the content holds.
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>

#include "writer/chapter_writer.hpp"

namespace offprint::epub {

/// Appends `schema:` properties to the package's `metadata`. Nothing is claimed that was not seen.
void append_accessibility(pugi::xml_node metadata, const BookFacts& facts);

}  // namespace offprint::epub
