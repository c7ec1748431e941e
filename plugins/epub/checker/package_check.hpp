// The checks of the package document: manifest, spine and guide (EPUB 3.3, section 5). Of the metadata: metadata_check.
// Thread safety: pure but for its argument.
#pragma once

#include "checker/book.hpp"

namespace offprint::epub::check {

/// Checks the book's package document but for its metadata; false if it is no package document of EPUB 3.
bool check_package(Book& book);

/// Once all references are known: what is not linear must be reached by one (OPF-096).
void check_reachability(Book& book);

}  // namespace offprint::epub::check
