// Which of the people that a page names are its authors.
// Thread safety: pure but for its arguments.
#pragma once

#include <string_view>

#include "html/dom/dom.hpp"
#include "metadata/claims.hpp"
#include "metadata/credits.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// What a site is called, and where it is.
struct Site {
    std::string_view name;  ///< empty if nobody knows, as below
    std::string_view host;
};

/// Leaves of each source's contributors those who are to be believed. The name of the site, of an
/// organisation or of a login is an author's only where the page prints it as one.
void drop_doubtful_authors(const Dom& dom, Claims& json_ld, Claims& meta, Credits& credits, const Site& site,
                           Context& context);

}  // namespace offprint::html
