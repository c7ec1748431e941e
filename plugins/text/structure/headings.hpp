// Headings that no mark tells: by their words, their letters and the lines around them.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <optional>

#include "lines/lines.hpp"
#include "shape/shape.hpp"

namespace offprint::text {

/// What makes a line a heading, most certain first. Headings of a kind have the same level, but for numbers.
enum class HeadingKind {
    part,      ///< "BOOK TWO", "Teil 3"
    chapter,   ///< "Chapter 4. The Harbour"
    number,    ///< "IV.", alone on its line; below all others, and only in company
    numbered,  ///< "2.1 Methods"
    capitals,  ///< "INTRODUCTION"
    titled,    ///< "What the Sea Returns"
    plain,     ///< "Why it matters": short, alone, and no sentence
    question,  ///< "How long does it take?"; counts only in company
    stacked,   ///< a plain one right above another; counts only among others
};

struct PlainHeading {
    HeadingKind kind = HeadingKind::plain;
    int depth = 1;          ///< of `numbered`: parts of the number
    std::size_t lines = 1;  ///< that it takes
};

/// What stands before a line.
struct Before {
    const Line* line = nullptr;     ///< null at the start of the text
    bool could_be_heading = false;  ///< it was found to be one
};

/// The heading at the start of `lines`, if there is one. Looks at a few lines only. Not for Markdown, which has marks.
std::optional<PlainHeading> find_plain_heading(Lines lines, const Before& before, const Shape& shape);

}  // namespace offprint::text
