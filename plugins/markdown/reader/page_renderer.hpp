// Renders texts of Markdown to a page of HTML, which `core/html` maps to the model.
// Thread safety: belongs to one conversion on one thread.
//
// Understood are CommonMark 0.30 and, of what GitHub, pandoc, Hugo and Obsidian add, tables, strike-through, task
// lists, bare addresses, footnotes, callouts, definition lists, formulas, and ids of headings in braces.
#pragma once

#include <md4c.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "encoding/decode.hpp"
#include "heading_names.hpp"
#include "offprint/context.hpp"
#include "reader/adjusted_text.hpp"
#include "reader/cell_count.hpp"
#include "reader/definitions.hpp"
#include "reader/footnotes.hpp"
#include "reader/page.hpp"

namespace offprint::markdown {

/// What ids of footnotes on the page begin with.
inline constexpr std::string_view footnote_id = "offprint-footnote-";

/// On the element that holds the footnotes of a page.
inline constexpr std::string_view footnotes_mark = "data-offprint-footnotes";

class PageRenderer {
public:
    /// Keeps references to both.
    PageRenderer(const std::vector<Footnote>& footnotes, Context& context);

    /// Renders `text`, in whose place `footnotes` are no more, and the footnotes that it refers to. To be called once.
    void render(std::string_view text);

    /// The page; to be asked when all is rendered.
    Page& page() { return page_; }

    /// True if the text, or a footnote that is rendered, refers to this one.
    bool is_referred_to(std::size_t footnote) const { return is_referred_to_[footnote]; }

    /// The ids of headings that nobody wrote: they serve links on the page.
    const HeadingNames& heading_names() const { return heading_names_; }

    // What md4c shows; see parse().
    void enter_block(MD_BLOCKTYPE type, void* detail);
    void leave_block(MD_BLOCKTYPE type, void* detail);
    void enter_span(MD_SPANTYPE type, void* detail);
    void leave_span(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, std::string_view text);

private:
    void check_size();
    void render_part(std::string_view text, const encoding::OffsetMap& offsets);
    std::uint64_t origin_of(std::string_view text) const;
    std::uint64_t origin_of(std::size_t place) const;
    std::optional<std::size_t> place_of(std::string_view text) const;
    void close_line(std::string_view tag);
    void open_list(const char* tag, bool is_tight, std::optional<unsigned> start);
    void open_item(const MD_BLOCK_LI_DETAIL& item);
    void open_code(const MD_BLOCK_CODE_DETAIL& code);
    void open_cell(const char* tag, MD_ALIGN align);
    void close_heading();
    void check_row();
    void close_head();
    void close_html();
    void close_image();
    void write_formula(bool is_display);
    void code_text(std::string_view text, std::uint64_t origin);
    void verbatim_text(std::string_view text, std::uint64_t origin);
    void words(std::string_view text, std::uint64_t origin);
    std::size_t begin_callout(std::string_view text);
    void end_callout_title();
    void end_line(MD_TEXTTYPE type);
    void plain_text(std::string_view text, std::uint64_t origin);
    void inline_html(std::string_view html, std::uint64_t origin);
    void alternative_text(MD_TEXTTYPE type, std::string_view text);
    void refer_to(std::size_t footnote);

    Page page_;
    Definitions definitions_{page_};
    const std::vector<Footnote>& footnotes_;
    std::map<std::string, std::size_t> labels_;  ///< of the footnotes
    std::vector<std::size_t> references_;        ///< footnotes in the order in which they are referred to
    std::vector<bool> is_referred_to_;
    HeadingNames heading_names_;
    Context& context_;

    CellCount cells_{context_};
    const AdjustedText* part_ = nullptr;  ///< that is being rendered
    const encoding::OffsetMap* offsets_ = nullptr;
    std::uint64_t last_origin_ = 0;
    std::size_t block_begin_ = 0;  ///< of the heading, head of a table or block of HTML, on the page
    std::string heading_;          ///< its words
    std::uint64_t largest_page_ = 0;
    bool head_has_words_ = false;
    bool in_heading_ = false;
    bool in_cell_ = false;
    bool has_long_row_ = false;  ///< in the table
    std::size_t columns_ = 0;    ///< of the row so far
    std::size_t row_begin_ = 0;  ///< its first text, in the part
    bool in_html_ = false;
    std::size_t html_begin_ = 0;  ///< of the block of HTML, in the part
    std::size_t html_end_ = 0;
    std::string formula_;
    std::uint64_t formula_origin_ = 0;
    struct OpenQuote {
        std::size_t begin;  ///< on the page
        const char* tag;
    };
    std::vector<OpenQuote> quotes_;
    bool in_callout_title_ = false;
    bool in_code_ = false;     ///< in a block of it
    bool is_formula_ = false;  ///< the block of code
    std::size_t indent_ = 0;   ///< of the line of code, in columns
    bool is_link_ = false;
    std::string image_;    ///< its attributes
    Page alternative_;     ///< the words of an image
    int open_images_ = 0;  ///< the words may hold another one
};

}  // namespace offprint::markdown
