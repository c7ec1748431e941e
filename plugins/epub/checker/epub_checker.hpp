// Checks EPUB 3.3 publications, as EPUBCheck does and with its message ids, without Java.
// Thread safety: as for all checkers.
#pragma once

#include <optional>
#include <string>

#include "offprint/checker.hpp"

namespace offprint::epub {

class EpubChecker final : public Checker {
public:
    void check(ByteSource& source, const Options& options, Context& context) override;
};

/// The first error of a book, for writers, to hold themselves and their users to the format; nullopt for a sound one.
std::optional<Diagnostic> first_error(const std::string& book);

}  // namespace offprint::epub
