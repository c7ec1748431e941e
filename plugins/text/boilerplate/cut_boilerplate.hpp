// Leaves out what pages, mails and libraries put around a text and no author wrote.
// Thread safety: pure but for the context.
#pragma once

#include <vector>

#include "lines/lines.hpp"
#include "offprint/context.hpp"
#include "shape/shape.hpp"
#include "structure/blocks.hpp"

namespace offprint::text {

/// `lines` without boilerplate at head and tail, and without marks of advertisements between. Every cut is reported,
/// with its reason. Never more than 30 % of the words go; beyond that the cuts that are least certain are not made.
std::vector<Line> cut_boilerplate(std::vector<Line> lines, const Shape& shape, const BlockReader& blocks,
                                  Context& context);

}  // namespace offprint::text
