// The package document (EPUB 3.3, section 5).
// Thread safety: pure.
#pragma once

#include <string>
#include <vector>

#include "offprint/document.hpp"
#include "writer/chapter_writer.hpp"
#include "writer/navigation.hpp"
#include "writer/publication.hpp"

namespace offprint::epub {

/// A file of the book (section 5.6.2). Files of the spine come in its order.
struct PackagedFile {
    std::string id;
    std::string path;  ///< relative to the package document
    std::string media_type;
    std::string properties = {};  ///< separated by spaces
    bool in_spine = false;
};

inline constexpr const char* ncx_item_id = "ncx";

/// What the package document is made of. Keeps references.
struct PackageParts {
    const Document& document;
    const Publication& publication;
    std::vector<Landmark> landmarks;
    const std::vector<PackagedFile>& items;
    const BookFacts& facts;
    std::string cover;  ///< the id of the cover's item, or empty
};

std::string package_document(const PackageParts& parts);

}  // namespace offprint::epub
