// The checks of style sheets: what they refer to, and what EPUB forbids them (EPUB 3.3, section 6.3).
// Thread safety: pure but for its arguments.
#pragma once

#include <string>
#include <string_view>

#include "checker/book.hpp"

namespace offprint::epub::check {

/// Checks a style sheet, a file of its own or an element's text that begins at `place`, and collects its references.
void check_style_sheet(Book& book, const std::string& path, std::string_view css, XmlPlace place = {1, 1});

}  // namespace offprint::epub::check
