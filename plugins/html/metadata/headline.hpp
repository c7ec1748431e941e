// Finds the element that shows the article's title.
// Thread safety: pure but for its arguments.
#pragma once

#include <string>
#include <vector>

#include "dom/dom.hpp"
#include "metadata/text_offsets.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// The heading that is most like one of `titles`, or the page's only h1; no_node if there is neither. A heading that
/// shows the name of the site is none.
NodeIndex find_headline(const Dom& dom, const TextOffsets& offsets, const std::vector<std::string>& titles,
                        std::string_view site, Context& context);

}  // namespace offprint::html
