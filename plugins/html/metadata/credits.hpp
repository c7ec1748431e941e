// Reads what the page prints around its headline: bylines, dates and the dek.
// Thread safety: pure but for its arguments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "credits/written_date.hpp"
#include "html/dom/dom.hpp"
#include "metadata/claims.hpp"
#include "metadata/text_offsets.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// How much the place in which names and dates are printed is to be believed; higher is better.
enum class Trust {
    nothing,
    class_elsewhere,
    declared_elsewhere,
    byline_text,  ///< next to the headline from here on
    class_near,
    declared_near,
};

/// What is printed, and the elements that print it.
struct Credits {
    Claims claims;
    Trust trust = Trust::nothing;         ///< in the contributors
    Trust date_trust = Trust::nothing;    ///< in the date of publication
    Trust change_trust = Trust::nothing;  ///< in the date of the last change
    std::vector<NodeIndex> nodes;         ///< in document order
};

/// What the reader of credits has to know of the page.
struct PageFacts {
    NodeIndex headline = no_node;
    std::string_view description;  ///< an element next to the headline that repeats it is the dek
    credits::DayOrder day_order = credits::DayOrder::month_first;
};

/// Credits stand close to the headline, or are marked as such by rel, itemprop, property or class. Comments, menus and
/// lists of other articles are passed over.
Credits read_credits(const Dom& dom, const TextOffsets& offsets, const PageFacts& facts, Context& context);

}  // namespace offprint::html
