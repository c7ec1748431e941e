// The children of a node while it is read: sorted by what they are, for their parent's type may come after them.
// Thread safety: values.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <vector>

#include "offprint/document.hpp"

namespace offprint::json {

/// What a child can be to its parent.
enum class Part {
    block,
    article,
    text,
    list_item,
    definition_term,
    definition_description,
    table_row,
    table_cell,
    caption,
    attribution,
    ruby_text,
};

/// As messages name it: "a block".
const char* name_of(Part part);

/// Children in the order in which they came, one list for each kind of part.
class Children {
public:
    Blocks blocks;
    Inlines inlines;  ///< those after the last block
    std::vector<ListItem> list_items;
    std::vector<DefinitionItem> definition_items;  ///< an item begins with a term after a description
    std::vector<TableRow> table_rows;
    std::vector<TableCell> table_cells;
    Blocks caption;
    Inlines attribution;
    Inlines ruby_text;

    /// Says that a child of this kind came, which begins at `offset`. False if there was one before.
    bool note(Part part, std::size_t offset);

    /// Adds a block. Inline nodes that stand before it become a paragraph.
    void add(Block block);
    /// Adds an inline node. `of_unknown_type`: it may as well be a block, and is one among blocks.
    void add(Inline node, bool of_unknown_type = false);
    void add(DefinitionTerm term);
    void add(DefinitionDescription description);

    /// Makes paragraphs of the inline nodes after the last block.
    void end_paragraph();

    /// The kind of the first child that is none of `parts`, and where it begins.
    struct Misfit {
        Part part;
        std::size_t offset;
    };
    std::optional<Misfit> misfit(std::initializer_list<Part> parts) const;

private:
    static constexpr std::size_t part_count = static_cast<std::size_t>(Part::ruby_text) + 1;
    std::array<std::size_t, part_count> first_{};  ///< where each kind first stands, plus 1; 0: nowhere
    bool is_paragraph_ = false;                    ///< a node of `inlines` is known to be inline
};

}  // namespace offprint::json
