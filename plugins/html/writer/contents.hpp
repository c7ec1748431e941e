// The table of contents of a page.
// Thread safety: pure but for its arguments.
#pragma once

#include <pugixml.hpp>

#include "offprint/document.hpp"
#include "writer/page_content.hpp"

namespace offprint::html {

/// Appends a list of articles and headings of at most `depth` levels, articles being the first; nothing where there are
/// none.
void append_contents(pugi::xml_node parent, const Document& document, const PageContent& content, int depth);

}  // namespace offprint::html
