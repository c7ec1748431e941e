// Which file an image element means, among all that sites offer.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

#include "dom/dom.hpp"

namespace offprint::html {

/// The reference of an `img` or `source` as the page names it: of a usable src, a lazy loader's attribute
/// and the largest srcset candidate the best. Empty if there is none.
std::string image_source(const Dom& dom, NodeIndex image);

/// A data: image in src that is so short that a lazy loader may have put it there, but has pixels to show: the last
/// resort where `image_source` found nothing. Empty if there is none.
std::string small_image(const Dom& dom, NodeIndex image);

/// The candidate of a srcset with the greatest width or density (HTML, section 4.8.4.2.1); empty for an empty set.
std::string largest_candidate(std::string_view srcset);

}  // namespace offprint::html
