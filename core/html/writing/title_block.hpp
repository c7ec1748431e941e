// What a book or page says of itself before the text, and after it.
// Thread safety: pure but for their arguments.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string_view>

#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::html {

/// What a title block is about.
struct TitleBlock {
    std::string_view title;     ///< empty: there is none
    std::string_view id;        ///< the heading's; may be empty
    std::string_view language;  ///< BCP 47; empty when not known
};

/// Appends publication, title, dek, bylines, date, reading time and where the article is from. A dek that `content`
/// begins with is not said twice.
void append_title_block(pugi::xml_node parent, const TitleBlock& block, const Metadata& metadata, const Blocks& content,
                        Context& context);

/// Appends where each article of the document is from, when it appeared, whose rights it is under, and how many images
/// are missing. False, and nothing is appended, where that is no more than the title block says.
bool append_colophon(pugi::xml_node section, const Document& document, std::string_view language,
                     std::size_t missing_images);

}  // namespace offprint::html
