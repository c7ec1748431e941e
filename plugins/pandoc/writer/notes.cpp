#include "writer/notes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace offprint::pandoc {

bool NoteUses::begin(std::size_t note, SourceRange range) {
    constexpr std::size_t most_open = 8;
    if (std::ranges::find(open_, note, &Open::note) != open_.end() || open_.size() == most_open) {
        losses_.report(Severity::warning, "pandoc.note-circle",
                       "a note that refers to itself, or stands in notes within notes, was left out there", range);
        return false;
    }
    if (!open_.empty())
        losses_.report(Severity::info, "pandoc.note-in-note",
                       "a note refers to a note, which most of pandoc's writers cannot show", range);
    if (written_[note])
        losses_.report(Severity::info, "pandoc.note-repeated",
                       "a note that is referred to more than once is written anew for each reference", range);
    open_.push_back({note, written_[note]});
    written_[note] = true;
    return true;
}

void NoteUses::end() {
    open_.pop_back();
}

void NoteUses::count(std::size_t size) {
    constexpr std::size_t bytes_of_a_node = 64;
    if (in_copy()) context_.count_nodes(1 + size / bytes_of_a_node);
}

void NoteUses::report_unwritten() const {
    const auto count = std::ranges::count(written_, false);
    if (count != 0)
        losses_.report(Severity::warning, "pandoc.note-unreferenced",
                       fmt::format("nothing refers to {} of the notes; left out", count));
}

}  // namespace offprint::pandoc
