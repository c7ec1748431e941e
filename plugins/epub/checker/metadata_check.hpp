// The checks of a package document's metadata (EPUB 3.3, section 5.5 and appendix D).
// Thread safety: pure but for its argument.
#pragma once

#include <string>

#include "checker/book.hpp"

namespace offprint::epub::check {

/// Checks the metadata of the book's package document.
void check_metadata(Book& book);

/// The text of the identifier that `unique-identifier` names, without surrounding white space; empty if there is none.
std::string unique_identifier(const Package& package);

}  // namespace offprint::epub::check
