#include "blocks.hpp"

#include <algorithm>

#include "markup.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "run_properties.hpp"
#include "runs.hpp"
#include "styles.hpp"
#include "tables.hpp"
#include "title_block.hpp"

namespace offprint::docx {

namespace {

/// `scope` set in by `twips`, but never beyond the middle of the column.
Scope indented(const Scope& scope, int twips) {
    Scope inner = scope;
    inner.indent = std::min(scope.indent + twips, std::max(scope.width / 2, scope.indent));
    return inner;
}

Scope styled(const Scope& scope, const char* style) {
    Scope inner = indented(scope, indent_of(style));
    inner.style = style;
    return inner;
}

/// In a right-to-left paragraph Word takes "left" for the leading edge (ECMA-376 Part 1, 17.3.1.13), and the
/// leading edge is where text goes by itself.
const char* justification(const Scope& scope) {
    switch (scope.alignment) {
        case Alignment::unspecified:
            return nullptr;
        case Alignment::center:
            return "center";
        case Alignment::left:
            return scope.right_to_left ? "right" : nullptr;
        case Alignment::right:
            return scope.right_to_left ? nullptr : "right";
    }
    return nullptr;
}

bool stands_alone(const Inline& node) {
    const Math* math = std::get_if<Math>(&node);
    return math && math->display;
}

/// No words: the full stop behind a formula, say.
bool is_punctuation(const Inlines& inlines) {
    return std::all_of(inlines.begin(), inlines.end(), [](const Inline& node) {
        const Text* text = std::get_if<Text>(&node);
        return text && text->text.find_first_not_of(" .,;:!?") == std::string::npos;
    });
}

/// Without white space at the ends.
Inlines trimmed(Inlines inlines) {
    if (Text* first = std::get_if<Text>(&inlines.front())) first->text.erase(0, first->text.find_first_not_of(' '));
    if (Text* last = std::get_if<Text>(&inlines.back())) last->text.erase(last->text.find_last_not_of(' ') + 1);
    return inlines;
}

/// The parts of a paragraph around its displayed formulas, and these: only by themselves does Word display them, and
/// only then do other programs find all of the text.
std::vector<Inlines> parts_around_displays(const Inlines& inlines) {
    std::vector<Inlines> parts;
    bool begins = true;
    for (const Inline& node : inlines) {
        const bool alone = stands_alone(node);
        if (begins || alone) parts.emplace_back();
        parts.back().push_back(node);
        begins = alone;
    }
    std::vector<Inlines> joined;
    for (const Inlines& part : parts) {
        if (is_punctuation(part) && !joined.empty())
            joined.back().insert(joined.back().end(), part.begin(), part.end());
        else
            joined.push_back(part);
    }
    return joined;
}

bool contains_link(const Inlines& inlines) {
    bool found = false;
    walk(inlines, overloaded{[&](const Link&) { found = true; }, [](const auto&) {}});
    return found;
}

}  // namespace

void BlockWriter::write(const Blocks& blocks, pugi::xml_node parent, const Scope& scope) {
    for (const Block& block : blocks) {
        story_.shared.context.checkpoint();
        std::visit(overloaded{[&](const Paragraph& node) { write(node, parent, scope); },
                              [&](const Heading& node) { write(node, parent, scope); },
                              [&](const List& node) { write(node, parent, scope); },
                              [&](const DefinitionList& node) { write(node, parent, scope); },
                              [&](const CodeBlock& node) { write(node, parent, scope); },
                              [&](const Quote& node) { write(node, parent, scope); },
                              [&](const Figure& node) { write(node, parent, scope); },
                              [&](const Table& node) { write(node, parent, scope); },
                              [&](const Rule& node) { write(node, parent, scope); },
                              [&](const Group& node) { write(node, parent, scope); }},
                   block);
    }
}

void BlockWriter::write_note(const Note& note, pugi::xml_node parent, const Scope& scope) {
    const Scope inner = scope.inside(note);
    wait_for_paragraph(note.id());
    note_mark_waits_ = true;
    write(note.content, parent, inner);
    finish(parent, inner);
}

// ---------------------------------------------------------------- paragraphs

void BlockWriter::wait_for_paragraph(std::string_view id) {
    if (!id.empty()) waiting_ids_.emplace_back(id);
}

/// Items of one style have no gap between them; a nested list of the other style would have one on one side only.
void BlockWriter::close_gap_before(pugi::xml_node paragraph, const ItemLabel& label) {
    const bool is_nested_beside = last_item_ && last_item_.paragraph == paragraph.previous_sibling() &&
                                  last_item_.tight && label.tight && last_item_.ordered != label.ordered &&
                                  last_item_.level != label.level;
    if (is_nested_beside) {
        pugi::xml_node properties = last_item_.paragraph.child("w:pPr");
        pugi::xml_node next = properties.child("w:ind");
        if (!next) next = properties.child("w:jc");
        const pugi::xml_node spacing =
            next ? properties.insert_child_before("w:spacing", next) : properties.append_child("w:spacing");
        set(spacing, "w:after", "0");
    }
    last_item_ = {paragraph, label.level, label.ordered, label.tight};
}

void BlockWriter::append_paragraph_properties(pugi::xml_node paragraph, const char* style, const Scope& scope) {
    const pugi::xml_node properties = append(paragraph, "w:pPr");
    if (style) append_value(properties, "w:pStyle", style);
    if (page_break_waits_) append(properties, "w:pageBreakBefore");
    const ItemLabel* label = waiting_label_ ? &*waiting_label_ : nullptr;
    if (label) close_gap_before(paragraph, *label);
    const bool numbered = label && label->definition != 0;
    if (numbered) {
        const pugi::xml_node numbering = append(properties, "w:numPr");
        append_value(numbering, "w:ilvl", label->level);
        append_value(numbering, "w:numId", label->definition);
    }
    if (scope.right_to_left) append(properties, "w:bidi");
    const int usual_indent = numbered ? (label->level + 1) * list_indent : style ? indent_of(style) : 0;
    if (scope.indent != usual_indent || (label && !numbered)) {
        const pugi::xml_node indent = append(properties, "w:ind");
        set_number(indent, "w:left", scope.indent);
        if (label) set_number(indent, "w:hanging", std::min(list_indent, scope.indent));
    }
    if (label && !label->tight) append_value(properties, "w:contextualSpacing", "0");
    if (const char* value = justification(scope)) append_value(properties, "w:jc", value);
    if (!properties.first_child()) paragraph.remove_child(properties);
    page_break_waits_ = false;
}

void BlockWriter::append_waiting(pugi::xml_node paragraph, const Scope& scope) {
    for (const std::string& id : waiting_ids_) story_.shared.bookmarks.append_point(paragraph, id);
    waiting_ids_.clear();
    if (note_mark_waits_) {
        const pugi::xml_node run = append(paragraph, "w:r");
        append_value(append(run, "w:rPr"), "w:rStyle", style_id::footnote_reference);
        append(run, "w:footnoteRef");
        write_text(" ", paragraph, scope, story_);
        note_mark_waits_ = false;
    }
    if (waiting_label_) {
        if (waiting_label_->definition == 0) write_text(waiting_label_->text + "\t", paragraph, scope, story_);
        if (!waiting_label_->box.empty()) write_text(waiting_label_->box, paragraph, scope, story_);
        waiting_label_.reset();
    }
}

pugi::xml_node BlockWriter::open_paragraph(pugi::xml_node parent, const char* style, const Scope& scope) {
    const pugi::xml_node paragraph = append(parent, "w:p");
    append_paragraph_properties(paragraph, style, scope);
    append_waiting(paragraph, scope);
    return paragraph;
}

void BlockWriter::write_paragraph(const Inlines& inlines, pugi::xml_node parent, const char* style,
                                  const Scope& scope) {
    if (shows_something(inlines, story_.shared.document))
        return write_inlines(inlines, open_paragraph(parent, style, scope), scope, story_);
    // What leads there leads to what comes next.
    walk(inlines, [this](const auto& node) { wait_for_paragraph(node.id()); });
}

void BlockWriter::write_heading(const Inlines& inlines, int level, pugi::xml_node parent, const Scope& scope) {
    if (!shows_something(inlines, story_.shared.document)) return write_paragraph(inlines, parent, nullptr, scope);
    heading_level_ = std::clamp(level, 1, std::min(heading_level_ + 1, 9));
    Scope inner = scope;
    inner.bold_paragraph = true;
    write_paragraph(inlines, parent, style_id::heading(heading_level_).c_str(), inner);
}

void BlockWriter::flush_label(pugi::xml_node parent, const Scope& scope) {
    if (waiting_label_)
        open_paragraph(parent, waiting_label_->ordered ? style_id::list_number : style_id::list_bullet, scope);
    if (note_mark_waits_) open_paragraph(parent, style_id::footnote_text, scope);
}

void BlockWriter::finish(pugi::xml_node parent, const Scope& scope) {
    flush_label(parent, scope);
    pugi::xml_node last = parent.last_child();
    if (!last || std::string_view(last.name()) != "w:p") last = open_paragraph(parent, scope.style, scope);
    append_waiting(last, scope);
    page_break_waits_ = false;
}

// ---------------------------------------------------------------- one function a kind

void BlockWriter::write(const Paragraph& node, pugi::xml_node parent, const Scope& scope) {
    wait_for_paragraph(node.id());
    const Scope inner = scope.inside(node);
    const auto write_part = [&](const Inlines& part) {
        const char* style = scope.style;
        if (waiting_label_) style = waiting_label_->ordered ? style_id::list_number : style_id::list_bullet;
        write_paragraph(part, parent, style, inner);
    };
    if (std::none_of(node.content.begin(), node.content.end(), stands_alone)) return write_part(node.content);
    for (const Inlines& part : parts_around_displays(node.content)) write_part(trimmed(part));
}

void BlockWriter::write(const Heading& node, pugi::xml_node parent, const Scope& scope) {
    if (shows_something(node.content, story_.shared.document)) flush_label(parent, scope);
    wait_for_paragraph(node.id());
    write_heading(node.content, node.level + scope.heading_shift, parent, scope.inside(node));
}

BlockWriter::ItemLabel BlockWriter::label_of(const List& list, std::size_t index, std::int64_t value, int& definition,
                                             int level) {
    const ListItem& item = list.items[index];
    ListNumbering& numbering = story_.shared.numbering;
    ItemLabel label;
    label.level = level;
    label.ordered = list.ordered;
    label.tight = list.tight;
    if (item.checked) label.box = std::string(*item.checked ? "☒" : "☐") + (list.ordered ? " " : "\t");
    if (!list.ordered) {
        label.definition = item.checked ? numbering.tasks() : numbering.bullets();
        return label;
    }
    // Word only counts up: another number than the next takes a definition of its own.
    if (index == 0 || item.value)
        definition = list.reversed ? 0 : numbering.ordered(level, value, list.numbering).value_or(0);
    label.definition = definition;
    if (definition == 0) label.text = format_number(value, list.numbering) + ".";
    return label;
}

void BlockWriter::write(const List& node, pugi::xml_node parent, const Scope& scope) {
    flush_label(parent, scope);
    wait_for_paragraph(node.id());
    const int level = std::min(scope.list_level, ListNumbering::levels - 1);
    Scope inner = indented(scope.inside(node), list_indent);
    inner.style = style_id::list_continue;
    inner.list_level = scope.list_level + 1;
    std::int64_t value = node.start;
    int definition = 0;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const ListItem& item = node.items[i];
        story_.shared.context.checkpoint();
        if (item.value) value = *item.value;
        const Scope item_scope = inner.inside(item);
        waiting_label_ = label_of(node, i, value, definition, level);
        wait_for_paragraph(item.id());
        write(item.content, parent, item_scope);
        flush_label(parent, item_scope);
        value += node.reversed ? -1 : 1;
    }
}

void BlockWriter::write(const DefinitionList& node, pugi::xml_node parent, const Scope& scope) {
    flush_label(parent, scope);
    wait_for_paragraph(node.id());
    const Scope inner = scope.inside(node);
    for (const DefinitionItem& item : node.items) {
        wait_for_paragraph(item.id());
        for (const DefinitionTerm& term : item.terms) {
            wait_for_paragraph(term.id());
            Scope term_scope = inner.inside(item).inside(term);
            term_scope.bold_paragraph = true;
            write_paragraph(term.content, parent, style_id::definition_term, term_scope);
        }
        for (const DefinitionDescription& description : item.descriptions) {
            wait_for_paragraph(description.id());
            write(description.content, parent, styled(inner.inside(item).inside(description), style_id::definition));
        }
    }
}

void BlockWriter::write(const CodeBlock& node, pugi::xml_node parent, const Scope& scope) {
    flush_label(parent, scope);
    wait_for_paragraph(node.id());
    if (node.text.empty()) return;
    Scope inner = scope;
    inner.right_to_left = false;  // program text runs left to right in every language
    inner.alignment = Alignment::unspecified;
    append_run_text(append(open_paragraph(parent, style_id::source_code, inner), "w:r"), node.text);
}

void BlockWriter::write(const Quote& node, pugi::xml_node parent, const Scope& scope) {
    flush_label(parent, scope);
    wait_for_paragraph(node.id());
    const Scope inner = styled(scope.inside(node), style_id::quote);
    write(node.content, parent, inner);
    write_attribution(node, parent, inner);
}

void BlockWriter::write_attribution(const Quote& node, pugi::xml_node parent, const Scope& scope) {
    const bool linked = is_safe_link(node.cite);
    if (node.attribution.empty()) {
        if (!node.cite.empty())
            story_.shared.context.report(Severity::info, "docx.quote-source-dropped",
                                         "the address of a quotation's source has no place without an attribution",
                                         node.range);
        return;
    }
    const pugi::xml_node paragraph = open_paragraph(parent, style_id::quote_source, scope);
    write_text("— ", paragraph, scope, story_);
    if (!linked || contains_link(node.attribution)) return write_inlines(node.attribution, paragraph, scope, story_);
    const pugi::xml_node link = append_link(node.cite, {}, paragraph, node.range, story_);
    Scope inner = scope;
    inner.in_link = link != paragraph;
    if (inner.in_link) inner.traits |= link_trait;
    write_inlines(node.attribution, link, inner, story_);
}

void BlockWriter::write(const Figure& node, pugi::xml_node parent, const Scope& scope) {
    wait_for_paragraph(node.id());
    Scope inner = scope.inside(node);
    inner.style = style_id::figure;
    inner.caption = node.caption.empty() ? nullptr : &node.caption;
    write(node.content, parent, inner);
    inner.style = style_id::caption;
    write(node.caption, parent, inner);
}

void BlockWriter::write(const Table& node, pugi::xml_node parent, const Scope& scope) {
    flush_label(parent, scope);
    if (page_break_waits_) open_paragraph(parent, style_id::after_table, scope);
    wait_for_paragraph(node.id());
    write_table(node, parent, scope.inside(node), *this);
}

void BlockWriter::write(const Rule& node, pugi::xml_node parent, const Scope& scope) {
    flush_label(parent, scope);
    wait_for_paragraph(node.id());
    open_paragraph(parent, style_id::horizontal_rule, scope);
}

void BlockWriter::write(const Group& node, pugi::xml_node parent, const Scope& scope) {
    wait_for_paragraph(node.id());
    Scope inner = scope.inside(node);
    switch (node.kind) {
        case GroupKind::plain:
        case GroupKind::section:
            return write(node.content, parent, inner);
        case GroupKind::aside:
            return write(node.content, parent, styled(inner, style_id::aside));
        case GroupKind::verse:
            return write(node.content, parent, styled(inner, style_id::verse));
        case GroupKind::byline:
            return write(node.content, parent, styled(inner, style_id::author));
        case GroupKind::article:
            return write_article(node, parent, inner, *this);
    }
}

}  // namespace offprint::docx
