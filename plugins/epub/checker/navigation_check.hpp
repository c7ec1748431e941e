// The checks of the navigation document (EPUB 3.3, section 7) and of the NCX that older readers want.
// Thread safety: pure but for their arguments.
#pragma once

#include "checker/book.hpp"

namespace offprint::epub::check {

/// Checks the `nav` elements of the navigation document at `path`; marks the references of its links as such.
void check_navigation(Book& book, const std::string& path, const XmlDocument& document);

/// Checks the NCX of an item and collects its references (NCX-001, RSC-005).
void check_ncx(Book& book, const PackageItem& item);

}  // namespace offprint::epub::check
