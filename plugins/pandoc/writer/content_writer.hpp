// The content of a document as blocks and inline elements of pandoc's AST.
// Thread safety: a writer belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "api_version.hpp"
#include "json/output.hpp"
#include "losses.hpp"
#include "offprint/byte_sink.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/table_grid.hpp"
#include "writer/elements.hpp"
#include "writer/images.hpp"
#include "writer/notes.hpp"
#include "writer/words.hpp"

namespace offprint::pandoc {

/// Writes lists of blocks and of inline elements; docs/pandoc.md says what becomes of each node.
class ContentWriter {
public:
    /// All must outlive the writer.
    ContentWriter(json::Output& out, const Document& document, ApiVersion version, ByteSink& sink, Context& context,
                  Losses& losses)
        : out_(out),
          document_(document),
          version_(version),
          context_(context),
          losses_(losses),
          words_(out),
          notes_(document.notes.size(), context, losses),
          images_(document, sink, context) {}

    /// The array of all blocks of the document. Says which notes are nowhere in it.
    void write_document();

    /// The array of the words of `text`.
    void write_text(std::string_view text);

    /// The address of the resource `key`.
    std::string image_address(const std::string& key) { return images_.address(key); }

private:
    /// What paragraphs become: `Plain` where nothing is to keep them apart from what is around.
    enum class Paragraphs {
        loose,
        first_plain,  ///< of a list that is set without space
        sole_plain,   ///< of a cell, say: plain if it is all there is
    };

    Attr attr_of(const Node& node) const;
    void write_attr_of(const Node& node) { write_attr(out_, attr_of(node)); }
    void lose_attributes(const Node& node);

    void write_blocks(const Blocks& blocks, Paragraphs paragraphs = Paragraphs::loose);
    void write_block_elements(const Blocks& blocks, Paragraphs paragraphs);
    void write_part(const Node& part, const Blocks& content, Paragraphs paragraphs);
    void write_block(const Block& block);
    template <class Write>
    void write_in_div(const Attr& attr, Write&& write_block);
    void write_paragraph(const Paragraph& node, const char* type);
    void write(const Paragraph& node) { write_paragraph(node, "Para"); }
    void write(const Heading& node);
    void write(const List& node);
    void write_item(const ListItem& item, Paragraphs paragraphs);
    void write_task(const ListItem& item, Paragraphs paragraphs);
    void write(const DefinitionList& node);
    void write_terms(const DefinitionItem& item);
    void write(const CodeBlock& node);
    void write(const Quote& node);
    void write_attribution(const Inlines& attribution);
    void write(const Figure& node);
    void write_image_figure(const Figure& node, const Image& image);
    void write_div_figure(const Figure& node);
    void write(const Table& node);
    void write(const Rule& node);
    void write(const Group& node);
    void write_lines(const Group& node);
    void write_article(const Group& node);
    void write_caption(const Blocks& caption);

    using Rows = std::span<const TableGrid::Row>;
    void write_columns(const Table& table, const TableGrid& grid);
    void write_attr_of_section(Rows rows);
    void write_rows(Rows rows, std::size_t header_columns);
    void write_slot(const TableGrid::Slot& slot, bool is_header);

    void write_inlines(const Inlines& inlines);
    void write_inline_elements(const Inlines& inlines);
    void write_inline(const Inline& node);
    template <class Write>
    void write_in_span(const Node& node, Write&& write_element);
    void write_span(const Attr& attr, const Inlines& content);
    void write(const Text& node);
    void write(const Styled& node);
    void write_quoted(const Styled& node);
    void write(const Link& node);
    void write(const Image& node) { write_image(node, attr_of(node), nullptr); }
    void write_image(const Image& node, Attr attr, const Inlines* figure_caption);
    void write(const Code& node);
    void write(const LineBreak& node);
    void write(const NoteRef& node);
    void write(const Math& node);
    void write(const Ruby& node);

    json::Output& out_;
    const Document& document_;
    ApiVersion version_;
    Context& context_;
    Losses& losses_;
    Words words_;
    NoteUses notes_;
    ImageAddresses images_;
    int heading_shift_ = 0;  ///< added to the levels of headings: an article's are below its title
    int open_quotes_ = 0;    ///< quotations that the inline element stands in
};

}  // namespace offprint::pandoc
