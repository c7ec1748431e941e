// What of a book is to be read: the texts in their order, and what the package says about all of it.
// Thread safety: values.
#pragma once

#include <string>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "package/container.hpp"
#include "reader/front_matter.hpp"

namespace offprint::epub {

struct ReadingPlan {
    Metadata metadata;
    std::vector<FileUse> files;  ///< of the spine, each once, in reading order
    std::string cover;           ///< the path of the cover's picture; empty if there is none
    Direction direction = Direction::unspecified;
    bool is_own = false;  ///< this program wrote the book
};

/// Reads the package document that META-INF/container.xml names or, with the diagnostic "epub.container-missing", the
/// first one that there is. Throws `Error{malformed_input}` when there is none that can be read, and for a spine
/// without files.
ReadingPlan plan_reading(ocf::Container& container, Context& context);

}  // namespace offprint::epub
