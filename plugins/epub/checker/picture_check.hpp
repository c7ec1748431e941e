// The check of pictures: their bytes against what the manifest and their names say (EPUB 3.3, section 3.2).
// Thread safety: pure but for its arguments.
#pragma once

#include "checker/book.hpp"

namespace offprint::epub::check {

/// Checks the file of a manifest item that is a JPEG, PNG, GIF or WebP picture (OPF-029, PKG-021, PKG-022).
void check_picture(Book& book, const PackageItem& item);

}  // namespace offprint::epub::check
