// The checks of a book as an archive (EPUB 3.3, section 4: OCF).
// Thread safety: pure but for their arguments.
#pragma once

#include <string>
#include <string_view>

#include "checker/book.hpp"

namespace offprint::epub::check {

/// The archive's first entry, from its bytes: `mimetype`, stored, without an extra field (PKG-005, -006, -007). False
/// for bytes that are no archive at all (PKG-003, PKG-004).
bool check_mimetype(Findings& findings, std::string_view archive);

/// Names of entries (PKG-009, -010, -011, OPF-060), empty folders (PKG-014), encryption.
void check_entries(Book& book);

/// META-INF/container.xml; gives the path of the package document, empty when there is none that can be read (RSC-002,
/// RSC-003, OPF-002, OPF-016, OPF-017).
std::string check_container(Book& book);

}  // namespace offprint::epub::check
