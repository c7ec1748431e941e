// What is known about the article, from all that the page offers, each field with its origin.
// Thread safety: pure but for its arguments.
#pragma once

#include "dom/dom.hpp"
#include "mapping/links.hpp"
#include "offprint/context.hpp"
#include "offprint/metadata.hpp"

namespace offprint::html {

/// `page_url` is where the page came from, empty if nobody knows. Nothing is invented.
Metadata read_metadata(const Dom& dom, const LinkResolver& links, std::string_view page_url, Context& context);

}  // namespace offprint::html
