// The table of contents of a document.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "offprint/document.hpp"
#include "offprint/export.hpp"

namespace offprint {

/// One heading (or article of a book) with those below it. Pointers into the document that it was
/// made from.
struct OutlineEntry {
    const Heading* heading = nullptr;  ///< null for an article group
    const Group* article = nullptr;    ///< null for a heading
    std::string text;                  ///< never empty
    std::string_view id;
    std::vector<OutlineEntry> children;
};

/// Headings nested by level, in reading order; those in notes, tables, quotes, figures and lists are
/// left out, and so are headings without text. In a book each article is an entry of its own.
OFFPRINT_API std::vector<OutlineEntry> outline(const Document& document);

}  // namespace offprint
