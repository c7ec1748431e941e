// Files of a book that only say again what its metadata and its table of contents say.
// Thread safety: pure.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "offprint/metadata.hpp"

namespace offprint::epub {

/// What the package says about a file of the spine.
struct FileUse {
    std::string path;
    bool is_navigation = false;
    std::string guide_type;  ///< of EPUB 2: "cover", "toc", "title-page"; may be empty
};

/// True for the table of contents, and for covers and title pages without any word that the metadata lacks. `cover` is
/// the path of the cover's picture. In a book of this program's (`is_own`), all that it made itself goes.
bool repeats_metadata(pugi::xml_node html, const FileUse& use, const Metadata& metadata, const std::string& cover,
                      bool is_own);

}  // namespace offprint::epub
