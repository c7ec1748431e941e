// Inline nodes as plain text.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <string>

#include "offprint/document.hpp"
#include "writer/reference_list.hpp"

namespace offprint::text {

class InlineText {
public:
    /// Keeps the reference. `lists_addresses`: links are numbered, too.
    InlineText(ReferenceList& references, bool lists_addresses)
        : references_(references), lists_addresses_(lists_addresses) {}

    /// The words, with a line end for each break that the author wants. Emphasis leaves no mark.
    std::string text_of(const Inlines& inlines);

    std::size_t images() const { return images_; }
    std::size_t lost_addresses() const { return lost_addresses_; }

private:
    void append(const Inlines& inlines);
    void append(const Text& text);
    void append(const Styled& styled);
    void append(const Link& link);
    void append(const Image& image);
    void append(const Code& code);
    void append(const LineBreak& line_break);
    void append(const NoteRef& reference);
    void append(const Math& math);
    void append(const Ruby& ruby);

    ReferenceList& references_;
    bool lists_addresses_;
    std::string text_;
    std::size_t images_ = 0;          ///< that the text has no place for
    std::size_t lost_addresses_ = 0;  ///< of links, which it has no place for either
};

}  // namespace offprint::text
