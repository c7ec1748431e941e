// The content of a document from blocks and inline elements of pandoc's AST.
// Thread safety: a reader belongs to one conversion on one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "losses.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "reader/ast_input.hpp"
#include "reader/attributes.hpp"

namespace offprint::pandoc {

/// Reads lists of blocks and of inline elements; docs/pandoc.md says what becomes of each. Notes are added to the
/// document as they come.
class ContentReader {
public:
    /// All must outlive the reader. Relative links resolve against `document.base_url`.
    ContentReader(AstInput& ast, Document& document, Context& context, Losses& losses)
        : ast_(ast),
          input_(ast.json()),
          document_(document),
          context_(context),
          losses_(losses),
          attributes_(ast, losses) {}

    Blocks read_blocks();
    Inlines read_inlines();

private:
    /// How the first block of a list of blocks is set.
    enum class Opening { other, loose_paragraph };

    Opening read_blocks(Blocks& to);
    Opening read_block(Blocks& to);
    Opening read_block(std::string_view type, Blocks& to);
    void read_paragraph(Blocks& to);
    void read_line_block(Blocks& to);
    void read_code_block(Blocks& to);
    void read_raw();
    void read_quote(Blocks& to);
    void read_ordered_list(Blocks& to);
    void read_list_attributes(List& list);
    void read_items(List& list);
    ListItem read_item(List& list);
    void read_definition_list(Blocks& to);
    DefinitionItem read_definition_item();
    void read_heading(Blocks& to);
    void read_figure(Blocks& to);
    Opening read_div(Blocks& to);
    Blocks read_caption();

    void read_table(Blocks& to);
    void read_columns(Table& table);
    void read_section(Table& table, SectionKind kind);
    void read_body(Table& table);
    void read_rows(std::vector<TableRow>& rows, bool header);
    TableCell read_cell();
    Alignment read_alignment();

    void read_inline(Inlines& to);
    void read_inline(std::string_view type, Inlines& to);
    void read_styled(Style style, Inlines& to);
    void read_quoted(Inlines& to);
    void read_cite(Inlines& to);
    void read_code(Inlines& to);
    void read_math(Inlines& to);
    void read_link(Inlines& to);
    std::string link_target(std::string url, std::size_t offset);
    void read_image(Inlines& to);
    void read_note(Inlines& to);
    void read_span(Inlines& to);

    AstInput& ast_;
    json::Input& input_;
    Document& document_;
    Context& context_;
    Losses& losses_;
    AttributeReader attributes_;
    std::optional<Inlines> figure_caption_;  ///< what the last image shows as a caption, should it be a figure
    bool in_link_ = false;
    bool in_double_quotes_ = false;
};

}  // namespace offprint::pandoc
