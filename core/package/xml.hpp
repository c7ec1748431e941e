// What EPUB and DOCX share of writing XML with pugixml.
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace offprint::package {

/// Appends an element and returns it.
pugi::xml_node append(pugi::xml_node parent, const char* name);

/// Appends an element that holds `text` only.
pugi::xml_node append(pugi::xml_node parent, const char* name, std::string_view text);

/// Appends a text node; nothing for an empty text.
void append_text(pugi::xml_node parent, std::string_view text);

/// Sets an attribute (appends it if need be).
void set(pugi::xml_node element, const char* name, std::string_view value);

/// The document as UTF-8 without any indentation, with an XML declaration (`encoding="utf-8"`)
/// and, if `doctype` is not empty, that line after it.
std::string serialize(const pugi::xml_document& document, std::string_view doctype = {});

}  // namespace offprint::package
