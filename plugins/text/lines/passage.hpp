// The text of one paragraph: its lines joined, with the way back to the source.
// Thread safety: immutable after construction.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lines/hyphenation.hpp"
#include "lines/lines.hpp"
#include "lines/source_text.hpp"

namespace offprint::text {

/// What becomes of the ends of a passage's lines.
enum class LineEnds {
    join,         ///< a space, or nothing within a word
    join_or_two,  ///< a space, or a line break after two spaces, as in Markdown
    keep,         ///< a line break
};

/// Keeps views into the source; a passage of one line copies nothing.
class Passage {
public:
    Passage(Lines lines, LineEnds line_ends, const SourceText& source, const Hyphenation& hyphenation);

    /// The text; LF stands where a line break was kept.
    std::string_view text() const { return pieces_.empty() ? single_ : std::string_view(joined_); }

    /// Where the characters [begin, end) of `text()` stood. `begin` < `end`.
    SourceRange range(std::size_t begin, std::size_t end) const;

private:
    void join(LineJoin join);

    struct Piece {
        std::size_t begin;  ///< in the joined text
        std::string_view source;
    };

    std::string_view in_source(std::size_t at) const;

    const SourceText& source_;
    std::string_view single_;
    std::string joined_;
    std::vector<Piece> pieces_;  ///< empty for a single line
};

}  // namespace offprint::text
