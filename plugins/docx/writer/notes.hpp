// Footnotes: which note gets which number, and the part that holds them.
// Thread safety: an object belongs to one thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "offprint/document.hpp"

namespace offprint::docx {

struct Story;

/// Numbers the notes of a document in the order of their first reference. Word knows neither a footnote
/// inside a footnote nor two references to one, so a note that only another note refers to is referenced in
/// the text right after that one, and every further reference is a cross-reference to the number.
class Notes {
public:
    explicit Notes(const Document& document);

    /// The number of a note, which is also its id in the footnotes part; 0 when it has none yet.
    int number(std::size_t note) const { return numbers_[note]; }

    /// Numbers `note`, which has none yet, and those that only notes refer to, and gives them in that order.
    std::vector<std::size_t> enter(std::size_t note);

    /// True if a bookmark is needed because there is more than one reference.
    bool repeated(std::size_t note) const { return references_[note] > 1; }

    /// The bookmark of the first reference; empty until it is written.
    std::string& bookmark(std::size_t note) { return bookmarks_[note]; }

    /// Notes with a number, in order.
    const std::vector<std::size_t>& entered() const { return entered_; }

private:
    const Document& document_;
    std::vector<int> numbers_;
    std::vector<int> references_;
    std::vector<std::string> bookmarks_;
    std::vector<std::size_t> entered_;
};

/// The footnotes part (ECMA-376 Part 1, 17.11.15) with all notes entered; `story` is that part's.
std::string footnotes_xml(const Document& document, Story& story);

}  // namespace offprint::docx
