#include "reader/block_builder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "offprint/limits.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::docx::reader {

namespace {

/// Twips that an indent may miss what it stands below by.
constexpr int tolerance = 90;

/// What our writer sets quotations, asides and descriptions in by; those that begin with something set in further show
/// as gaps.
constexpr int quote_step = 567;
constexpr int aside_step = 227;
constexpr int description_step = 510;

void give(Node& node, Attributes attributes) {
    if (!attributes.empty()) node.attributes = std::move(attributes);
}

Paragraph paragraph_of(FlowParagraph&& from) {
    Paragraph paragraph;
    paragraph.content = std::move(from.content);
    give(paragraph, std::move(from.attributes));
    return paragraph;
}

bool is_picture(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr || paragraph->content.empty()) return false;
    bool has_picture = false;
    bool has_words = false;
    walk(paragraph->content, overloaded{[&](const Image&) { has_picture = true; },
                                        [&](const Text& text) { has_words = has_words || !trim(text.text).empty(); },
                                        [&](const NoteRef&) { has_words = true; }, [](const auto&) {}});
    return has_picture && !has_words;
}

/// Takes "— " off the beginning.
void remove_dash(Inlines& inlines) {
    if (inlines.empty()) return;
    auto* text = std::get_if<Text>(&inlines.front());
    if (text == nullptr) return;
    for (const std::string_view dash : {"— ", "—", "– "}) {
        if (!text->text.starts_with(dash)) continue;
        text->text.erase(0, dash.size());
        if (text->text.empty()) inlines.erase(inlines.begin());
        return;
    }
}

GroupKind group_kind(bool is_aside, bool is_verse) {
    return is_aside ? GroupKind::aside : is_verse ? GroupKind::verse : GroupKind::byline;
}

}  // namespace

BlockBuilder::BlockBuilder(bool is_literal) : is_literal_(is_literal) {
    frames_.emplace_back();
}

bool BlockBuilder::empty() const {
    return frames_.size() == 1 && frames_.front().content.empty();
}

Blocks BlockBuilder::finish() {
    while (frames_.size() > 1) close_one();
    last_ = {};
    return std::exchange(frames_.front().content, {});
}

// ---------------------------------------------------------------- what is in what

BlockBuilder::Kind BlockBuilder::kind_of(const FlowParagraph& paragraph) {
    if (paragraph.label) return Kind::list;
    switch (paragraph.role) {
        case ParagraphRole::quote:
        case ParagraphRole::quote_source:
            return Kind::quote;
        case ParagraphRole::aside:
            return Kind::aside;
        case ParagraphRole::verse:
            return Kind::verse;
        case ParagraphRole::author:
            return Kind::byline;
        case ParagraphRole::definition:
        case ParagraphRole::definition_term:
            return Kind::definitions;
        default:
            return Kind::root;
    }
}

/// The indent of the deepest list whose items' text stands at `indent`; 0 for none.
int BlockBuilder::base_at(int indent) const {
    if (is_literal_) return indent;
    int base = 0;
    if (indent > 0)
        for (const Frame& frame : frames_)
            if (frame.kind == Kind::list && frame.indent <= indent + tolerance) base = frame.indent;
    return base;
}

int BlockBuilder::base_of(const FlowParagraph& paragraph) const {
    const auto list_below = [&](int level, bool inclusive) {
        int base = 0;
        for (const Frame& frame : frames_)
            if (frame.kind == Kind::list && (frame.label.level < level || (inclusive && frame.label.level == level)))
                base = frame.indent;
        return base;
    };
    if (is_literal_) {
        if (paragraph.role == ParagraphRole::list_continue) return paragraph.indent;
        return paragraph.indent - paragraph.own_indent;
    }
    if (paragraph.label) return list_below(paragraph.label->level, false);
    if (paragraph.continued_level) return list_below(*paragraph.continued_level, true);
    if (paragraph.role == ParagraphRole::heading) return 0;
    if (paragraph.role == ParagraphRole::list_continue) {
        const int base = base_at(paragraph.indent);
        return base != 0 ? base : list_below(ListLabels::level_count, true);
    }
    return base_at(paragraph.indent - (kind_of(paragraph) == Kind::root ? 0 : paragraph.own_indent));
}

bool BlockBuilder::goes_on(const Frame& frame, const FlowParagraph& paragraph, Kind kind, int base) const {
    if (frame.kind != kind || kind == Kind::root || frame.base != base) return false;
    if (kind != Kind::list) return true;
    const ListLabel& last = frame.label;
    const ListLabel& next = *paragraph.label;
    if (last.level != next.level || last.is_ordered != next.is_ordered) return false;
    if (is_literal_ && frame.list.tight != paragraph.is_tight) return false;
    if (!next.is_ordered || last.definition == next.definition) return true;
    return last.sequence == next.sequence && last.numbering == next.numbering && next.value == last.value + 1;
}

void BlockBuilder::open(Kind kind, int base, const FlowParagraph& paragraph) {
    Frame frame;
    frame.kind = kind;
    frame.base = base;
    frame.indent = base + (is_literal_ ? std::max(paragraph.indent - base, 1) : 1);
    if (kind == Kind::list && !is_literal_) frame.indent = std::max(base + 1, paragraph.indent);
    frames_.push_back(std::move(frame));
    last_ = {};
}

Blocks& BlockBuilder::target() {
    Frame& frame = frames_.back();
    if (frame.kind == Kind::list) return frame.list.items.back().content;
    if (frame.kind != Kind::definitions) return frame.content;
    std::vector<DefinitionDescription>& descriptions = frame.definitions.items.back().descriptions;
    if (descriptions.empty()) descriptions.emplace_back();
    return descriptions.back().content;
}

void BlockBuilder::close_one() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    last_ = {};
    Blocks& out = target();
    switch (frame.kind) {
        case Kind::root:
            return;
        case Kind::list:
            out.emplace_back(std::move(frame.list));
            return;
        case Kind::definitions:
            out.emplace_back(std::move(frame.definitions));
            return;
        case Kind::quote: {
            Quote quote;
            quote.content = std::move(frame.content);
            out.emplace_back(std::move(quote));
            return;
        }
        case Kind::aside:
        case Kind::verse:
        case Kind::byline: {
            Group group;
            group.kind = group_kind(frame.kind == Kind::aside, frame.kind == Kind::verse);
            group.content = std::move(frame.content);
            out.emplace_back(std::move(group));
            return;
        }
    }
}

/// True if the last of the definitions at hand has terms and no description yet.
bool BlockBuilder::awaits_description() const {
    const Frame& frame = frames_.back();
    return frame.kind == Kind::definitions && !frame.definitions.items.empty() &&
           frame.definitions.items.back().descriptions.empty();
}

/// A quotation, an aside or a description that begins with something set in further shows only as a gap.
void BlockBuilder::fill_gap(int base) {
    if (!is_literal_) return;
    if (awaits_description()) {
        if (base - frames_.back().base >= description_step)
            frames_.back().indent = frames_.back().base + description_step;
        else
            close_one();
    }
    const auto fill = [&](Kind kind, int step) {
        while (frames_.size() < static_cast<std::size_t>(Limits::depth) && base - frames_.back().indent >= step) {
            FlowParagraph filling;
            filling.indent = frames_.back().indent + step;
            open(kind, frames_.back().indent, filling);
        }
    };
    fill(Kind::quote, quote_step);
    fill(Kind::aside, aside_step);
}

void BlockBuilder::add(FlowParagraph paragraph) {
    const Kind kind = kind_of(paragraph);
    const int base = base_of(paragraph);
    while (frames_.size() > 1 && frames_.back().indent > base && !goes_on(frames_.back(), paragraph, kind, base))
        close_one();
    if (kind == Kind::root) {
        fill_gap(base);
        return append(std::move(paragraph));
    }
    if (!goes_on(frames_.back(), paragraph, kind, base)) {
        fill_gap(base);
        open(kind, base, paragraph);
    }
    if (kind == Kind::list) return add_item(paragraph);
    if (kind == Kind::definitions) return add_definition_part(paragraph);
    if (paragraph.role == ParagraphRole::quote_source) return end_quote(paragraph);
    append(std::move(paragraph));
}

void BlockBuilder::add(Block block, int indent) {
    const int base = base_at(indent);
    while (frames_.size() > 1 && frames_.back().indent > base) close_one();
    fill_gap(base);
    target().push_back(std::move(block));
    last_ = {};
}

// ---------------------------------------------------------------- items, definitions, quotations

void BlockBuilder::add_item(FlowParagraph& paragraph) {
    Frame& frame = frames_.back();
    const ListLabel label = *paragraph.label;
    List& list = frame.list;
    ListItem item;
    item.checked = paragraph.checked;
    if (list.items.empty()) {
        list.ordered = label.is_ordered;
        list.numbering = label.numbering;
        if (label.is_ordered) list.start = label.value;
        list.tight = paragraph.is_tight;
    } else if (label.is_ordered) {
        list.tight = list.tight && paragraph.is_tight;
        if (list.items.size() == 1 && label.value == frame.label.value - 1) list.reversed = true;
        if (label.value != frame.label.value + (list.reversed ? -1 : 1)) item.value = label.value;
    } else {
        list.tight = list.tight && paragraph.is_tight;
    }
    list.items.push_back(std::move(item));
    frame.label = label;
    paragraph.label.reset();
    last_ = {};
    const bool is_empty = paragraph.content.empty() && paragraph.code.empty();
    if (is_empty)
        give(list.items.back(), std::move(paragraph.attributes));
    else
        append(std::move(paragraph));
}

void BlockBuilder::add_definition_part(FlowParagraph& paragraph) {
    std::vector<DefinitionItem>& items = frames_.back().definitions.items;
    if (paragraph.role == ParagraphRole::definition_term) {
        if (items.empty() || !items.back().descriptions.empty()) items.emplace_back();
        DefinitionTerm term;
        term.content = std::move(paragraph.content);
        give(term, std::move(paragraph.attributes));
        items.back().terms.push_back(std::move(term));
        return;
    }
    if (items.empty()) items.emplace_back();
    if (is_literal_) frames_.back().indent = paragraph.indent;
    append(std::move(paragraph));
}

void BlockBuilder::end_quote(FlowParagraph& paragraph) {
    remove_dash(paragraph.content);
    close_one();
    if (Quote* quote = target().empty() ? nullptr : std::get_if<Quote>(&target().back()))
        quote->attribution = std::move(paragraph.content);
}

// ---------------------------------------------------------------- single blocks

void BlockBuilder::append(FlowParagraph&& paragraph) {
    switch (paragraph.role) {
        case ParagraphRole::code:
            return append_code(std::move(paragraph));
        case ParagraphRole::caption:
        case ParagraphRole::table_caption:
            return append_caption(std::move(paragraph));
        case ParagraphRole::figure:
            return append_picture(std::move(paragraph));
        case ParagraphRole::heading: {
            Heading heading;
            heading.level = paragraph.heading_level;
            heading.content = std::move(paragraph.content);
            give(heading, std::move(paragraph.attributes));
            target().emplace_back(std::move(heading));
            break;
        }
        case ParagraphRole::rule: {
            Rule rule;
            give(rule, std::move(paragraph.attributes));
            target().emplace_back(std::move(rule));
            break;
        }
        default:
            if (paragraph.content.empty()) return;
            if (last_.captions > 0 && paragraph.is_picture) return append_picture(std::move(paragraph));
            target().emplace_back(paragraph_of(std::move(paragraph)));
            break;
    }
    last_ = {};
}

/// A paragraph a line is how Word's own style for code is used; one with line breaks in it is the whole.
void BlockBuilder::append_code(FlowParagraph&& paragraph) {
    Blocks& out = target();
    CodeBlock* const before = out.empty() || is_literal_ ? nullptr : std::get_if<CodeBlock>(&out.back());
    const bool is_line = paragraph.code.find('\n') == std::string::npos;
    if (before != nullptr && is_line && (last_.is_line_by_line || before->text.find('\n') == std::string::npos)) {
        before->text += '\n' + paragraph.code;
        last_ = {};
        last_.is_line_by_line = true;
        return;
    }
    if (paragraph.code.empty()) return;
    CodeBlock code;
    code.text = std::move(paragraph.code);
    give(code, std::move(paragraph.attributes));
    out.emplace_back(std::move(code));
    last_ = {};
}

void BlockBuilder::append_picture(FlowParagraph&& paragraph) {
    if (paragraph.content.empty()) return;
    Blocks& out = target();
    const bool joins = is_literal_ && last_.has_open_figure && std::get<Figure>(out.back()).caption.empty();
    if (joins) {
        std::get<Figure>(out.back()).content.emplace_back(paragraph_of(std::move(paragraph)));
        return;
    }
    Figure figure;
    if (!is_literal_) figure.caption = take_captions(out, {});
    figure.content.emplace_back(paragraph_of(std::move(paragraph)));
    const bool is_complete = !figure.caption.empty();
    out.emplace_back(std::move(figure));
    last_ = {};
    last_.has_open_figure = !is_complete;
}

/// A caption belongs to what stands above it, where that has none, else to what comes below.
void BlockBuilder::append_caption(FlowParagraph&& paragraph) {
    if (paragraph.content.empty()) return;
    const bool is_of_table = paragraph.role == ParagraphRole::table_caption;
    Blocks& out = target();
    Block caption = paragraph_of(std::move(paragraph));
    Block* const above = out.empty() || last_.captions > 0 ? nullptr : &out.back();
    if (above != nullptr && last_.has_open_figure && !is_of_table) {
        std::get<Figure>(*above).caption.push_back(std::move(caption));
        return;
    }
    auto* const table = above != nullptr && !is_literal_ ? std::get_if<Table>(above) : nullptr;
    if (table != nullptr && table->caption.empty()) {
        table->caption.push_back(std::move(caption));
        last_ = {};
        last_.has_caption_below = true;
        return;
    }
    const bool is_framed = above != nullptr && is_literal_ &&
                           (std::holds_alternative<Table>(*above) || std::holds_alternative<CodeBlock>(*above));
    if (above != nullptr && !is_of_table && (is_framed || is_picture(*above))) {
        Figure figure;
        figure.content.push_back(std::move(*above));
        figure.caption.push_back(std::move(caption));
        *above = std::move(figure);
        last_ = {};
        last_.has_open_figure = last_.is_wrapped = true;
        return;
    }
    if (is_literal_) {  // of a figure that has lost its picture, unless a table comes that claims it
        Figure figure;
        figure.caption.push_back(std::move(caption));
        out.emplace_back(std::move(figure));
        last_ = {};
        last_.has_open_figure = last_.is_wrapped = true;
        return;
    }
    out.push_back(std::move(caption));
    const std::size_t before = is_of_table == last_.are_of_table ? last_.captions : 0;
    last_ = {};
    last_.captions = before + 1;
    last_.are_of_table = is_of_table;
}

/// The captions at the end of `out` that are those of what comes; if `caption` says how they read, only these.
Blocks BlockBuilder::take_captions(Blocks& out, std::string_view caption) {
    Blocks* from = &out;
    std::size_t most = last_.captions;
    if (last_.has_open_figure && is_literal_) {
        from = &std::get<Figure>(out.back()).caption;
        most = from->size();
    }
    Blocks taken;
    for (std::size_t count = 1; count <= most; ++count) {
        const auto first = from->end() - static_cast<std::ptrdiff_t>(count);
        const bool is_all = is_literal_ ? plain_text(Blocks(first, from->end())) == caption : count == most;
        if (!is_all) continue;
        taken.assign(std::make_move_iterator(first), std::make_move_iterator(from->end()));
        from->erase(first, from->end());
        break;
    }
    if (from != &out && from->empty() && last_.is_wrapped) {
        Blocks content = std::move(std::get<Figure>(out.back()).content);
        out.pop_back();
        std::move(content.begin(), content.end(), std::back_inserter(out));
    }
    return taken;
}

void BlockBuilder::add_table(Table table, int indent, std::string_view caption) {
    const int base = base_at(indent);
    while (frames_.size() > 1 && frames_.back().indent > base) close_one();
    fill_gap(base);
    Blocks& out = target();
    if (!is_literal_ || !caption.empty()) table.caption = take_captions(out, caption);
    if (table.caption.empty() && last_.has_caption_below)
        table.caption = std::exchange(std::get<Table>(out.back()).caption, {});
    if (table.caption.empty() && !is_literal_ && !caption.empty()) {
        Paragraph paragraph;
        paragraph.content = {Text(std::string(caption))};
        table.caption.emplace_back(std::move(paragraph));
    }
    out.emplace_back(std::move(table));
    last_ = {};
}

}  // namespace offprint::docx::reader
