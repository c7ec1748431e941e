// Which image a page names as the article's: what readers see where the article is shared.
// Thread safety: pure but for its arguments.
#pragma once

#include <string>
#include <string_view>

#include "html/dom/dom.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// True for the address of a picture. What is called a logo, a default or a placeholder, a drawing, and what is no
/// address of a file on the web is none.
bool is_lead_image(std::string_view address);

/// The first image that microdata or RDFa of the page marks as the article's, not as its author's or publisher's;
/// empty if there is none.
std::string marked_image(const Dom& dom, Context& context);

}  // namespace offprint::html
