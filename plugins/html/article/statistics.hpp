// How much text each element holds, and of what sort.
// Thread safety: values.
#pragma once

#include <cstdint>
#include <vector>

#include "dom/dom.hpp"

namespace offprint::html {

/// Counts of bytes that are no white space, of the whole subtree without what was removed.
struct TextStatistics {
    std::uint32_t text = 0;
    std::uint32_t linked = 0;  ///< within links
    std::uint32_t prose = 0;   ///< in runs of text as long as a sentence or two and not mostly links

    double link_density() const { return text == 0 ? 0 : static_cast<double>(linked) / text; }
};

/// By node. Two passes over the tree.
std::vector<TextStatistics> measure(const Dom& dom, const std::vector<bool>& removed);

}  // namespace offprint::html
