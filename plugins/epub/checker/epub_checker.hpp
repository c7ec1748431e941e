// Checks EPUB 3.3 publications, as EPUBCheck does and with its message ids, without Java.
// Thread safety: as for all checkers.
#pragma once

#include <string>

#include "offprint/checker.hpp"

namespace offprint::epub {

class EpubChecker final : public Checker {
public:
    void check(ByteSource& source, const Options& options, Context& context) override;
};

/// Throws `Error{plugin_failed}` for a book with errors: for writers, to hold themselves to the format.
void require_sound(const std::string& book);

}  // namespace offprint::epub
