// A cover of type alone, for an article that has no picture to show.
// Thread safety: pure.
#pragma once

#include <string>

#include "offprint/metadata.hpp"

namespace offprint {

/// Title, authors and publication on a pamphlet with a coloured spine, as SVG of 800 x 1280 units. The spine is on the
/// side where pages are bound. The letters are those of the machine that makes pixels of it.
std::string draw_title_cover(const Metadata& metadata, bool right_to_left);

}  // namespace offprint
