// The definitions of footnotes, "[^1]: Words", which CommonMark and md4c do not know.
// Thread safety: pure.
//
// A definition begins a line of a paragraph that stands in no list, quotation or code, and ends the text before it.
// What follows it after blank lines belongs to it if it is set in by four columns, as in GitHub's Markdown and
// pandoc's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "encoding/decode.hpp"
#include "offprint/diagnostic.hpp"

namespace offprint::markdown {

struct Footnote {
    std::string label;            ///< as `footnote_label` has it
    std::string body;             ///< a text of Markdown, without the label and what it is set in by
    encoding::OffsetMap offsets;  ///< of the body into the text
    SourceRange range;            ///< of the whole in the text
};

/// The definitions in `text`, in order. In `text` there is a comment of HTML of equal size in the place of each, so
/// that nothing else moves.
std::vector<Footnote> take_footnotes(std::string& text);

/// The label of the reference that `text` begins with, "[^Note]" -> "Note"; empty if there is none.
std::string_view reference_label(std::string_view text);

/// How labels are compared: in lower case (of ASCII).
std::string footnote_label(std::string_view label);

}  // namespace offprint::markdown
