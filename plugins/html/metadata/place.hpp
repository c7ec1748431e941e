// Which parts of a page speak of the article, as their elements and names tell.
// Thread safety: pure.
#pragma once

#include "html/dom/dom.hpp"

namespace offprint::html {

enum class Place {
    article,    ///< as far as the element itself tells
    side_box,   ///< builders of pages give such names to boxes of all kinds
    elsewhere,  ///< menus, comments, other articles, and what the article quotes or shows
};

/// Where the inside of `element` is.
Place place_of(const Dom& dom, NodeIndex element);

}  // namespace offprint::html
