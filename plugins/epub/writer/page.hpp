// The XHTML around the content of each file.
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "offprint/document.hpp"

namespace offprint::epub {

inline constexpr const char* xhtml_namespace = "http://www.w3.org/1999/xhtml";
inline constexpr const char* ops_namespace = "http://www.idpf.org/2007/ops";
inline constexpr std::string_view style_sheet_file = "style.css";
inline constexpr const char* cover_page_file = "cover.xhtml";

/// What the root element of a file says.
struct PageHead {
    std::string_view title;     ///< not empty
    std::string_view language;  ///< BCP 47
    Direction direction = Direction::unspecified;
};

/// Makes `html` and `head` in an empty document; returns `body`, whose classes say what the style sheet needs to know:
/// "rtl" for pages from right to left, "upright" for languages without italics.
pugi::xml_node start_page(pugi::xml_document& document, const PageHead& head);

/// The finished file.
std::string finish_page(const pugi::xml_document& document);

/// Sets `lang` and `xml:lang`, if the language is known, and `dir`.
void set_language(pugi::xml_node element, std::string_view language, Direction direction);

}  // namespace offprint::epub
