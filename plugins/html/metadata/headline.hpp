// Finds the element that shows the article's title.
// Thread safety: pure but for its arguments.
#pragma once

#include <string>
#include <vector>

#include "html/dom/dom.hpp"
#include "metadata/text_offsets.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// Where the article's title is shown.
struct Headline {
    NodeIndex node = no_node;
    bool says_title = false;  ///< false for a heading that only stands where a headline should
};

/// The heading that is most like one of `titles`, else the page's only h1, which says the title if the text stands behind
/// it: titles for search engines are often written apart. A heading that shows one of `site_names`
/// is none; one that leads away from `page_url` (empty if nobody knows) goes behind others that are like it.
Headline find_headline(const Dom& dom, const TextOffsets& offsets, const std::vector<std::string>& titles,
                       const std::vector<std::string>& site_names, std::string_view page_url, Context& context);

/// What `headline` shows, but for a kicker or subtitle in an element of its own that none of `titles` has.
std::string title_in_headline(const Dom& dom, NodeIndex headline, const std::vector<std::string>& titles);

}  // namespace offprint::html
