// What stands before an article's text: its title, subtitle, byline and date.
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>

#include "blocks.hpp"
#include "offprint/document.hpp"

namespace offprint::docx {

/// Appends what stands before the content of a document that is one article, or a book.
void write_title_block(const Document& document, pugi::xml_node body, const Scope& scope, BlockWriter& blocks);

/// Appends the content behind it.
void write_content(const Document& document, pugi::xml_node body, const Scope& scope, BlockWriter& blocks);

/// Appends one article of a book, on a page of its own.
void write_article(const Group& article, pugi::xml_node body, const Scope& scope, BlockWriter& blocks);

/// The names behind `role` joined with ", ".
std::string joined_names(const Metadata& metadata, std::string_view role);

}  // namespace offprint::docx
