// What a book says about itself, settled once for the package document, the navigation and every page.
// Thread safety: pure but for their arguments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::epub {

/// Keeps nothing of the document that it describes.
struct Publication {
    std::string title;       ///< never empty
    std::string language;    ///< BCP 47; "und" when not known
    std::string identifier;  ///< "urn:uuid:..."
    std::string modified;    ///< "2014-01-15T06:00:00Z"
    Direction direction = Direction::unspecified;

    // Of the document; where it says nothing, of its articles together.
    std::vector<std::string> languages;  ///< the main one first
    std::vector<Contributor> contributors;
    std::vector<std::string> sources;  ///< addresses
    std::vector<std::string> subjects;
    std::string publisher;  ///< one that all articles have
    std::string rights;     ///< what all articles say alike
};

/// Settles what the book says about itself; reports what the document does not say. Books made of the same document
/// for different `edition`s, "epub generic" say, are different books (EPUB 3.3, section 5.5.3.1.1).
Publication describe(const Document& document, std::string_view edition, Context& context);

/// The language of an article of a book, or that of the book.
std::string language_of(const Publication& publication, const Group* article);

}  // namespace offprint::epub
