// The checks of content documents: XHTML and SVG (EPUB 3.3, section 6).
// Thread safety: pure but for their arguments.
#pragma once

#include "checker/book.hpp"

namespace offprint::epub::check {

/// Checks the file of a manifest item that is XHTML or SVG, and collects its ids and references. The properties of the
/// item must be exact (OPF-014, OPF-015). Gives the document, for the checks of navigation; nullopt if it cannot be
/// read.
std::optional<XmlDocument> check_content(Book& book, const PackageItem& item);

}  // namespace offprint::epub::check
