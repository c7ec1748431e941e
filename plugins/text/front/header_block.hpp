// Headers of lines "Name: value": of mail, of Project Gutenberg, and as people write them above a text.
// Thread safety: pure but for the context.
#pragma once

#include <cstddef>

#include "lines/lines.hpp"
#include "offprint/context.hpp"
#include "offprint/metadata.hpp"
#include "structure/blocks.hpp"

namespace offprint::text {

/// True for a line "Name: value" with a name that headers know.
bool is_header_field(const Line& line);

/// Reads the header that `lines` begin with into `metadata`; the number of lines taken, 0 if there is none. Fields
/// that nothing in metadata stands for are reported.
std::size_t read_header_block(Lines lines, const BlockReader& blocks, Context& context, Metadata& metadata);

}  // namespace offprint::text
