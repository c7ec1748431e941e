// The tree of one content document of a book.
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>
#include <string>

#include "offprint/context.hpp"

namespace offprint::epub {

/// Loads XHTML in any encoding into `tree`, whose text and attributes stay as the source escaped them: so an entity of
/// HTML's is told from the same letters. What is no well-formed XML is read as HTML, with the diagnostic
/// "epub.malformed-xhtml"; entities that a file declares itself are never expanded. `path` is for messages.
void load_xhtml(std::string bytes, const std::string& path, pugi::xml_document& tree, Context& context);

/// `text` with the characters escaped that mean something in markup.
std::string escape(std::string_view text);

/// An escaped value as it is meant: XML's own five entities and character references (XML 1.0, 4.1 and 4.6).
std::string unescape(std::string_view escaped);

/// The `body` of the file with this root, or the root if it has none.
pugi::xml_node body_of(pugi::xml_node html);

/// The first element inside; null if there is none.
pugi::xml_node first_element(pugi::xml_node parent);

/// All text inside an element, as it is meant, with white space collapsed.
std::string text_of(pugi::xml_node element);

/// The node that follows in document order within `root`; null after the last one. For walks without recursion, since
/// markup may be as deep as it likes.
pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node root);

/// The name of an element or attribute without its prefix.
std::string_view local_name(const char* name);

}  // namespace offprint::epub
