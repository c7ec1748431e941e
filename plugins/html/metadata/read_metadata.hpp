// What is known about the article, from all that the page offers, each field with its origin.
// Thread safety: pure but for its arguments.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "html/dom/dom.hpp"
#include "html/mapping/links.hpp"
#include "offprint/context.hpp"
#include "offprint/metadata.hpp"

namespace offprint::html {

/// The metadata, and where in the page it is printed for the reader to see.
struct PageMetadata {
    Metadata metadata;
    NodeIndex headline = no_node;    ///< the element that shows the title
    std::vector<NodeIndex> credits;  ///< in document order: elements that show the authors, the date or the dek
    bool is_paid = false;            ///< the page says that the whole is for subscribers only
    std::uint32_t word_count = 0;    ///< of the whole text, by what the page says; 0 if it does not
};

/// `page_url` is where the page came from, empty if nobody knows. Nothing is invented.
PageMetadata read_metadata(const Dom& dom, const LinkResolver& links, std::string_view page_url, Context& context);

}  // namespace offprint::html
