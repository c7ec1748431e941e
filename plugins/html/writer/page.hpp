// The page around the content: what machines want to know, the look, and what stands before and after the text.
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>
#include <string>

#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/options.hpp"

namespace offprint::html {

/// Appends `html` with `head` and `body` to an empty document; returns `body`.
pugi::xml_node start_page(pugi::xml_document& page, const Document& document, const Options& options);

/// Appends the title block of a document or article to `article`; nothing where there is nothing to say.
void append_header(pugi::xml_node article, const Metadata& metadata, std::string_view title_id, const Blocks& content,
                   Context& context);

/// Appends where the text is from, if that is more than the title block says.
void append_footer(pugi::xml_node body, const Document& document, std::size_t missing_images);

}  // namespace offprint::html
