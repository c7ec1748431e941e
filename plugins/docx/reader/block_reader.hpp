// Paragraphs, tables and what brackets them, as blocks (ECMA-376 Part 1, 17.3.1 and 17.4).
// Thread safety: an object belongs to one thread.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "reader/block_builder.hpp"
#include "reader/conversion.hpp"
#include "reader/runs.hpp"
#include "reader/title_block.hpp"

namespace offprint::docx::reader {

/// Reads the text of one part: the main document, or the notes of one kind.
class BlockReader {
public:
    BlockReader(Conversion& conversion, PictureReader& pictures, const PartRelationships& relationships)
        : conversion_(conversion), runs_(conversion, pictures, relationships), width_(conversion.text_width) {}

    /// What `parent` holds: a note, a cell, a text box.
    Blocks read(pugi::xml_node parent);

    /// What a foot- or endnote or a comment holds, without its mark.
    Note read_note(pugi::xml_node element);

    /// The body of the document as its content. Its head becomes metadata, beside what is there; the articles of a book
    /// of our own become groups.
    void read_body(pugi::xml_node body);

private:
    friend class TableReader;

    void read_children(pugi::xml_node parent, BlockBuilder& out);
    void read_child(pugi::xml_node child, std::string_view name, BlockBuilder& out);
    void read_content_control(pugi::xml_node control, BlockBuilder& out);
    void read_table(pugi::xml_node element, BlockBuilder& out);
    void read_paragraph(pugi::xml_node element, BlockBuilder& out);
    bool joins_next(pugi::xml_node paragraph_properties);
    FlowParagraph flow_paragraph(pugi::xml_node properties, const ResolvedStyle& style);
    void set_label(FlowParagraph& paragraph, pugi::xml_node properties, const ResolvedStyle& style,
                   const ParagraphFormat& direct);
    void set_text(FlowParagraph& paragraph);
    void set_attributes(FlowParagraph& paragraph, bool right_to_left);
    void add(FlowParagraph paragraph, BlockBuilder& out);
    bool take_into_head(FlowParagraph& paragraph);
    void begin_article(BlockBuilder& out);
    void end_article(BlockBuilder& out);

    Conversion& conversion_;
    RunReader runs_;
    BlockBuilder* body_ = nullptr;  ///< null but for the document's body
    TitleBlock head_{false};        ///< of the document, or of the article at hand
    int width_ = 0;                 ///< of the column of text, twips; of our own files only
    bool is_in_head_ = false;
    bool is_in_article_ = false;
    bool has_title_ = false;           ///< the article at hand
    bool is_title_a_heading_ = false;  ///< that of the document, as our own writer has it in long texts
    Group article_;
};

}  // namespace offprint::docx::reader
