#include "reader/page_renderer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "html/mapping/hints.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "reader/bars.hpp"
#include "reader/dialect.hpp"
#include "reader/marks.hpp"
#include "reader/parse.hpp"
#include "reader/tags.hpp"

namespace offprint::markdown {

PageRenderer::PageRenderer(const std::vector<Footnote>& footnotes, Context& context)
    : footnotes_(footnotes), is_referred_to_(footnotes.size()), context_(context) {
    for (std::size_t i = 0; i < footnotes.size(); ++i) labels_.try_emplace(footnotes[i].label, i);
}

void PageRenderer::render(std::string_view text) {
    largest_page_ = context_.limits().parser_budget(text.size());
    page_.open("<!DOCTYPE html><body><main>");
    render_part(text, {});
    page_.close("</main>");
    page_.open(fmt::format("<div {}>", footnotes_mark));
    // Notes may refer to further ones.
    for (std::size_t i = 0; i < references_.size(); ++i) {
        const Footnote& note = footnotes_[references_[i]];
        page_.open(fmt::format("<div id=\"{}{}\">", footnote_id, references_[i]));
        render_part(note.body, note.offsets);
        page_.close("</div>");
    }
    page_.close("</div>");
}

void PageRenderer::render_part(std::string_view text, const encoding::OffsetMap& offsets) {
    const AdjustedText adjusted = adjust_for_md4c(text, context_);
    part_ = &adjusted;
    offsets_ = &offsets;
    parse(adjusted.text, dialect_of(adjusted.text, context_), *this);
}

/// md4c also shows text of its own, line ends mostly, and copies; they come from where the text before ended.
std::uint64_t PageRenderer::origin_of(std::string_view text) const {
    const std::optional<std::size_t> place = place_of(text);
    return place ? origin_of(*place) : last_origin_;
}

std::uint64_t PageRenderer::origin_of(std::size_t place) const {
    return offsets_->original(part_->offsets.original(place));
}

/// Where `text` is in the part that is rendered; nullopt for md4c's own.
std::optional<std::size_t> PageRenderer::place_of(std::string_view text) const {
    const std::string_view part = part_->text;
    if (text.data() < part.data() || text.data() >= part.data() + part.size()) return std::nullopt;
    return static_cast<std::size_t>(text.data() - part.data());
}

/// A short reference may stand for a long address, any number of times.
void PageRenderer::check_size() {
    context_.checkpoint();
    if (page_.size() > largest_page_)
        throw Error(ErrorCode::limit_exceeded,
                    fmt::format("the text stands for more than {} bytes of HTML; raise it with "
                                "--limit parser=N",
                                largest_page_));
}

void PageRenderer::enter_block(MD_BLOCKTYPE type, void* detail) {
    check_size();
    cells_.enter_block(type);
    switch (type) {
        case MD_BLOCK_DOC:
            return;
        case MD_BLOCK_UL:
            return open_list("ul", static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0, std::nullopt);
        case MD_BLOCK_OL: {
            const auto& list = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
            return open_list("ol", list.is_tight != 0, list.start);
        }
        case MD_BLOCK_LI:
            return open_item(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
        case MD_BLOCK_HR:
            return close_line("<hr>");
        case MD_BLOCK_H:
            block_begin_ = page_.size();
            heading_.clear();
            in_heading_ = true;
            return page_.open(fmt::format("<h{}>", static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        case MD_BLOCK_CODE:
            return open_code(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
        case MD_BLOCK_HTML:
            in_html_ = true;
            html_begin_ = std::string_view::npos;
            block_begin_ = page_.size();
            return;
        case MD_BLOCK_TABLE:
            has_long_row_ = false;
            return page_.open("<table>");
        case MD_BLOCK_THEAD:
            block_begin_ = page_.size();
            head_has_words_ = false;
            return page_.open("<thead>");
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            return open_cell(tag_of(type), static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
        case MD_BLOCK_QUOTE:
            quotes_.push_back({page_.size(), "blockquote"});
            return page_.open("<blockquote>");
        case MD_BLOCK_P:
            return definitions_.enter_paragraph();
        case MD_BLOCK_TR:
            columns_ = 0;
            row_begin_ = std::string_view::npos;
            return page_.open("<tr>");
        case MD_BLOCK_TBODY:
            return page_.open(fmt::format("<{}>", tag_of(type)));
    }
}

void PageRenderer::leave_block(MD_BLOCKTYPE type, void* detail) {
    in_cell_ = false;
    switch (type) {
        case MD_BLOCK_DOC:
        case MD_BLOCK_HR:
            return;
        case MD_BLOCK_H:
            close_heading();
            return close_line(fmt::format("</h{}>", static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        case MD_BLOCK_CODE:
            in_code_ = false;
            page_.close(is_formula_ ? "</math-renderer>" : "</code>");
            return close_line(is_formula_ ? "</p>" : "</pre>");
        case MD_BLOCK_HTML:
            return close_html();
        case MD_BLOCK_THEAD:
            return close_head();
        case MD_BLOCK_TR:
            check_row();
            return close_line("</tr>");
        case MD_BLOCK_QUOTE:
            close_line(fmt::format("</{}>", quotes_.back().tag));
            return quotes_.pop_back();
        case MD_BLOCK_P:
            end_callout_title();
            return definitions_.leave_paragraph();
        default:
            return close_line(fmt::format("</{}>", tag_of(type)));
    }
}

void PageRenderer::close_line(std::string_view tag) {
    page_.close(tag);
    page_.end_line();
}

void PageRenderer::open_list(const char* tag, bool is_tight, std::optional<unsigned> start) {
    const std::string loose = is_tight ? std::string() : fmt::format(" {}", html::loose_hint);
    const std::string first = start && *start != 1 ? fmt::format(" start=\"{}\"", *start) : std::string();
    page_.open(fmt::format("<{}{}{}>", tag, loose, first));
}

void PageRenderer::open_item(const MD_BLOCK_LI_DETAIL& item) {
    if (item.is_task == 0) return page_.open("<li>");
    page_.open(fmt::format("<li><input type=\"checkbox\"{}>", item.task_mark == ' ' ? "" : " checked"));
}

/// A block in the language "math" is a formula, as on GitHub.
void PageRenderer::open_code(const MD_BLOCK_CODE_DETAIL& code) {
    const std::string language = code_language(code.lang);
    is_formula_ = language == "math";
    in_code_ = true;
    indent_ = 0;
    if (is_formula_) return page_.open("<p><math-renderer block>");
    page_.open(language.empty() ? "<pre><code>" : fmt::format("<pre><code class=\"language-{}\">", language));
}

void PageRenderer::open_cell(const char* tag, MD_ALIGN align) {
    ++columns_;
    in_cell_ = true;
    static constexpr std::array<const char*, 4> alignments{"", " align=\"left\"", " align=\"center\"",
                                                           " align=\"right\""};
    page_.open(fmt::format("<{}{}>", tag, alignments.at(align)));
}

/// "Words {#name}" has the id that its author gave it; others have one that is made of their words.
void PageRenderer::close_heading() {
    in_heading_ = false;
    std::string_view words = trim(heading_);
    std::string id;
    if (const auto braces = find_heading_attributes(words);
        braces && page_.html().ends_with(words.substr(braces->at))) {
        page_.cut(page_.size() - (words.size() - braces->at));
        id = braces->id;
        words = trim(words.substr(0, braces->at));
    }
    if (id.empty()) id = heading_names_.add(words);
    page_.replace(block_begin_ + std::string_view("<h1").size(), 0, fmt::format(" id=\"{}\"", id));
}

/// Cells beyond those of the head are left out, as on GitHub.
void PageRenderer::check_row() {
    if (row_begin_ == std::string_view::npos || has_long_row_) return;
    const std::string_view part = part_->text;
    const std::size_t begin = line_begin(part, row_begin_);
    const std::string_view line = part.substr(begin, line_end(part, begin) - begin);
    has_long_row_ = has_plain_bars(line) && count_cells(line, row_begin_ - begin) > columns_;
    if (has_long_row_)
        context_.report(Severity::warning, "markdown.cells-dropped",
                        "a row of a table has more cells than its head; they were left out",
                        SourceRange{origin_of(begin), origin_of(begin + without_line_end(line).size())});
}

/// GitHub wants a head: one without words is none.
void PageRenderer::close_head() {
    if (head_has_words_) return close_line("</thead>");
    page_.cut(block_begin_);
}

void PageRenderer::close_html() {
    in_html_ = false;
    std::string open;
    const std::string_view html = page_.html().substr(block_begin_);
    if (begins_like_raw(html) && html_begin_ != std::string_view::npos) {
        page_.cut(block_begin_);
        const std::string_view text = std::string_view(part_->text).substr(html_begin_, html_end_ - html_begin_);
        return parse(text, dialect_of(text, context_) | MD_FLAG_NOHTMLBLOCKS, *this);
    }
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const std::string name = tag_name(html.substr(at), !open.empty());
        if (open.empty() ? is_raw(name) : name == open) open = open.empty() ? name : std::string();
    }
    if (!open.empty()) page_.close(fmt::format("</{}>", open));
}

void PageRenderer::enter_span(MD_SPANTYPE type, void* detail) {
    definitions_.write();
    if (type == MD_SPAN_IMG) {
        // Its strings are gone when its words are known.
        const auto& image = *static_cast<MD_SPAN_IMG_DETAIL*>(detail);
        if (open_images_++ == 0) image_ = attribute("src", image.src) + attribute("title", image.title);
        return;
    }
    if (open_images_ > 0) return;
    if (type == MD_SPAN_A) {
        const auto& link = *static_cast<MD_SPAN_A_DETAIL*>(detail);
        is_link_ = !is_version(link.href);
        if (!is_link_) return;
        return page_.open(fmt::format("<a{}{}>", attribute("href", link.href), attribute("title", link.title)));
    }
    if (type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY) return formula_.clear();
    page_.open(fmt::format("<{}>", tag_of(type)));
}

void PageRenderer::leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) return close_image();
    if (open_images_ > 0 || (type == MD_SPAN_A && !is_link_)) return;
    if (type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY)
        write_formula(type == MD_SPAN_LATEXMATH_DISPLAY);
    else
        page_.close(fmt::format("</{}>", tag_of(type)));
}

/// "$5 or $6" has prices: a formula does not begin or end with a space, as pandoc has it.
void PageRenderer::write_formula(bool is_display) {
    const bool is_code = formula_.size() > 2 && formula_.front() == '`' && formula_.back() == '`';
    if (is_code) {  // GitHub's other mark
        formula_ = formula_.substr(1, formula_.size() - 2);
        ++formula_origin_;
    }
    const bool is_formula = !formula_.empty() && (is_display || (formula_.front() != ' ' && formula_.back() != ' '));
    const std::string_view mark = is_display ? "$$" : "$";
    if (!is_formula) page_.text(mark);
    if (is_formula) page_.open(is_display ? "<math-renderer block>" : "<math-renderer>");
    verbatim_text(formula_, formula_origin_);
    if (is_formula) page_.close("</math-renderer>");
    if (!is_formula) page_.text(mark);
}

/// md4c makes spaces of the tabs that a line begins with.
void PageRenderer::code_text(std::string_view text, std::uint64_t origin) {
    const std::optional<std::size_t> place = place_of(text);
    if (!place && text.front() == ' ') {
        indent_ += text.size();
        return;
    }
    const std::size_t columns = std::exchange(indent_, 0);
    page_.text(place ? indent_before(part_->text, *place, columns) : std::string(columns, ' '));
    page_.text(text, origin);
}

/// Within a cell a bar in code, too, has a backslash before it (GitHub's Markdown, section 4.10).
void PageRenderer::verbatim_text(std::string_view text, std::uint64_t origin) {
    std::size_t written = 0;
    for (std::size_t at = in_cell_ ? text.find("\\|") : std::string_view::npos; at != std::string_view::npos;
         at = text.find("\\|", at + 1)) {
        page_.text(text.substr(written, at - written), origin + written);
        written = at + 1;
    }
    page_.text(text.substr(written), origin + written);
}

void PageRenderer::close_image() {
    if (--open_images_ > 0) return;
    const std::string alternative = std::exchange(alternative_, {}).take();
    const std::string alt = alternative.empty() ? std::string() : fmt::format(" alt=\"{}\"", alternative);
    page_.close(fmt::format("<img{}{}>", image_, alt));
    head_has_words_ = true;
}

void PageRenderer::text(MD_TEXTTYPE type, std::string_view text) {
    check_size();
    const std::uint64_t origin = origin_of(text);
    last_origin_ = origin + text.size();
    if (row_begin_ == std::string_view::npos) row_begin_ = place_of(text).value_or(row_begin_);
    if (in_heading_ && type != MD_TEXT_NORMAL && type != MD_TEXT_HTML) heading_ += type == MD_TEXT_BR ? " " : text;
    if (open_images_ > 0) return alternative_text(type, text);
    if (type != MD_TEXT_SOFTBR) head_has_words_ = true;
    if (type != MD_TEXT_NORMAL) definitions_.write();
    switch (type) {
        case MD_TEXT_NORMAL:
            return plain_text(text, origin);
        case MD_TEXT_NULLCHAR:
            return page_.text("\uFFFD");
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR:
            return end_line(type);
        case MD_TEXT_ENTITY:
            return page_.markup(text, origin);
        case MD_TEXT_CODE:
            return in_code_ ? code_text(text, origin) : verbatim_text(text, origin);
        case MD_TEXT_LATEXMATH:
            if (formula_.empty()) formula_origin_ = origin;
            formula_ += text;
            return;
        case MD_TEXT_HTML:
            if (const auto place = place_of(text); in_html_ && place) {
                html_begin_ = std::min(html_begin_, *place);
                html_end_ = *place + text.size();
            }
            return in_html_ ? page_.markup(text, origin) : inline_html(text, origin);
    }
}

/// "[!NOTE]" in the first line makes a callout of a quotation, as on GitHub; words behind it are its title, as in
/// Obsidian. The size of the mark; 0 if there is none.
std::size_t PageRenderer::begin_callout(std::string_view text) {
    constexpr std::string_view start = "<blockquote><p>";
    const bool is_first =
        !quotes_.empty() && page_.size() == quotes_.back().begin + start.size() && page_.html().ends_with(start);
    const auto mark = is_first ? find_callout_mark(text) : std::nullopt;
    if (!mark) return 0;
    page_.cut(quotes_.back().begin);
    quotes_.back().tag = "aside";
    page_.open(fmt::format("<aside class=\"{}\">", mark->kind));
    definitions_.enter_paragraph();
    in_callout_title_ = mark->size < text.size();
    if (in_callout_title_) page_.open("<strong>");
    return mark->size;
}

void PageRenderer::end_line(MD_TEXTTYPE type) {
    if (in_callout_title_) return end_callout_title();
    if (type == MD_TEXT_BR) page_.close("<br>");
    page_.end_line();
    definitions_.end_line();
}

void PageRenderer::end_callout_title() {
    if (!std::exchange(in_callout_title_, false)) return;
    page_.close("</strong>");
    definitions_.leave_paragraph();
    definitions_.enter_paragraph();
}

void PageRenderer::plain_text(std::string_view text, std::uint64_t origin) {
    std::size_t written = begin_callout(text);
    written += definitions_.begin_definition(text.substr(written));
    definitions_.write();
    for (std::size_t at = text.find("[^", written); at != std::string_view::npos; at = text.find("[^", at + 1)) {
        const std::string_view label = reference_label(text.substr(at));
        const auto known = label.empty() ? labels_.end() : labels_.find(footnote_label(label));
        if (known == labels_.end()) continue;
        words(text.substr(written, at - written), origin + written);
        refer_to(known->second);
        written = at + label.size() + std::string_view("[^]").size();
    }
    words(text.substr(written), origin + written);
}

void PageRenderer::words(std::string_view text, std::uint64_t origin) {
    if (in_heading_) heading_ += text;
    page_.text(text, origin);
}

void PageRenderer::refer_to(std::size_t footnote) {
    if (!is_referred_to_[footnote]) references_.push_back(footnote);
    is_referred_to_[footnote] = true;
    page_.close(fmt::format("<a role=\"doc-noteref\" href=\"#{}{}\"></a>", footnote_id, footnote));
}

/// What would swallow what follows is text, as on GitHub.
void PageRenderer::inline_html(std::string_view html, std::uint64_t origin) {
    if (is_raw(tag_name(html, html.starts_with("</"))))
        page_.text(html, origin);
    else
        page_.markup(html, origin);
}

void PageRenderer::alternative_text(MD_TEXTTYPE type, std::string_view text) {
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        alternative_.text(" ");
    else if (type == MD_TEXT_ENTITY)
        alternative_.markup(text, 0);
    else if (type != MD_TEXT_HTML)
        alternative_.text(text);
}

}  // namespace offprint::markdown
