#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "names.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"
#include "reader/content_reader.hpp"
#include "reader/surroundings.hpp"

namespace offprint::pandoc {

namespace {

/// Takes the last of `blocks` that has the class out: what is in it.
std::optional<Blocks> take_marked(Blocks& blocks, std::string_view name) {
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
        auto& node = std::visit([](auto& alternative) -> Node& { return alternative; }, *block);
        if (!node.attributes || !take_class(*node.attributes, name)) continue;
        if (node.attributes->empty()) node.attributes.reset();
        Blocks content;
        Group* group = std::get_if<Group>(&*block);
        if (group != nullptr && group->kind == GroupKind::plain && !group->attributes)
            content = std::move(group->content);
        else
            content.push_back(std::move(*block));
        blocks.erase(std::next(block).base());
        return content;
    }
    return std::nullopt;
}

/// Takes `mark` and a space behind it from the beginning of the text; false if that does not begin with it.
bool take_mark(Inlines& inlines, std::string_view mark) {
    Text* text = inlines.empty() ? nullptr : std::get_if<Text>(&inlines.front());
    if (text == nullptr || !text->text.starts_with(mark)) return false;
    const bool is_alone = text->text.size() == mark.size();
    if (!is_alone && text->text[mark.size()] != ' ') return false;
    text->text.erase(0, mark.size() + (is_alone ? 0 : 1));
    if (text->text.empty()) inlines.erase(inlines.begin());
    return true;
}

/// The box of a task at the beginning of an item, taken out.
std::optional<bool> take_box(Blocks& content) {
    Paragraph* first = content.empty() ? nullptr : std::get_if<Paragraph>(&content.front());
    if (first == nullptr) return std::nullopt;
    const bool is_open = take_mark(first->content, open_box);
    if (!is_open && !take_mark(first->content, checked_box)) return std::nullopt;
    if (first->content.empty() && !first->attributes) content.erase(content.begin());
    return !is_open;
}

/// Space at the ends of a paragraph is none.
void trim_ends(Inlines& inlines) {
    if (inlines.empty()) return;
    if (Text* text = std::get_if<Text>(&inlines.front())) text->text.erase(0, text->text.find_first_not_of(' '));
    if (Text* text = std::get_if<Text>(&inlines.back())) text->text.resize(text->text.find_last_not_of(' ') + 1);
    std::erase_if(inlines, [](const Inline& node) {
        const Text* text = std::get_if<Text>(&node);
        return text != nullptr && text->text.empty() && !text->attributes;
    });
}

/// Words of who said something without the dash before them.
Inlines attribution_of(Blocks blocks) {
    Inlines words;
    for (Block& block : blocks) {
        Paragraph* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph == nullptr) continue;
        if (!words.empty()) words.emplace_back(LineBreak{});
        std::ranges::move(paragraph->content, std::back_inserter(words));
    }
    take_mark(words, "\u2014");
    return words;
}

/// The programming language among the classes of code, taken out. Of others than the first, no writer would think.
std::string take_language(Attributes& attributes) {
    constexpr std::string_view others[] = {"numberLines", "number-lines", "lineAnchors", "line-anchors", "sourceCode"};
    if (attributes.classes.empty() || std::ranges::find(others, attributes.classes.front()) != std::end(others))
        return {};
    std::string language = std::move(attributes.classes.front());
    attributes.classes.erase(attributes.classes.begin());
    return language;
}

}  // namespace

// ---------------------------------------------------------------- lists of blocks

Blocks ContentReader::read_blocks() {
    Blocks blocks;
    read_blocks(blocks);
    return blocks;
}

ContentReader::Opening ContentReader::read_blocks(Blocks& to) {
    Opening opening = Opening::other;
    bool is_first = true;
    ast_.read_list([&] {
        const Opening own = read_block(to);
        if (std::exchange(is_first, false)) opening = own;
    });
    return opening;
}

ContentReader::Opening ContentReader::read_block(Blocks& to) {
    context_.checkpoint();
    context_.count_nodes(1);
    const std::size_t begin = input_.offset();
    const std::size_t first = to.size();
    Opening opening = Opening::other;
    ast_.read_element([&](std::string_view type) { opening = read_block(type, to); });
    for (std::size_t i = first; i < to.size(); ++i)
        std::visit(
            [&](auto& node) {
                if (!node.range.known()) node.range = {begin, input_.end()};
            },
            to[i]);
    return opening;
}

ContentReader::Opening ContentReader::read_block(std::string_view type, Blocks& to) {
    const std::size_t begin = input_.offset();
    const std::size_t before = to.size();
    if (type == "Div") return read_div(to);
    if (type == "Para" || type == "Plain")
        read_paragraph(to);
    else if (type == "Header")
        read_heading(to);
    else if (type == "BulletList")
        read_items(std::get<List>(to.emplace_back(List{})));
    else if (type == "OrderedList")
        read_ordered_list(to);
    else if (type == "DefinitionList")
        read_definition_list(to);
    else if (type == "BlockQuote")
        read_quote(to);
    else if (type == "CodeBlock")
        read_code_block(to);
    else if (type == "LineBlock")
        read_line_block(to);
    else if (type == "Table")
        read_table(to);
    else if (type == "Figure")
        read_figure(to);
    else if (type == "HorizontalRule")
        to.emplace_back(Rule{});
    else if (type == "RawBlock")
        read_raw();
    else if (type != "Null")
        input_.fail(fmt::format("'{}' is no block of pandoc's", utf8_prefix(type, 80)), begin);
    const bool is_loose = type == "Para" && to.size() > before && std::holds_alternative<Paragraph>(to.back());
    return is_loose ? Opening::loose_paragraph : Opening::other;
}

// ---------------------------------------------------------------- blocks

/// Up to API 1.22, an image alone whose title has a mark is a figure.
void ContentReader::read_paragraph(Blocks& to) {
    figure_caption_.reset();
    Paragraph paragraph;
    paragraph.content = read_inlines();
    trim_ends(paragraph.content);
    if (paragraph.content.empty()) return;
    Image* image = paragraph.content.size() == 1 ? std::get_if<Image>(&paragraph.content.front()) : nullptr;
    if (image == nullptr || !figure_caption_) return void(to.emplace_back(std::move(paragraph)));
    Figure figure;
    figure.attributes = std::exchange(image->attributes, {});
    Paragraph caption;
    caption.content = std::move(*figure_caption_);
    if (!caption.content.empty()) figure.caption.emplace_back(std::move(caption));
    figure.content.emplace_back(std::move(paragraph));
    to.emplace_back(std::move(figure));
}

/// An empty line parts stanzas.
void ContentReader::read_line_block(Blocks& to) {
    Group verse;
    verse.kind = GroupKind::verse;
    bool is_new_stanza = true;
    ast_.read_list([&] {
        Inlines line = read_inlines();
        if (line.empty()) {
            is_new_stanza = true;
            return;
        }
        if (std::exchange(is_new_stanza, false))
            verse.content.emplace_back(Paragraph{});
        else
            std::get<Paragraph>(verse.content.back()).content.emplace_back(LineBreak{});
        std::ranges::move(line, std::back_inserter(std::get<Paragraph>(verse.content.back()).content));
    });
    if (!verse.content.empty()) to.emplace_back(std::move(verse));
}

void ContentReader::read_code_block(Blocks& to) {
    CodeBlock code;
    ast_.read_tuple(
        [&] {
            Attributes attributes = attributes_.read();
            code.language = take_language(attributes);
            code.attributes = boxed(std::move(attributes));
        },
        [&] { code.text = input_.read_text(); });
    std::erase(code.text, '\r');
    if (code.text.ends_with('\n')) code.text.pop_back();
    to.emplace_back(std::move(code));
}

/// Of what is meant for one format alone, nothing is known that could be held.
void ContentReader::read_raw() {
    std::string format;
    const std::size_t begin = input_.offset();
    ast_.read_tuple([&] { format = input_.read_text(); }, [&] { input_.read_text(); });
    losses_.report(Severity::warning, "pandoc.raw-dropped",
                   fmt::format("raw {} was left out, and what else is raw", utf8_prefix(format, 80)),
                   {begin, input_.end()});
}

void ContentReader::read_quote(Blocks& to) {
    Quote quote;
    quote.content = read_blocks();
    if (std::optional<Blocks> attribution = take_marked(quote.content, attribution_class))
        quote.attribution = attribution_of(std::move(*attribution));
    to.emplace_back(std::move(quote));
}

void ContentReader::read_heading(Blocks& to) {
    Heading heading;
    ast_.read_tuple(
        [&] {
            const std::int64_t level = input_.read_integer(std::numeric_limits<int>::min());
            heading.level = static_cast<int>(std::clamp<std::int64_t>(level, 1, 6));
            if (level != heading.level)
                losses_.report(Severity::info, "pandoc.heading-level", "levels of headings were changed to be 1 to 6");
        },
        [&] { heading.attributes = boxed(attributes_.read()); }, [&] { heading.content = read_inlines(); });
    trim_ends(heading.content);
    to.emplace_back(std::move(heading));
}

Blocks ContentReader::read_caption() {
    Blocks caption;
    ast_.read_tuple(
        [&] {
            if (!input_.next_is_null())
                losses_.report(Severity::info, "pandoc.short-caption-dropped", "short captions were left out",
                               {input_.offset(), input_.offset()});
            input_.skip();
        },
        [&] { caption = read_blocks(); });
    return caption;
}

void ContentReader::read_figure(Blocks& to) {
    Figure figure;
    ast_.read_tuple([&] { figure.attributes = boxed(attributes_.read()); }, [&] { figure.caption = read_caption(); },
                    [&] { figure.content = read_blocks(); });
    to.emplace_back(std::move(figure));
}

ContentReader::Opening ContentReader::read_div(Blocks& to) {
    Attributes attributes;
    Blocks content;
    Opening opening = Opening::other;
    ast_.read_tuple([&] { attributes = attributes_.read(); }, [&] { opening = read_blocks(content); });
    if (take_class(attributes, figure_class)) {
        Figure figure;
        figure.caption = take_marked(content, caption_class).value_or(Blocks{});
        figure.content = std::move(content);
        figure.attributes = boxed(std::move(attributes));
        to.emplace_back(std::move(figure));
        return Opening::other;
    }
    Group group;
    for (const auto& [kind, name] : group_classes) {
        if (kind == GroupKind::article || !take_class(attributes, name)) continue;
        group.kind = kind;
        break;
    }
    if (group.kind == GroupKind::plain && (attributes.empty() || give_attributes(content, attributes))) {
        std::ranges::move(content, std::back_inserter(to));
        return opening;
    }
    group.content = std::move(content);
    group.attributes = boxed(std::move(attributes));
    to.emplace_back(std::move(group));
    return opening;
}

// ---------------------------------------------------------------- lists

void ContentReader::read_ordered_list(Blocks& to) {
    List list;
    list.ordered = true;
    ast_.read_tuple([&] { read_list_attributes(list); }, [&] { read_items(list); });
    to.emplace_back(std::move(list));
}

void ContentReader::read_list_attributes(List& list) {
    constexpr int least = std::numeric_limits<int>::min();
    ast_.read_tuple(
        [&] { list.start = static_cast<int>(input_.read_integer(least, std::numeric_limits<int>::max())); },
        [&] { list.numbering = json::value_in(numbering_names, ast_.read_type()).value_or(Numbering::decimal); },
        [&] {
            const std::string marks = ast_.read_type();
            if (marks != "DefaultDelim" && marks != "Period")
                losses_.report(Severity::info, "pandoc.list-marks-dropped",
                               "parentheses around numbers of lists were left out");
        });
}

void ContentReader::read_items(List& list) {
    ast_.read_list([&] { list.items.push_back(read_item(list)); });
}

/// Of a list with space between its items, one at least begins with a paragraph that is set apart.
ListItem ContentReader::read_item(List& list) {
    context_.count_nodes(1);
    ListItem item;
    if (read_blocks(item.content) == Opening::loose_paragraph) list.tight = false;
    item.attributes = take_attributes(item.content);
    item.checked = take_box(item.content);
    return item;
}

void ContentReader::read_definition_list(Blocks& to) {
    DefinitionList list;
    ast_.read_list([&] { list.items.push_back(read_definition_item()); });
    to.emplace_back(std::move(list));
}

/// pandoc has room for one term: lines are several.
DefinitionItem ContentReader::read_definition_item() {
    context_.count_nodes(1);
    DefinitionItem item;
    const auto read_terms = [&] {
        Inlines terms = read_inlines();
        item.terms.emplace_back();
        for (Inline& part : terms) {
            if (std::holds_alternative<LineBreak>(part))
                item.terms.emplace_back();
            else
                item.terms.back().content.push_back(std::move(part));
        }
        for (DefinitionTerm& term : item.terms) {
            trim_ends(term.content);
            term.attributes = take_attributes(term.content);
        }
    };
    const auto read_description = [&] {
        DefinitionDescription& description = item.descriptions.emplace_back();
        description.content = read_blocks();
        description.attributes = take_attributes(description.content);
    };
    ast_.read_tuple(read_terms, [&] { ast_.read_list(read_description); });
    return item;
}

}  // namespace offprint::pandoc
