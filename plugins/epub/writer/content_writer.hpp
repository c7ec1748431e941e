// The content of a document as XHTML (EPUB 3.3, section 6.1), chapter by chapter.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/table_grid.hpp"
#include "writer/image_files.hpp"
#include "writer/layout.hpp"
#include "writer/profile.hpp"

namespace offprint::epub {

/// What the content turned out to hold; the accessibility metadata is computed from it.
struct ContentFacts {
    bool images = false;              ///< any that inform, so not those with an empty alt text
    bool images_without_alt = false;  ///< any of which nobody said what they show
    bool animated_images = false;
    bool math = false;              ///< any MathML
    bool math_without_alt = false;  ///< any of it that is not described in words
    bool opaque_math = false;       ///< any formula that is nothing but its TeX source
    bool tables_without_header = false;
    bool headings = false;
    bool notes = false;
    std::size_t missing_images = 0;
};

/// Writes chapter after chapter, for the number of a note's references runs through all of them.
class ContentWriter {
public:
    /// Keeps references to all of them.
    ContentWriter(const Document& document, const Layout& layout, const Profile& profile, ImageFiles& images,
                  Context& context);

    /// Appends the blocks of a chapter to `body`, and its notes. Chapters are to be written in order.
    /// True if there is MathML among them.
    bool write_chapter(std::size_t chapter, pugi::xml_node body);

    /// Of what has been written so far.
    const ContentFacts& facts() const { return facts_; }

private:
    // Blocks (content_blocks.cpp).
    void write_blocks(pugi::xml_node parent, const Blocks& blocks);
    void write_block(pugi::xml_node parent, const Block& block);
    void write(pugi::xml_node parent, const Paragraph& paragraph);
    void write(pugi::xml_node parent, const Heading& heading);
    void write(pugi::xml_node parent, const List& list);
    void write(pugi::xml_node parent, const DefinitionList& list);
    void write(pugi::xml_node parent, const CodeBlock& code);
    void write(pugi::xml_node parent, const Quote& quote);
    void write(pugi::xml_node parent, const Figure& figure);
    void write(pugi::xml_node parent, const Rule& rule);
    void write(pugi::xml_node parent, const Group& group);
    void write_item(pugi::xml_node parent, const List& list, const ListItem& item);
    void write_definition(pugi::xml_node parent, const DefinitionItem& item);
    void write_compact(pugi::xml_node parent, const Blocks& blocks);
    pugi::xml_node append_group(pugi::xml_node parent, const Group& group);

    // Tables (content_table.cpp).
    void write(pugi::xml_node parent, const Table& table);
    void write_rows(pugi::xml_node table, const TableGrid& grid);
    void write_row(pugi::xml_node section, const TableGrid& grid, std::size_t row);
    void write_cell(pugi::xml_node row, const TableGrid::Slot& slot, Alignment alignment, bool in_header);

    // Inlines (content_inlines.cpp).
    void write_inlines(pugi::xml_node parent, const Inlines& inlines);
    void write(pugi::xml_node parent, const Text& text);
    void write(pugi::xml_node parent, const Styled& styled);
    void write(pugi::xml_node parent, const Link& link);
    void write(pugi::xml_node parent, const Image& image);
    void write(pugi::xml_node parent, const Code& code);
    void write(pugi::xml_node parent, const LineBreak& line_break);
    void write(pugi::xml_node parent, const NoteRef& reference);
    void write(pugi::xml_node parent, const Math& math);
    bool write_mathml(pugi::xml_node parent, const Math& math);
    bool write_formula_in_words(pugi::xml_node parent, const Math& math);
    void write(pugi::xml_node parent, const Ruby& ruby);
    void write_missing_image(pugi::xml_node parent, const Image& image);
    std::string link_target(const Link& link);

    // Notes and the chapter as a whole (content_writer.cpp).
    void write_notes(pugi::xml_node body, const Chapter& chapter);
    void write_note(pugi::xml_node parent, std::size_t note);
    void append_back_links(pugi::xml_node paragraph, std::size_t note);
    pugi::xml_node open(std::size_t wrapper);

    /// Sets what every element may carry. `own_class` is this writer's and comes first.
    void set_attributes(pugi::xml_node element, const Node& node, std::string_view own_class = {});

    /// Code runs from left to right whatever the page does; a style sheet of a book may not say so (EPUB 3.3, 6.3.1).
    void set_code_direction(pugi::xml_node element) const;

    const Document& document_;
    const Layout& layout_;
    const Profile& profile_;
    ImageFiles& images_;
    Context& context_;
    ContentFacts facts_;
    std::vector<std::size_t> references_written_;  // of each note
    std::size_t chapter_ = 0;
    pugi::xml_node body_;
    std::unordered_map<std::size_t, pugi::xml_node> open_;  // wrappers in this chapter
    std::unordered_set<std::size_t> opened_;                // wrappers in any chapter so far
    bool chapter_has_math_ = false;
    bool right_to_left_ = false;  // the chapter
    bool in_link_ = false;
    bool in_definition_ = false;
    bool in_ruby_ = false;
};

}  // namespace offprint::epub
