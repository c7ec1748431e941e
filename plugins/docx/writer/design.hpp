// The look of a file, apart from its text: our own, or that of a document of the user's (reference_document.hpp).
// Thread safety: values; pure functions.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "page.hpp"
#include "parts.hpp"

namespace offprint::docx {

/// What stands above or below the text of pages (ECMA-376 Part 1, 17.10).
struct PageMargin {
    std::string kind;   ///< "header" or "footer"
    std::string pages;  ///< "default", "first" or "even"
    Part part;
};

struct Design {
    Page page;
    Part styles;
    Part theme;
    Part font_table;
    pugi::xml_document section;  ///< a `w:sectPr`, without headers and footers
    std::vector<PageMargin> margins;
    // Of a document of the user's:
    pugi::xml_document settings{};  ///< a `w:settings`, some of which prevails over ours
    Part numbering{};               ///< that the styles refer to; nothing for a part without content
    std::vector<Part> media{};      ///< what the parts above show
    int drawings = 0;               ///< that are in them, numbered from 1
};

/// The content type of a part whose XML is WordprocessingML: "styles", "document.main".
std::string word_type(std::string_view part);

/// Our design for a document in `language` (BCP 47, may be empty).
Design own_design(std::string_view language, const Page& page);

}  // namespace offprint::docx
