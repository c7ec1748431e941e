// Metadata in TOML, as Hugo and Zola have it before a text.
// Thread safety: pure but for the context.
#pragma once

#include <string_view>

#include "offprint/context.hpp"
#include "offprint/metadata.hpp"

namespace offprint::markdown {

/// Reads `text`, what stands between the marks of a header, into `metadata`. A key that nothing in metadata stands for
/// is reported as "front-matter.field-ignored". False, with "front-matter.invalid", for what is no TOML, has more than
/// 256 KiB or more than 1000 dots. `range` is where it stands in the input.
bool read_toml(std::string_view text, SourceRange range, Context& context, Metadata& metadata);

}  // namespace offprint::markdown
