// Metadata from a JSON object with schema.org's names.
// Thread safety: as `Input`.
#pragma once

#include "json/input.hpp"
#include "offprint/metadata.hpp"
#include "references.hpp"

namespace offprint::json {

/// Reads the object that `write_metadata` writes; a cover is added to `assets`. Throws as `Input`.
Metadata read_metadata(Input& input, ReferenceTable& assets);

}  // namespace offprint::json
