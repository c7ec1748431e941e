// What the properties of the file say about the document (ECMA-376 Part 2, 8; Part 1, 22.2 and 22.3).
// Thread safety: pure but for their arguments.
#pragma once

#include "offprint/metadata.hpp"
#include "package/package.hpp"

namespace offprint::docx::reader {

struct DocumentProperties {
    Metadata metadata;
    bool is_own = false;  ///< this program's writer made the file
};

/// Reads the parts that `relationships`, those of the package, name. What no property says is absent.
DocumentProperties read_properties(Package& package, const PartRelationships& relationships);

}  // namespace offprint::docx::reader
