// Metadata in YAML, as static site generators have them before a text.
// Thread safety: pure but for the context.
#pragma once

#include <string_view>

#include "offprint/context.hpp"
#include "offprint/metadata.hpp"

namespace offprint::front_matter {

/// Reads `yaml`, what stands between the marks of a header, into `metadata`. A key that nothing in metadata stands for
/// is reported as "front-matter.field-ignored". False, with "front-matter.invalid", for what is no mapping of YAML, has
/// aliases or more than 256 KiB: then it is part of the text. `range` is where it stands in the input.
bool read_yaml(std::string_view yaml, SourceRange range, Context& context, Metadata& metadata);

}  // namespace offprint::front_matter
