// Definition lists as PHP Markdown Extra has them, and pandoc, kramdown and Hugo after it: a paragraph of one line is a
// term if a line with a colon before it comes next, in the same paragraph or as the next one.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <string_view>

#include "reader/page.hpp"

namespace offprint::markdown {

/// Writes the tags of paragraphs, and makes lists of those that turn out to be definitions.
class Definitions {
public:
    /// Keeps the reference.
    explicit Definitions(Page& page) : page_(page) {}

    void enter_paragraph();
    void leave_paragraph();

    /// To be told of every line end in a paragraph.
    void end_line();

    /// To be told of whatever else begins or is written.
    void write() { at_line_start_ = false; }

    /// If `text`, which is written next, begins a definition: the size of its mark. Else 0.
    std::size_t begin_definition(std::string_view text);

private:
    void begin_list(std::size_t at);

    Page& page_;
    std::size_t begin_ = 0;       ///< of the paragraph, on the page
    std::size_t last_begin_ = 0;  ///< of the paragraph before it
    std::size_t last_end_ = 0;
    std::size_t list_end_ = 0;  ///< of the last list
    int line_ends_ = 0;         ///< in the paragraph
    int last_line_ends_ = 0;    ///< in the paragraph before it
    bool at_line_start_ = false;
    bool in_definition_ = false;
};

}  // namespace offprint::markdown
