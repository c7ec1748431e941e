// The check of where a book's references lead (EPUB 3.3, sections 3.5, 3.6 and 4.2.5).
// Thread safety: pure but for its argument.
#pragma once

#include "checker/book.hpp"

namespace offprint::epub::check {

/// Checks all references that were collected against the files and ids of the book.
void check_references(Book& book);

}  // namespace offprint::epub::check
