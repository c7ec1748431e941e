// Reads what the page itself shows: headline, bylines and dates.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dom/dom.hpp"
#include "metadata/claims.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// What the page shows, and the elements that show it.
struct Visible {
    Claims claims;
    NodeIndex headline = no_node;
    std::vector<NodeIndex> credits;  ///< bylines and dates, in document order
};

/// `page_title` is the text of the title element; a heading that shares its words is the headline.
Visible read_visible(const Dom& dom, std::string_view page_title, Context& context);

/// The title element's text without the site's name, which it ends or begins with. `site` may be empty.
std::string title_without_site(std::string_view page_title, std::string_view site);

/// A date in the path of an address: "/2014/01/15/".
std::optional<Date> date_in_url(std::string_view url);

}  // namespace offprint::html
