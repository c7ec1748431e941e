// Metadata as a JSON object with schema.org's names.
// Thread safety: pure but for their arguments.
#pragma once

#include "json/output.hpp"
#include "offprint/document.hpp"

namespace offprint::json {

/// Writes the object; fields that are not known are left out. `content` is what `wordCount` counts.
void write_metadata(Output& out, const Metadata& metadata, const Blocks& content);

}  // namespace offprint::json
