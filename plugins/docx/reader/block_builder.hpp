// Makes blocks from a flow of paragraphs: what belongs together by its styles, labels and indents becomes lists,
// quotes, definitions, figures and the like. Thread safety: an object belongs to one thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/document.hpp"
#include "reader/list_labels.hpp"
#include "reader/style_sheet.hpp"

namespace offprint::docx::reader {

/// One paragraph and all that says what it belongs to.
struct FlowParagraph {
    ParagraphRole role = ParagraphRole::body;
    int heading_level = 1;  ///< 1..6, of a heading
    Inlines content;
    std::string code;  ///< the text as it stands, of code
    bool is_picture = false;
    std::optional<ListLabel> label;      ///< it begins an item
    std::optional<int> continued_level;  ///< it has a place in a list of that level, and no label
    std::optional<bool> checked;         ///< of a task
    bool is_tight = true;                ///< of an item
    int indent = 0;                      ///< from the leading edge, twips
    int own_indent = 0;                  ///< what of it the style sets it in by; of an item, the room of its label
    Attributes attributes;
};

class BlockBuilder {
public:
    /// With `is_literal` indents say exactly what is in what, as our own writer sets them; else they hint.
    explicit BlockBuilder(bool is_literal);

    void add(FlowParagraph paragraph);

    /// A table, or anything else that is a block already, at `indent`.
    void add(Block block, int indent);

    /// A table; captions before it may be its own. `caption` is what its properties give as such.
    void add_table(Table table, int indent, std::string_view caption);

    /// True if nothing was added yet.
    bool empty() const;

    /// All blocks. The builder is empty afterwards.
    Blocks finish();

private:
    enum class Kind { root, list, quote, aside, verse, byline, definitions };

    /// What is open. A list or definition list holds its node, others their blocks.
    struct Frame {
        Kind kind = Kind::root;
        int base = 0;    ///< the indent of what is around it
        int indent = 0;  ///< the indent of what is in it
        Blocks content;
        List list;
        ListLabel label;  ///< of the item that was added last
        DefinitionList definitions;
    };

    static Kind kind_of(const FlowParagraph& paragraph);
    int base_of(const FlowParagraph& paragraph) const;
    int base_at(int indent) const;
    bool goes_on(const Frame& frame, const FlowParagraph& paragraph, Kind kind, int base) const;
    void open(Kind kind, int base, const FlowParagraph& paragraph);
    void close_one();
    bool awaits_description() const;
    void fill_gap(int base);
    Blocks& target();

    void add_item(FlowParagraph& paragraph);
    void add_definition_part(FlowParagraph& paragraph);
    void end_quote(FlowParagraph& paragraph);
    void append(FlowParagraph&& paragraph);
    void append_code(FlowParagraph&& paragraph);
    void append_caption(FlowParagraph&& paragraph);
    void append_picture(FlowParagraph&& paragraph);
    Blocks take_captions(Blocks& out, std::string_view caption);

    /// What the last block waits for; forgotten when the next one comes.
    struct Expectation {
        bool has_open_figure = false;    ///< it is a figure that may get a caption, or more of it
        bool is_wrapped = false;         ///< that figure is one for its caption's sake only
        bool is_line_by_line = false;    ///< it is code of which each line was a paragraph
        bool has_caption_below = false;  ///< it is a table whose caption stood below it
        std::size_t captions = 0;        ///< so many last blocks are captions of what comes
        bool are_of_table = false;       ///< their style says that it is a table
    };

    bool is_literal_;
    std::vector<Frame> frames_;
    Expectation last_;
};

}  // namespace offprint::docx::reader
