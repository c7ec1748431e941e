// What a book says about itself, settled once for the package document, the navigation and every page.
// Thread safety: pure but for their arguments.
#pragma once

#include <string>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::epub {

/// Keeps nothing of the document that it describes.
struct Publication {
    std::string title;       ///< never empty
    std::string language;    ///< BCP 47; empty when not known
    std::string identifier;  ///< "urn:uuid:..."
    std::string modified;    ///< "2014-01-15T06:00:00Z"
    Direction direction = Direction::unspecified;
    std::vector<Contributor> contributors;  ///< of the document, else of its articles
};

/// Settles title, language, identifier and times; reports what the document does not say.
Publication describe(const Document& document, Context& context);

/// The language of an article of a book, or that of the book.
std::string language_of(const Publication& publication, const Group* article);

}  // namespace offprint::epub
