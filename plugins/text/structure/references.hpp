// What the marks in brackets refer to: notes ("[1]", "[^a]", "¹") and, in Markdown, addresses ("[text][1]").
// Thread safety: immutable after construction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lines/lines.hpp"
#include "lines/source_text.hpp"
#include "offprint/context.hpp"

namespace offprint::text {

/// A mark that refers to something: "[1]" is the label "1", in `size` bytes.
struct ReferenceMark {
    std::string_view label;
    std::size_t size = 0;
};

/// The mark at the start of `text`: a short label in brackets, or raised digits.
std::optional<ReferenceMark> reference_mark(std::string_view text);

/// A note that the text refers to.
struct NoteDefinition {
    std::string_view label;
    std::vector<Line> lines;  ///< without the mark
    SourceRange range;
};

/// What is to be told apart before references are looked for.
struct ReferenceHabits {
    bool markdown = false;  ///< "[label]: address" defines a link
    bool one_line = false;  ///< a note ends with its line
    bool lossless = false;  ///< only marks without words: the label's word would be lost
};

class References {
public:
    References() = default;

    /// Takes the definitions of notes and links out of `lines`, and the heading of notes at their end, which is
    /// reported as "text.notes-heading". What nothing refers to stays.
    static References take_from(std::vector<Line>& lines, const SourceText& source, ReferenceHabits habits,
                                Context& context);

    /// The notes, in the order of their definitions.
    const std::vector<NoteDefinition>& notes() const { return notes_; }

    /// Index of the note that `label` means at `offset` of the input: the next one after it, or the last before.
    std::optional<std::size_t> note(std::string_view label, std::uint64_t offset) const;

    /// The address that Markdown's `label` stands for; empty if none.
    std::string_view address(std::string_view label) const;

    bool empty() const { return notes_.empty() && addresses_.empty(); }

private:
    std::vector<NoteDefinition> notes_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_label_;  ///< indices, ascending
    std::map<std::string, std::string, std::less<>> addresses_;              ///< by label in lower case
};

}  // namespace offprint::text
