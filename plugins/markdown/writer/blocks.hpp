// Writes blocks, each in the first of these that holds it: Markdown, or elements of HTML with Markdown inside, which
// every renderer of CommonMark understands (section 4.6).
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <string>
#include <string_view>

#include "heading_names.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "writer/inlines.hpp"
#include "writer/output.hpp"

namespace offprint::markdown {

class BlockWriter {
public:
    /// Keeps references to all.
    BlockWriter(InlineWriter& inlines, Output& out, Context& context)
        : inlines_(inlines), out_(out), context_(context) {}

    /// `blocks` with blank lines between them; `is_tight`: only where Markdown needs them.
    void write(const Blocks& blocks, bool is_tight = false);

    /// `blocks` after those that were written before.
    void write_on(const Blocks& blocks);

    /// An anchor for links to `node`, if there are any.
    void write_anchor(const Node& node);

    /// The head of an article, for readers: title, subtitle, names, date and address. `node` is what links to it name.
    void write_title_block(const Metadata& metadata, const Node& node);

    /// Footnote `number`, whose text is that of `note`.
    void write_note(std::size_t number, const Note& note);

private:
    /// What comes before a block, as far as it decides on the blank line between them.
    enum class Previous { nothing, paragraph, other };

    /// How blocks in a row stand.
    struct Sequence {
        bool is_tight = false;
        Previous previous = Previous::nothing;
        char list_mark = 0;  ///< of the list that came last; a list that follows has another one
    };

    /// Parts the block that comes now from the one before.
    void separate(Previous kind, bool can_interrupt = false);

    void write(const Block& block);
    void write(const Paragraph& paragraph);
    void write(const Heading& heading);
    void write(const List& list);
    void write(const DefinitionList& list);
    void write(const CodeBlock& code);
    void write(const Quote& quote);
    void write(const Figure& figure);
    void write(const Table& table);
    void write(const Rule& rule);
    void write(const Group& group);

    void write_heading(int level, std::string words, std::string_view name, const Node& node);
    void write_item(const ListItem& item, std::string mark, bool is_tight);
    void write_list_element(const List& list);
    void write_attribution(const Quote& quote);
    void write_callout(const Group& group, std::string_view kind);
    void write_article(const Group& article);
    void write_table_element(const Table& table);
    void write_section_element(const TableSection& section);
    void write_inner_element(std::string_view tag, const Node& node, const Blocks& content,
                             std::string_view attributes = {});
    void write_element(std::string_view tag, const Node& node, const Blocks& content);
    void open_element(std::string_view tag, const std::string& attributes);
    void close_element(std::string_view tag);

    InlineWriter& inlines_;
    Output& out_;
    Context& context_;
    HeadingNames heading_names_;
    Sequence sequence_;
    std::string task_;  ///< the box of the item whose first paragraph comes next
};

}  // namespace offprint::markdown
