// Block nodes as paragraphs, lists and tables.
// Thread safety: an object belongs to one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/document.hpp"
#include "story.hpp"

namespace offprint::docx {

/// Writes blocks in reading order. Some things have no place of their own in WordprocessingML (the label of a
/// list item, a footnote's mark, an id, the start of a page): they wait for the next paragraph.
class BlockWriter {
public:
    explicit BlockWriter(Story& story) : story_(story) {}

    /// Appends the blocks to the body, a table cell or a note.
    void write(const Blocks& blocks, pugi::xml_node parent, const Scope& scope);

    /// Appends a note's content, led by its mark.
    void write_note(const Note& note, pugi::xml_node parent, const Scope& scope);

    /// Appends a paragraph in `style` (null: Normal); nothing where `inlines` show nothing: their ids then lead to the
    /// next one.
    void write_paragraph(const Inlines& inlines, pugi::xml_node parent, const char* style, const Scope& scope);

    /// Appends a heading of Word's level 1..9, or one below the heading before it if that is less.
    void write_heading(const Inlines& inlines, int level, pugi::xml_node parent, const Scope& scope);

    /// Appends an empty paragraph in `style` and returns it.
    pugi::xml_node open_paragraph(pugi::xml_node parent, const char* style, const Scope& scope);

    /// The next paragraph starts a page.
    void break_page() { page_break_waits_ = true; }

    /// The next paragraph carries the bookmark of `id`; nothing for an empty id.
    void wait_for_paragraph(std::string_view id);

    /// Ends a body, cell or note: it has a paragraph last, and nothing waits any more.
    void finish(pugi::xml_node parent, const Scope& scope);

    Story& story() { return story_; }

private:
    /// What stands before the first line of a list item.
    struct ItemLabel {
        int definition = 0;  ///< of the numbering; 0: `text` is the label
        int level = 0;
        std::string text;
        std::string box;  ///< of a task, with what separates it from the text
        bool ordered = false;
        bool tight = true;
    };

    /// The paragraph that began an item last.
    struct LastItem {
        pugi::xml_node paragraph;
        int level = 0;
        bool ordered = false;
        bool tight = true;

        explicit operator bool() const { return !paragraph.empty(); }
    };

    void write(const Paragraph& node, pugi::xml_node parent, const Scope& scope);
    void write(const Heading& node, pugi::xml_node parent, const Scope& scope);
    void write(const List& node, pugi::xml_node parent, const Scope& scope);
    void write(const DefinitionList& node, pugi::xml_node parent, const Scope& scope);
    void write(const CodeBlock& node, pugi::xml_node parent, const Scope& scope);
    void write(const Quote& node, pugi::xml_node parent, const Scope& scope);
    void write(const Figure& node, pugi::xml_node parent, const Scope& scope);
    void write(const Table& node, pugi::xml_node parent, const Scope& scope);
    void write(const Rule& node, pugi::xml_node parent, const Scope& scope);
    void write(const Group& node, pugi::xml_node parent, const Scope& scope);

    ItemLabel label_of(const List& list, std::size_t index, std::int64_t value, int& definition, int level);
    void write_attribution(const Quote& node, pugi::xml_node parent, const Scope& scope);
    void append_paragraph_properties(pugi::xml_node paragraph, const char* style, const Scope& scope);
    void close_gap_before(pugi::xml_node paragraph, const ItemLabel& label);
    void append_waiting(pugi::xml_node paragraph, const Scope& scope);
    void flush_label(pugi::xml_node parent, const Scope& scope);

    Story& story_;
    std::vector<std::string> waiting_ids_;
    std::optional<ItemLabel> waiting_label_;
    LastItem last_item_;
    bool note_mark_waits_ = false;
    bool page_break_waits_ = false;
    int heading_level_ = 0;
};

}  // namespace offprint::docx
