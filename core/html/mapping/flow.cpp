#include "html/mapping/flow.hpp"

#include <algorithm>
#include <iterator>

#include "html/dom/break_hints.hpp"
#include "html/dom/space.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::html {

namespace {

Inlines* content_of(Inline& inline_node) {
    if (auto* styled = std::get_if<Styled>(&inline_node)) return &styled->content;
    if (auto* link = std::get_if<Link>(&inline_node)) return &link->content;
    return nullptr;
}

Node& node_of(Inline& inline_node) {
    return std::visit([](auto& node) -> Node& { return node; }, inline_node);
}

Node& node_of(Block& block) {
    return std::visit([](auto& node) -> Node& { return node; }, block);
}

bool is_blank(const Inlines& inlines) {
    return std::all_of(inlines.begin(), inlines.end(), [](const Inline& inline_node) {
        const auto* text = std::get_if<Text>(&inline_node);
        return text != nullptr && text->text.find_first_not_of(' ') == std::string::npos;
    });
}

constexpr std::string_view no_break_space = "\u00A0";

void trim_end(std::string& text) {
    while (text.ends_with(' ') || text.ends_with(no_break_space))
        text.resize(text.size() - (text.ends_with(' ') ? 1 : no_break_space.size()));
}

/// Takes spaces and line breaks off the end.
void trim_end(Inlines& inlines) {
    while (!inlines.empty()) {
        Inline& last = inlines.back();
        if (auto* text = std::get_if<Text>(&last)) {
            trim_end(text->text);
            if (!text->text.empty()) return;
        } else if (Inlines* content = content_of(last)) {
            if (content->empty()) return;  // an anchor
            trim_end(*content);
            if (!content->empty()) return;
        } else if (!std::holds_alternative<LineBreak>(last)) {
            return;
        }
        inlines.pop_back();
    }
}

/// "[1]" in superscript around a note reference is the reference's own look: the writer's business.
void strip_note_marks(Inlines& content) {
    const bool has_note = std::any_of(content.begin(), content.end(), [](const Inline& inline_node) {
        return std::holds_alternative<NoteRef>(inline_node);
    });
    const bool only_marks = std::all_of(content.begin(), content.end(), [](const Inline& inline_node) {
        const auto* text = std::get_if<Text>(&inline_node);
        return std::holds_alternative<NoteRef>(inline_node) ||
               (text != nullptr && text->text.find_first_not_of("[](), ") == std::string::npos);
    });
    if (!has_note || !only_marks) return;
    content.erase(std::remove_if(content.begin(), content.end(),
                                 [](const Inline& inline_node) { return std::holds_alternative<Text>(inline_node); }),
                  content.end());
}

bool is_superscript_of_notes(const Inline& element, const Inlines& content) {
    const auto* styled = std::get_if<Styled>(&element);
    return styled != nullptr && styled->style == Style::superscript && !content.empty() &&
           std::all_of(content.begin(), content.end(),
                       [](const Inline& inline_node) { return std::holds_alternative<NoteRef>(inline_node); });
}

void append_all(Inlines& to, Inlines from) {
    for (Inline& inline_node : from) {
        if (auto* text = std::get_if<Text>(&inline_node); text != nullptr && !text->attributes)
            append_text(to, text->text, text->range);
        else
            to.push_back(std::move(inline_node));
    }
}

}  // namespace

Flow Flow::inside(const Flow& outer) {
    Flow flow;
    for (const Open& open : outer.open_) {
        flow.open_.push_back({open.element, {}});
        // The id belongs to the part outside.
        Node& node = node_of(flow.open_.back().element);
        if (node.attributes) node.attributes->id.clear();
    }
    flow.code_ = outer.code_;
    return flow;
}

void Flow::text(std::string_view text, SourceRange range) {
    while (keeps_line_ends_ && text.find('\n') != std::string_view::npos) {
        const std::size_t end = text.find('\n');
        collapsed_text(text.substr(0, end), range);
        line_break(range);
        text.remove_prefix(end + 1);
    }
    collapsed_text(text, range);
}

void Flow::collapsed_text(std::string_view text, SourceRange range) {
    std::string collapsed;
    collapsed.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t invisible = break_hint_length(text.substr(i), collapsed);
        if (invisible != 0) {
            i += invisible - 1;
        } else if (text.substr(i).starts_with(no_break_space)) {
            append_no_break_space(collapsed);
            ++i;
        } else if (!is_space(text[i])) {
            collapsed += text[i];
            after_space_ = false;
        } else if (!after_space_) {
            append_space(collapsed);
        }
    }
    if (collapsed.empty()) return;
    extend_range(range);
    if (code_ > 0)
        append_code(collapsed, range);
    else
        append_text(run(), collapsed, range);
}

/// A no-break space beside another space only moves things about, and so does one in code.
void Flow::append_no_break_space(std::string& collapsed) {
    if (code_ == 0 && !after_space_ && !collapsed.ends_with(no_break_space))
        collapsed += no_break_space;
    else if (!after_space_)
        append_space(collapsed);
}

void Flow::append_space(std::string& collapsed) {
    if (collapsed.ends_with(no_break_space)) collapsed.resize(collapsed.size() - no_break_space.size());
    collapsed += ' ';
    after_space_ = true;
}

void Flow::append_code(std::string_view text, SourceRange range) {
    Inlines& inlines = run();
    Code* last = inlines.empty() ? nullptr : std::get_if<Code>(&inlines.back());
    if (last != nullptr && !fresh_code_) {
        last->text += text;
        last->range.end = std::max(last->range.end, range.end);
        return;
    }
    fresh_code_ = false;
    Code code;
    code.text = text;
    code.range = range;
    inlines.emplace_back(std::move(code));
}

void Flow::atom(Inline inline_node) {
    extend_range(node_of(inline_node).range);
    run().push_back(std::move(inline_node));
    after_space_ = false;
}

void Flow::line_break(SourceRange range) {
    if (!started_) return;
    Inlines& inlines = run();
    if (auto* text = inlines.empty() ? nullptr : std::get_if<Text>(&inlines.back())) {
        trim_end(text->text);
        if (text->text.empty()) inlines.pop_back();
    }
    if (!inlines.empty() && std::holds_alternative<LineBreak>(inlines.back())) return end_paragraph();
    LineBreak node;
    node.range = range;
    inlines.emplace_back(std::move(node));
    after_space_ = true;
}

bool Flow::open(Inline element) {
    // What is open is repeated in every paragraph that a block starts: few, or the work would be quadratic.
    constexpr std::size_t most_open = 24;
    if (open_.size() >= most_open || is_open(element)) return false;
    open_.push_back({std::move(element), {}});
    return true;
}

bool Flow::is_open(const Inline& element) const {
    const auto* styled = std::get_if<Styled>(&element);
    const bool adds_up = styled != nullptr &&
                         (styled->style == Style::span || styled->style == Style::subscript ||
                          styled->style == Style::superscript || styled->style == Style::quote || styled->attributes);
    return !adds_up && std::any_of(open_.begin(), open_.end(), [&](const Open& open) {
        const auto* other = std::get_if<Styled>(&open.element);
        return open.element.index() == element.index() && (styled == nullptr || other->style == styled->style);
    });
}

void Flow::close() {
    Open closed = std::move(open_.back());
    open_.pop_back();
    strip_note_marks(closed.content);
    Inlines* content = content_of(closed.element);
    const bool dissolves = is_blank(closed.content) || is_superscript_of_notes(closed.element, closed.content);
    const Node& node = node_of(closed.element);
    if (dissolves && !node.id().empty()) {
        // An anchor: it stays as an empty span, before what it held.
        Styled anchor;
        anchor.attributes.ensure().id = node.id();
        run().emplace_back(std::move(anchor));
        started_ = true;
    }
    if (dissolves) return append_all(run(), std::move(closed.content));
    *content = std::move(closed.content);
    run().push_back(std::move(closed.element));
}

void Flow::open_code() {
    ++code_;
    fresh_code_ = true;
}

void Flow::close_code() {
    --code_;
}

void Flow::extend_range(SourceRange range) {
    started_ = true;
    if (fixed_range_ || !range.known()) return;
    if (!paragraph_range_.known()) paragraph_range_.begin = range.begin;
    paragraph_range_.end = std::max(paragraph_range_.end, range.end);
}

void Flow::begin_paragraph(Box<Attributes> attributes, SourceRange range) {
    end_paragraph();
    paragraph_attributes_ = std::move(attributes);
    paragraph_range_ = range;
    fixed_range_ = range.known();
}

void Flow::end_paragraph() {
    if (started_) {
        std::vector<Inline> reopened;
        for (const Open& open : open_) {
            reopened.push_back(open.element);
            if (Node& node = node_of(reopened.back()); node.attributes) node.attributes->id.clear();
        }
        while (!open_.empty()) close();
        for (Inline& element : reopened) open_.push_back({std::move(element), {}});
    }
    Inlines inlines = std::move(run_);
    run_.clear();
    trim_end(inlines);
    if (has_content(inlines)) {
        Paragraph paragraph;
        paragraph.attributes = std::move(paragraph_attributes_);
        paragraph.range = paragraph_range_;
        paragraph.content = std::move(inlines);
        push(std::move(paragraph));
    } else {
        if (paragraph_attributes_ && !paragraph_attributes_->id.empty())
            pending_ids_.push_back(paragraph_attributes_->id);
        for (Inline& anchor : inlines)
            if (Node& node = node_of(anchor); !node.id().empty()) pending_ids_.emplace_back(node.id());
    }
    paragraph_attributes_.reset();
    paragraph_range_ = {};
    fixed_range_ = false;
    started_ = false;
    after_space_ = true;
}

void Flow::block(Block block) {
    end_paragraph();
    push(std::move(block));
}

void Flow::push(Block block) {
    Node& node = node_of(block);
    if (!pending_ids_.empty() && node.id().empty()) {
        node.attributes.ensure().id = std::move(pending_ids_.front());
        pending_ids_.clear();
    }
    blocks_.push_back(std::move(block));
}

Blocks Flow::finish() {
    end_paragraph();
    return std::move(blocks_);
}

Inlines take_leading_inlines(Blocks& blocks) {
    Inlines result;
    std::size_t taken = 0;
    for (; taken < blocks.size(); ++taken) {
        auto* paragraph = std::get_if<Paragraph>(&blocks[taken]);
        if (paragraph == nullptr) break;
        if (!result.empty()) result.emplace_back(LineBreak());
        std::move(paragraph->content.begin(), paragraph->content.end(), std::back_inserter(result));
    }
    blocks.erase(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(taken));
    return result;
}

Inlines without_leading_dash(Inlines attribution) {
    Text* text = attribution.empty() ? nullptr : std::get_if<Text>(&attribution.front());
    if (text == nullptr) return attribution;
    std::string_view rest = trim(text->text);
    for (const std::string_view dash : {"\u2014", "\u2015", "\u2013", "-"}) {
        if (!rest.starts_with(dash)) continue;
        rest.remove_prefix(dash.size());
        for (std::string_view space : {no_break_space, std::string_view("\u2009"), std::string_view("\u200A")})
            if (rest.starts_with(space)) rest.remove_prefix(space.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        // What follows in an element of its own still needs its space.
        const bool keeps_space = text->text.ends_with(' ') && !rest.empty();
        text->text = std::string(rest) + (keeps_space ? " " : "");
        break;
    }
    if (text->text.empty()) attribution.erase(attribution.begin());
    return attribution;
}

bool has_content(const Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(), [](const Inline& inline_node) {
        return std::visit(overloaded{
                              [](const Text& text) { return !is_invisible(text.text); },
                              [](const Styled& styled) { return has_content(styled.content); },
                              [](const Link& link) { return has_content(link.content); },
                              [](const Code& code) { return !trim(code.text).empty(); },
                              [](const LineBreak&) { return false; },
                              [](const Image&) { return true; },
                              [](const NoteRef&) { return true; },
                              [](const Math&) { return true; },
                              [](const Ruby&) { return true; },
                          },
                          inline_node);
    });
}

}  // namespace offprint::html
