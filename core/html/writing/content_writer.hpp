// The content of a document as elements of HTML, which EPUB's files and web pages are made of alike.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/table_grid.hpp"

namespace offprint::html {

/// What the content turned out to hold.
struct ContentFacts {
    bool images = false;              ///< any that inform, so not those with an empty alt text
    bool images_without_alt = false;  ///< any of which nobody said what they show
    bool math = false;                ///< any MathML
    bool math_without_alt = false;    ///< any of it that is not described in words
    bool opaque_math = false;         ///< any formula that is nothing but its TeX source
    bool tables_without_header = false;
    bool headings = false;
    std::size_t missing_images = 0;
};

/// What the content has to be told of.
enum class Remark {
    link_dropped,          ///< about its address
    image_without_alt,     ///< about its source
    formula_malformed,     ///< MathML that cannot be used
    language_invalid,      ///< about what stands there
    table_without_header,  ///< hard to follow for those who listen to it
};

/// How a reference to a note looks.
struct NoteMark {
    int number = 0;       ///< as it is printed
    std::string id;       ///< of the reference
    std::string address;  ///< of the note
};

/// Maps every node to elements. A format derives from it: it knows where things are, and what else it wants to say.
class ContentWriter {
public:
    virtual ~ContentWriter() = default;
    ContentWriter(const ContentWriter&) = delete;
    ContentWriter& operator=(const ContentWriter&) = delete;

    /// Of what has been written so far.
    const ContentFacts& facts() const { return facts_; }

protected:
    /// Keeps the reference.
    explicit ContentWriter(Context& context) : context_(context) {}

    void write_blocks(pugi::xml_node parent, const Blocks& blocks);
    void write_block(pugi::xml_node parent, const Block& block);
    void write_inlines(pugi::xml_node parent, const Inlines& inlines);
    pugi::xml_node append_group(pugi::xml_node parent, const Group& group);

    /// Sets what every element may carry. `own_class` is this writer's and comes first.
    void set_attributes(pugi::xml_node element, const Node& node, std::string_view own_class = {});

    /// What is written from now on stands on a page from right to left, or not.
    void set_right_to_left(bool value) { right_to_left_ = value; }

    /// The formula as MathML. False, and nothing is written, if there is none that can be used.
    bool write_mathml(pugi::xml_node parent, const Math& math);

    Context& context() const { return context_; }

private:
    /// The id of an element; empty where an element of another file has it.
    virtual std::string id_here(std::string_view id) const = 0;
    virtual std::string id_of(const Heading& heading) const = 0;

    /// What a link to the node with this id says; empty where there is none.
    virtual std::string address_of(std::string_view id) const = 0;

    /// What `src` says; empty where the image is not at hand.
    virtual std::string address_of(const Image& image) = 0;

    /// To be asked once for each reference, in reading order.
    virtual NoteMark next_mark(const NoteRef& reference) = 0;

    virtual void remark(Remark remark, std::string_view about, SourceRange range) = 0;

    /// The formula, but for its source. False, and nothing is written, if that is all there is.
    virtual bool write_formula(pugi::xml_node parent, const Math& math) { return write_mathml(parent, math); }

    virtual void set_language(pugi::xml_node element, std::string_view language, Direction direction) const;

    /// `type` is of EPUB's vocabulary of structure; other formats have no attribute for it.
    virtual void set_type(pugi::xml_node, const char* /*type*/) const {}

    /// Says that an image is decoration, beyond its empty text.
    virtual void mark_decoration(pugi::xml_node /*image*/) const {}

    /// Whether an attribute beyond those of the model and `title` is written.
    virtual bool keeps(std::string_view /*attribute*/) const { return false; }

    /// True for a list's item that may be a part of one: its paragraph is then an element, by which a new one is told.
    virtual bool is_part(const ListItem&) const { return false; }

    /// Sees each table once.
    virtual void inspect(const Table&, const TableGrid&) {}

    // Blocks (content_blocks.cpp).
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

    // Tables (content_table.cpp).
    void write(pugi::xml_node parent, const Table& table);
    void write_rows(pugi::xml_node table, const TableGrid& grid);
    void write_row(pugi::xml_node section, const TableGrid& grid, std::size_t row, const std::vector<int>& rows_before);
    void write_cell(pugi::xml_node row, const TableGrid::Slot& slot, Alignment alignment, bool in_header);

    // Inlines (content_inlines.cpp).
    void write(pugi::xml_node parent, const Text& text);
    void write(pugi::xml_node parent, const Styled& styled);
    void write(pugi::xml_node parent, const Link& link);
    void write(pugi::xml_node parent, const Image& image);
    void write(pugi::xml_node parent, const Code& code);
    void write(pugi::xml_node parent, const LineBreak& line_break);
    void write(pugi::xml_node parent, const NoteRef& reference);
    void write(pugi::xml_node parent, const Math& math);
    void write(pugi::xml_node parent, const Ruby& ruby);
    void write_missing_image(pugi::xml_node parent, const Image& image);
    std::string link_target(const Link& link);

    /// Code runs from left to right whatever the page does; a style sheet of a book may not say so (EPUB 3.3, 6.3.1).
    void set_code_direction(pugi::xml_node element) const;

    Context& context_;
    ContentFacts facts_;
    bool right_to_left_ = false;
    bool in_link_ = false;
    bool in_definition_ = false;
    bool in_ruby_ = false;
};

}  // namespace offprint::html
