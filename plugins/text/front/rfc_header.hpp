// The first page of an RFC or Internet-Draft: two columns of facts, and the title in the middle (RFC 7322, section 4).
// Thread safety: pure but for the context.
#pragma once

#include <cstddef>

#include "lines/lines.hpp"
#include "offprint/context.hpp"
#include "offprint/metadata.hpp"
#include "structure/blocks.hpp"

namespace offprint::text {

/// Reads the two columns and the title into `metadata`; the number of lines taken, 0 if `lines` begin otherwise. What
/// nothing in metadata stands for is reported.
std::size_t read_rfc_header(Lines lines, const BlockReader& blocks, Context& context, Metadata& metadata);

}  // namespace offprint::text
