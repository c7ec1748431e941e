// Notes on their way into the text: pandoc's AST has them where they are referred to.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <vector>

#include "losses.hpp"
#include "offprint/context.hpp"

namespace offprint::pandoc {

/// Which notes were written, and which are being written. Notes may refer to one another, even in circles.
class NoteUses {
public:
    /// `notes`: how many the document has. The context and `losses` must outlive it.
    NoteUses(std::size_t notes, Context& context, Losses& losses)
        : context_(context), losses_(losses), written_(notes) {}

    /// Begins to write a note where it is referred to. False, with a diagnostic, if it cannot stand there.
    bool begin(std::size_t note, SourceRange range);
    /// Ends the note that was begun last.
    void end();

    /// True in a note that was written before: its ids are taken.
    bool in_copy() const { return !open_.empty() && open_.back().is_copy; }

    /// To be called for each node with the size of its text: copies must not multiply a document beyond the limit
    /// on nodes. Throws `Error{limit_exceeded}`.
    void count(std::size_t size);

    /// A diagnostic if there are notes that nothing refers to.
    void report_unwritten() const;

private:
    struct Open {
        std::size_t note = 0;
        bool is_copy = false;
    };

    Context& context_;
    Losses& losses_;
    std::vector<bool> written_;
    std::vector<Open> open_;  ///< the outermost first
};

}  // namespace offprint::pandoc
