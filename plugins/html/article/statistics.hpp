// How much text each element holds, and of what sort.
// Thread safety: values.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "html/dom/dom.hpp"

namespace offprint::html {

/// Counts over the whole subtree without what was removed; lengths in letters, of which an ideograph counts for
/// several.
struct TextStatistics {
    std::uint32_t text = 0;
    std::uint32_t linked = 0;           ///< within links to other pages
    std::uint32_t anchored = 0;         ///< within links to places of this page
    std::uint32_t prose = 0;            ///< in runs of text as long as a sentence or two and not mostly links
    std::uint32_t paragraphs = 0;       ///< those runs
    std::uint32_t links = 0;            ///< to other pages
    std::uint32_t anchors = 0;          ///< to places of this page
    std::uint32_t linked_headings = 0;  ///< that are a link as a whole
    std::uint32_t pictures = 0;
    std::uint32_t formulas = 0;
    std::uint32_t media = 0;   ///< what is worth keeping without any text: pictures, players, code, formulas, data
    std::uint32_t fields = 0;  ///< of forms: where something can be typed or chosen

    std::uint32_t unlinked() const { return text - linked; }
    double link_density() const { return text == 0 ? 0 : static_cast<double>(linked) / text; }
};

/// Letters that are seen: lengths that compare between scripts, for an ideograph counts for several.
std::uint32_t count_letters(std::string_view text);

/// By node. Two passes over the tree.
std::vector<TextStatistics> measure(const Dom& dom, const std::vector<bool>& removed);

}  // namespace offprint::html
