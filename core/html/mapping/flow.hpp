// Gathers the content of a block container: blocks, and runs of inline content that become paragraphs.
// Thread safety: a flow belongs to one thread.
//
// White space is collapsed as CSS does (CSS Text 3, section 4.1.1), across the borders of inline elements. A block
// inside inline elements ends the paragraph; the elements go on inside and after it.
#pragma once

#include <string_view>
#include <vector>

#include "offprint/document.hpp"

namespace offprint::html {

class Flow {
public:
    Flow() = default;

    /// A flow inside a block of `outer`: inline elements that are open there are open here.
    static Flow inside(const Flow& outer);

    /// Appends text of the source; in code it becomes inline code.
    void text(std::string_view text, SourceRange range);

    /// Appends an inline without children.
    void atom(Inline inline_node);

    /// A line break; two in a row end the paragraph, for that is what their authors mean.
    void line_break(SourceRange range);

    /// Opens an inline element, a `Styled` or a `Link`; its content is what follows until `close`. False, and
    /// nothing is open, when it would say what is said already or too many are open.
    bool open(Inline element);
    void close();

    /// What is text between these calls is code.
    void open_code();
    void close_code();
    bool in_code() const { return code_ > 0; }

    /// From now on line ends in the text are line breaks, as in `pre`.
    void keep_line_ends() { keeps_line_ends_ = true; }

    /// Ends the paragraph before, if there is one, and says what the next one is to carry.
    void begin_paragraph(Box<Attributes> attributes, SourceRange range);
    void end_paragraph();

    /// Ends the paragraph and appends a block.
    void block(Block block);

    /// Blocks so far; the open paragraph is not among them.
    Blocks& blocks() { return blocks_; }

    /// Ends the paragraph and gives all blocks away.
    Blocks finish();

private:
    struct Open {
        Inline element;  ///< without its content
        Inlines content;
    };

    bool is_open(const Inline& element) const;
    Inlines& run() { return open_.empty() ? run_ : open_.back().content; }
    void collapsed_text(std::string_view text, SourceRange range);
    void append_code(std::string_view text, SourceRange range);
    void append_no_break_space(std::string& collapsed);
    void append_space(std::string& collapsed);
    void extend_range(SourceRange range);
    void push(Block block);

    Blocks blocks_;
    std::vector<std::string> pending_ids_;  ///< of anchors that stood alone; the next block carries one
    Inlines run_;
    std::vector<Open> open_;
    Box<Attributes> paragraph_attributes_;
    SourceRange paragraph_range_;
    bool fixed_range_ = false;
    bool started_ = false;  ///< something was appended to the run
    bool after_space_ = true;
    bool fresh_code_ = false;  ///< the next code begins a node of its own
    bool keeps_line_ends_ = false;
    int code_ = 0;
};

/// The blocks as one run of inlines, if they are paragraphs; what follows the first other block stays
/// in `blocks`.
Inlines take_leading_inlines(Blocks& blocks);

/// Writers set the dash before an attribution themselves.
Inlines without_leading_dash(Inlines attribution);

/// True if there is anything to see.
bool has_content(const Inlines& inlines);

}  // namespace offprint::html
