// What the writer prints on the title page and at the head of each article of a book, turned back into metadata.
// Thread safety: pure but for their arguments.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>

#include "offprint/metadata.hpp"

namespace offprint::epub {

/// What says what a text is called, by whom and from where it is.
struct ArticleHead {
    Metadata metadata;
    std::string id;  ///< of its title, as the file has it; may be empty
};

/// Of lines that are children of `parent`.
ArticleHead read_title_block(pugi::xml_node parent);

/// Takes the head off a file that an article begins with; nullopt for all other files.
std::optional<ArticleHead> take_article_head(pugi::xml_node body);

}  // namespace offprint::epub
