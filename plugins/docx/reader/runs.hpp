// The text of paragraphs: runs, links, fields, notes, pictures, formulas (ECMA-376 Part 1, 17.3.2 and 17.16).
// Thread safety: an object belongs to one thread.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reader/conversion.hpp"
#include "reader/fields.hpp"
#include "reader/inline_builder.hpp"
#include "reader/pictures.hpp"

namespace offprint::docx::reader {

/// Reads the paragraphs of one part, in order: fields may begin in one and end in another.
class RunReader {
public:
    RunReader(Conversion& conversion, PictureReader& pictures, const PartRelationships& relationships)
        : conversion_(conversion), pictures_(pictures), relationships_(relationships), text_(conversion.is_own) {}

    /// Appends what a `w:p` of this style holds to what was read since `finish`.
    void read(pugi::xml_node paragraph, const ResolvedStyle& style);

    /// What was read, to be asked before it is taken.
    InlineBuilder& text() { return text_; }

    /// The ids that stand before the text; those within it are nodes of it.
    std::vector<std::string> take_ids() { return std::exchange(ids_, {}); }

    /// What comes next is a note, which may begin with a mark that the author chose.
    void begin_note() { at_note_beginning_ = true; }

    /// The id before the mark that a note begins with; empty if there is none.
    std::string take_note_id() { return std::exchange(note_id_, {}); }

    /// Text boxes that hang on the paragraph.
    std::vector<pugi::xml_node> take_boxes() { return std::exchange(boxes_, {}); }

    /// True once if a horizontal line was drawn.
    bool take_rule() { return std::exchange(has_rule_, false); }

    /// A `w:bookmarkStart`, in a paragraph or between two.
    void read_bookmark(pugi::xml_node bookmark);

    /// True if what is tracked as a change of this name ("w:ins", "w:moveFrom", ...) is to be read.
    bool is_kept(std::string_view change);

private:
    std::string link_address(std::string_view target);
    void read_children(pugi::xml_node parent);
    void read_child(pugi::xml_node child, std::string_view name);
    void read_link(pugi::xml_node hyperlink);
    void read_change(pugi::xml_node change, std::string_view name);
    void read_content_control(pugi::xml_node control);
    void read_run(pugi::xml_node run);
    void read_run_children(pugi::xml_node run, const RunFormat& direct);
    void read_run_child(pugi::xml_node child, const RunFormat& direct);
    void read_break(pugi::xml_node element);
    void read_symbol(pugi::xml_node element);
    void read_drawing(pugi::xml_node drawing);
    void read_note(pugi::xml_node reference, NoteKind kind);
    void read_ruby(pugi::xml_node ruby);
    void read_formula(pugi::xml_node formula, bool is_display);

    void read_field_mark(pugi::xml_node mark);
    void begin_result();
    void add_phonetic_guide(const std::string& instruction);
    void end_field();
    void read_simple_field(pugi::xml_node field);
    void add_note_again(const std::string& bookmark);

    PieceFormat current();
    void add_text(std::string_view text);
    void add_note(std::size_t note);
    bool is_shown() const { return !fields_.hide_text(); }

    Conversion& conversion_;
    PictureReader& pictures_;
    const PartRelationships& relationships_;
    InlineBuilder text_;
    std::vector<std::string> ids_;
    std::string note_id_;
    std::vector<pugi::xml_node> boxes_;
    bool has_rule_ = false;

    const ResolvedStyle* paragraph_style_ = nullptr;
    PieceFormat format_;            ///< of the run at hand
    bool is_note_mark_ = false;     ///< the run at hand has the look of a note's mark
    bool has_custom_mark_ = false;  ///< the run at hand shows a mark that the author chose
    bool at_note_beginning_ = false;
    bool after_note_mark_ = false;  ///< what comes next is the space behind the mark at a note's beginning
    unsigned change_traits_ = 0;
    std::string url_;  ///< of the `w:hyperlink` around; empty for none
    std::string title_;
    std::uint64_t link_ = 0;   ///< its number
    std::uint64_t links_ = 0;  ///< so many elements and fields were links
    OpenFields fields_;
};

}  // namespace offprint::docx::reader
