// The package document of a book that is read: what files it has, and in which order they are read.
// Thread safety: values.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/metadata.hpp"
#include "reader/archive.hpp"
#include "reader/front_matter.hpp"

namespace offprint::epub {

struct Package {
    Metadata metadata;
    std::vector<FileUse> spine;  ///< each file once, in reading order
    std::string cover;           ///< the path of the cover's picture; empty if there is none
    Direction direction = Direction::unspecified;
    bool is_own = false;  ///< this program wrote the book
};

/// Finds and reads the package document, by META-INF/container.xml or, with the diagnostic "epub.container-missing", by
/// its name. Throws `Error{malformed_input}` when there is none that can be read, and for a spine without files.
Package read_package(Archive& archive, Context& context);

}  // namespace offprint::epub
