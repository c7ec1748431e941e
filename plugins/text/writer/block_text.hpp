// Blocks as lines of plain text.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "writer/inline_text.hpp"

namespace offprint::text {

/// Each block begins after a blank line; what it is shows by light marks: "# " before headings, "- " and "1. " before
/// items, "> " before quotations, four spaces before code.
class BlockText {
public:
    /// Gets the lines in order, without their ends.
    using TakeLine = std::function<void(std::string_view line)>;

    /// Keeps the references. Paragraphs are broken at `width` columns; 0: nowhere.
    BlockText(TakeLine take_line, InlineText& inlines, std::size_t width, Context& context);

    void write(const Blocks& blocks);
    void write(const Block& block);

    /// Blocks behind a marker on their first line, and set in as far as it is wide.
    void write_marked(std::string_view marker, std::string_view further, const Blocks& blocks);

    /// A paragraph of its own.
    void write_paragraph(std::string_view text);

    /// A line as it is, without a blank one before it.
    void write_line(std::string_view line);

    /// What comes next is apart from what was before by a blank line.
    void separate();

private:
    class Container;

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
    void write_item(const ListItem& item, const std::string& marker, bool tight);
    void write_lines(std::string_view text);
    void write_wrapped(std::string_view line);

    /// The content of a table's cell in one line.
    std::string line_of(const Blocks& blocks);

    /// Columns that are left of `width` for what stands in the containers that are open.
    std::size_t columns_left(std::size_t width) const;

    TakeLine take_line_;
    InlineText& inlines_;
    std::size_t width_;
    Context& context_;
    std::string first_;  ///< what begins the next line
    std::string rest_;   ///< what begins the lines after it
    std::string blank_;  ///< what the blank line before the next one begins with
    bool wants_blank_ = false;
    std::size_t lines_ = 0;  ///< so far, blank ones apart
    int depth_ = 0;          ///< of containers
};

}  // namespace offprint::text
