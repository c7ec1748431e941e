// Turns the chosen part of a page into the document model.
// Thread safety: a mapper belongs to one conversion.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

#include "encoding/decode.hpp"
#include "html/dom/dom.hpp"
#include "html/mapping/flow.hpp"
#include "html/mapping/links.hpp"
#include "html/mapping/notes.hpp"
#include "html/mapping/selection.hpp"
#include "html/mapping/tabs.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::html {

/// How much is to be read into markup.
enum class Reading {
    guessing,  ///< sites and authors say with names, shapes and sizes what they mean
    literal,   ///< elements mean what they say; their ids and classes are the document's own
};

/// The writing direction that the page says to have as a whole.
Direction page_direction(const Dom& dom);

class Mapper {
public:
    /// Keeps references to all arguments. `language` is the document's, which nodes need not repeat.
    Mapper(const Dom& dom, const Selection& selection, const LinkResolver& links, const encoding::OffsetMap& offsets,
           std::string_view language, Context& context, Reading reading = Reading::guessing);

    /// Fills content and notes of `document`. To be called once.
    void map_into(Document& document);

    /// The content of one root alone, for those who put the document together themselves; `language` is that of what
    /// it goes into. `map_notes` comes last.
    Blocks map_root(NodeIndex root, std::string_view language);

    /// Fills the notes that the text refers to. Of others the text is added to the content.
    void map_notes(Document& document);

private:
    // mapper.cpp: what every element goes through
    void map_node(NodeIndex node, Flow& flow);
    void map_element(NodeIndex node, Flow& flow);
    void leave_out(NodeIndex node);
    bool map_block_element(NodeIndex node, Flow& flow);
    bool map_media_element(NodeIndex node, Flow& flow);
    void map_inline_element(NodeIndex node, Flow& flow);
    void map_children(NodeIndex node, Flow& flow);
    Blocks map_blocks(NodeIndex node, const Flow& outer);
    void map_frames_substitute(Flow& flow);
    void map_inner_page(NodeIndex node, std::string_view markup, Flow& flow);
    SourceRange range_of(NodeIndex node) const;
    Box<Attributes> attributes_of(NodeIndex node, bool keep_id);
    Direction direction_of(NodeIndex node);
    std::string title_of(NodeIndex node) const;
    std::string unique_id(NodeIndex node);
    std::vector<std::string> class_list(NodeIndex node) const;
    bool is_wanted_id(NodeIndex node) const;

    // blocks.cpp
    struct HeadingPlace {
        NodeIndex node = no_node;
        std::size_t size = 0;            ///< its letters
        NodeIndex first_word = no_node;  ///< outside of links to the heading itself
        NodeIndex last_word = no_node;
    };
    HeadingPlace heading_place(NodeIndex heading) const;
    void map_wrapper(NodeIndex node, Flow& flow);
    void map_paragraph(NodeIndex node, Flow& flow);
    void map_heading(NodeIndex node, Flow& flow);
    void map_quote(NodeIndex node, Flow& flow);
    void map_rule(NodeIndex node, Flow& flow);
    bool is_permalink(NodeIndex link) const;
    bool leads_to_heading(NodeIndex link, NodeIndex heading) const;

    // figures.cpp
    void map_figure(NodeIndex node, Flow& flow);
    void map_captioned_wrapper(NodeIndex node, NodeIndex caption, Flow& flow);
    void map_figure_content(NodeIndex node, NodeIndex caption, Figure& figure, Flow& flow);
    void map_caption(NodeIndex node);
    void append_figure(Figure figure, Flow& flow);

    // asides.cpp
    void map_group(NodeIndex node, GroupKind kind, Flow& flow);
    void map_details(NodeIndex node, Flow& flow);
    bool is_guessed_callout(NodeIndex node) const;
    void map_callout(NodeIndex node, Flow& flow);
    void map_strong_line(NodeIndex node, Flow& flow);
    bool map_pull_quote(NodeIndex node, Flow& flow);
    bool repeats_text(NodeIndex quote);

    // note_mapping.cpp
    void map_pending_notes(Document& document);
    void map_note_reference(NodeIndex node, Flow& flow);
    void drop_title_of_notes(std::size_t blocks_before, NodeIndex node, Flow& flow);

    // lists.cpp
    void map_list(NodeIndex node, Flow& flow);
    ListItem map_item(NodeIndex node, const Flow& flow);
    bool map_word_item(NodeIndex node, Flow& flow);
    void map_definition_list(NodeIndex node, Flow& flow);
    void map_definition_parts(NodeIndex node, DefinitionList& list, Flow& flow);
    void add_stray_description(NodeIndex node, DefinitionList& list, const Flow& flow);

    // tables.cpp
    void map_table(NodeIndex node, Flow& flow);
    void map_drawn_list(NodeIndex table, Flow& flow);
    void map_rows(NodeIndex node, TableSection& section, const Flow& flow);
    TableCell map_cell(NodeIndex node, const Flow& flow);

    // code.cpp
    void map_preformatted(NodeIndex node, Flow& flow);
    bool map_code_box(NodeIndex node, Flow& flow);
    bool labels_code(NodeIndex node) const;
    bool map_custom_code(NodeIndex node, Flow& flow);
    void map_code(NodeIndex node, Flow& flow);
    void map_verse(NodeIndex node, Flow& flow);
    void append_code(NodeIndex box, NodeIndex code, Flow& flow);

    // inlines.cpp
    void map_within(Inline element, NodeIndex node, Flow& flow);
    void map_styled(NodeIndex node, Style style, Flow& flow);
    void map_link(NodeIndex node, Flow& flow);
    void map_span(NodeIndex node, Flow& flow);
    void map_ruby(NodeIndex node, Flow& flow);
    Inlines map_inlines(NodeIndex node, const Flow& outer);

    // media.cpp
    void map_image(NodeIndex node, Flow& flow);
    void map_picture(NodeIndex node, Flow& flow);
    void map_noscript(NodeIndex node, Flow& flow);
    void map_svg(NodeIndex node, Flow& flow);
    /// What came with the page first, then what the page names.
    std::string source_of(NodeIndex image) const;
    bool has_usable_source(NodeIndex image) const;

    // embeds.cpp
    void map_embed(NodeIndex node, Flow& flow);
    bool map_custom_element(NodeIndex node, Flow& flow);
    void append_poster(NodeIndex node, std::string source, Flow& flow);
    void append_embed_link(NodeIndex node, std::string_view label, std::string url, Flow& flow);

    // formulas.cpp
    bool map_formula_image(NodeIndex image, Flow& flow);
    bool map_formula_element(NodeIndex node, Flow& flow);
    void append_tex(NodeIndex node, std::string_view tex, bool display, Flow& flow);
    void map_text(NodeIndex node, Flow& flow);
    void map_math(NodeIndex node, Flow& flow);
    void map_script(NodeIndex node, Flow& flow);

    /// What the content of the innermost figure needs to know of it.
    struct FigurePlace {
        Flow* caption_flow = nullptr;
        NodeIndex caption = no_node;  ///< that is none by its tag
        std::set<std::string>* files_without_scripts = nullptr;
    };

    const Dom& dom_;
    const Selection& selection_;
    const LinkResolver& links_;
    const encoding::OffsetMap& offsets_;
    Context& context_;
    const bool is_literal_;
    std::string language_;  ///< of what is being mapped
    Direction direction_;   ///< the same
    Notes notes_;
    Tabs tabs_;
    std::unordered_set<std::string_view> wanted_ids_;  ///< that links of the page lead to
    std::unordered_set<std::string> used_ids_;
    std::map<NodeIndex, std::size_t> note_numbers_;  ///< by definition
    std::vector<NodeIndex> note_order_;
    bool sets_formulas_ = false;  ///< a script of the page looks for TeX in its text
    HeadingPlace heading_;        ///< that is being mapped
    NodeIndex callout_title_ = no_node;
    FigurePlace figure_place_;
    std::string letters_;  ///< of the whole text, once a pull quote asked for them
    int pull_quotes_ = 0;
    bool in_note_ = false;
    bool in_blank_code_ = false;
    bool is_inner_ = false;  ///< maps a page inside another
};

}  // namespace offprint::html
