// A header of YAML between two lines "---", as static site generators have it.
// Thread safety: pure but for the context.
#pragma once

#include <cstddef>

#include "lines/lines.hpp"
#include "offprint/context.hpp"
#include "offprint/metadata.hpp"
#include "structure/blocks.hpp"

namespace offprint::text {

/// How many lines the header takes that `lines` begin with, its marks included; 0 if there is none.
std::size_t yaml_header_size(Lines lines);

/// Reads the header that `lines` begin with into `metadata`; the number of lines taken, 0 if there is none. A key that
/// nothing in metadata stands for is reported; what is not YAML is reported and not taken.
std::size_t read_yaml_header(Lines lines, const BlockReader& blocks, Context& context, Metadata& metadata);

}  // namespace offprint::text
