#include <algorithm>
#include <iterator>
#include <utility>

#include "names.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"
#include "writer/content_writer.hpp"

namespace offprint::pandoc {

namespace {

bool is_bare(const Node& node) {
    return !node.attributes || node.attributes->empty();
}

/// The paragraph that is all of `blocks`, if it has no attributes; else null.
const Paragraph* sole_bare_paragraph(const Blocks& blocks) {
    const Paragraph* paragraph = blocks.size() == 1 ? std::get_if<Paragraph>(&blocks.front()) : nullptr;
    return paragraph != nullptr && is_bare(*paragraph) ? paragraph : nullptr;
}

/// The image that is all of a figure whose caption is one line of text; null for other figures.
const Image* sole_image(const Figure& figure) {
    const Paragraph* paragraph = sole_bare_paragraph(figure.content);
    if (paragraph == nullptr || paragraph->content.size() != 1) return nullptr;
    if (!figure.caption.empty() && sole_bare_paragraph(figure.caption) == nullptr) return nullptr;
    const Image* image = std::get_if<Image>(&paragraph->content.front());
    return image != nullptr && is_bare(*image) ? image : nullptr;
}

bool is_all_lines(const Group& verse) {
    return !verse.content.empty() && std::ranges::all_of(verse.content, [](const Block& block) {
        const Paragraph* stanza = std::get_if<Paragraph>(&block);
        return stanza != nullptr && is_bare(*stanza);
    });
}

int highest_level(const Blocks& blocks) {
    int level = 7;
    walk(blocks, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Heading>) level = std::min(level, node.level);
    });
    return level;
}

}  // namespace

void ContentWriter::write_document() {
    write_blocks(document_.content);
    notes_.report_unwritten();
}

// ---------------------------------------------------------------- attributes

Attr ContentWriter::attr_of(const Node& node) const {
    Attr attr;
    if (!node.attributes) return attr;
    const Attributes& attributes = *node.attributes;
    if (!notes_.in_copy()) attr.id = attributes.id;
    attr.classes.assign(attributes.classes.begin(), attributes.classes.end());
    if (!attributes.language.empty()) attr.pairs.emplace_back("lang", attributes.language);
    if (const char* direction = json::name_in(direction_names, attributes.direction))
        attr.pairs.emplace_back("dir", direction);
    for (const auto& [name, value] : attributes.extra) attr.pairs.emplace_back(name, value);
    return attr;
}

/// For what has no attributes in pandoc's AST, nor a place for an element around it.
void ContentWriter::lose_attributes(const Node& node) {
    if (!is_bare(node))
        losses_.report(Severity::info, "pandoc.attributes-dropped",
                       "attributes of a reference to a note, of items of a definition list or of a part of a table "
                       "have no place in pandoc's AST",
                       node.range);
}

/// For blocks that have no attributes themselves.
template <class Write>
void ContentWriter::write_in_div(const Attr& attr, Write&& write_block) {
    if (attr.empty()) return write_block();
    write_tuple(out_, "Div", [&] {
        write_attr(out_, attr);
        write_array(out_, write_block);
    });
}

// ---------------------------------------------------------------- lists of blocks

void ContentWriter::write_blocks(const Blocks& blocks, Paragraphs paragraphs) {
    write_array(out_, [&] { write_block_elements(blocks, paragraphs); });
}

void ContentWriter::write_block_elements(const Blocks& blocks, Paragraphs paragraphs) {
    for (const Block& block : blocks) {
        const bool is_plain = (paragraphs == Paragraphs::first_plain && &block == &blocks.front()) ||
                              (paragraphs == Paragraphs::sole_plain && blocks.size() == 1);
        const Paragraph* paragraph = std::get_if<Paragraph>(&block);
        if (is_plain && paragraph != nullptr)
            write_paragraph(*paragraph, "Plain");
        else
            write_block(block);
    }
}

/// The blocks of a part that has no attributes in pandoc's AST: an item, a note.
void ContentWriter::write_part(const Node& part, const Blocks& content, Paragraphs paragraphs) {
    write_array(out_, [&] { write_in_div(attr_of(part), [&] { write_block_elements(content, paragraphs); }); });
}

void ContentWriter::write_block(const Block& block) {
    context_.checkpoint();
    notes_.count(0);
    std::visit([this](const auto& node) { write(node); }, static_cast<const Block::variant&>(block));
}

// ---------------------------------------------------------------- blocks

void ContentWriter::write_paragraph(const Paragraph& node, const char* type) {
    write_in_div(attr_of(node), [&] { write_element(out_, type, [&] { write_inlines(node.content); }); });
}

void ContentWriter::write(const Heading& node) {
    write_tuple(out_, "Header", [&] {
        out_.value(std::min(node.level + heading_shift_, 6));
        write_attr_of(node);
        write_inlines(node.content);
    });
}

void ContentWriter::write(const List& node) {
    const bool has_values =
        std::ranges::any_of(node.items, [](const ListItem& item) { return item.value.has_value(); });
    if (node.ordered && (node.reversed || has_values))
        losses_.report(Severity::warning, "pandoc.numbers-dropped",
                       "numbers of a list that count down, or are those of single items, have no place in pandoc's AST",
                       node.range);
    const auto write_items = [&] {
        write_array(out_, [&] {
            for (const ListItem& item : node.items)
                write_item(item, node.tight ? Paragraphs::first_plain : Paragraphs::loose);
        });
    };
    write_in_div(attr_of(node), [&] {
        if (!node.ordered) return write_element(out_, "BulletList", write_items);
        write_tuple(out_, "OrderedList", [&] {
            write_array(out_, [&] {
                out_.value(node.start);
                // As pandoc's readers of formats that say nothing of it, so that the output's own style is used.
                const bool is_decimal = node.numbering == Numbering::decimal;
                write_element(out_, is_decimal ? "DefaultStyle" : json::name_in(numbering_names, node.numbering));
                write_element(out_, "DefaultDelim");
            });
            write_items();
        });
    });
}

void ContentWriter::write_item(const ListItem& item, Paragraphs paragraphs) {
    if (!item.checked) return write_part(item, item.content, paragraphs);
    write_array(out_, [&] { write_in_div(attr_of(item), [&] { write_task(item, paragraphs); }); });
}

/// The box stands before the first words.
void ContentWriter::write_task(const ListItem& item, Paragraphs paragraphs) {
    const char* type = paragraphs == Paragraphs::first_plain ? "Plain" : "Para";
    const Paragraph* first = item.content.empty() ? nullptr : std::get_if<Paragraph>(&item.content.front());
    write_in_div(first != nullptr ? attr_of(*first) : Attr{}, [&] {
        write_element(out_, type, [&] {
            write_array(out_, [&] {
                words_.add(*item.checked ? checked_box : open_box);
                if (first != nullptr) words_.add(" ");
                write_inline_elements(first != nullptr ? first->content : Inlines{});
            });
        });
    });
    for (const Block& block : item.content)
        if (first == nullptr || &block != &item.content.front()) write_block(block);
}

void ContentWriter::write(const DefinitionList& node) {
    const auto write_items = [&] {
        for (const DefinitionItem& item : node.items) {
            lose_attributes(item);
            write_array(out_, [&] {
                write_terms(item);
                write_array(out_, [&] {
                    for (const DefinitionDescription& description : item.descriptions)
                        write_part(description, description.content, Paragraphs::sole_plain);
                });
            });
        }
    };
    write_in_div(attr_of(node), [&] { write_tuple(out_, "DefinitionList", write_items); });
}

/// There is room for one term; pandoc's reader of HTML makes lines of several.
void ContentWriter::write_terms(const DefinitionItem& item) {
    write_array(out_, [&] {
        for (const DefinitionTerm& term : item.terms) {
            if (&term != &item.terms.front()) write_element(out_, "LineBreak");
            if (const Attr attr = attr_of(term); !attr.empty())
                write_span(attr, term.content);
            else
                write_inline_elements(term.content);
        }
    });
}

void ContentWriter::write(const CodeBlock& node) {
    Attr attr = attr_of(node);
    if (!node.language.empty()) attr.classes.insert(attr.classes.begin(), node.language);
    write_tuple(out_, "CodeBlock", [&] {
        write_attr(out_, attr);
        out_.value(std::string_view(node.text));
    });
}

void ContentWriter::write(const Quote& node) {
    Attr attr = attr_of(node);
    if (!node.cite.empty()) attr.pairs.emplace_back("cite", node.cite);
    write_in_div(attr, [&] {
        write_tuple(out_, "BlockQuote", [&] {
            write_block_elements(node.content, Paragraphs::loose);
            if (!node.attribution.empty()) write_attribution(node.attribution);
        });
    });
}

/// A paragraph after a dash, which is what pandoc's reader of DocBook makes of it.
void ContentWriter::write_attribution(const Inlines& attribution) {
    Attr attr;
    attr.classes = {attribution_class};
    write_in_div(attr, [&] {
        write_tuple(out_, "Para", [&] {
            words_.add("\u2014 ");
            write_inline_elements(attribution);
        });
    });
}

void ContentWriter::write(const Figure& node) {
    if (version_ == ApiVersion::v1_22) {
        const Image* image = sole_image(node);
        return image != nullptr ? write_image_figure(node, *image) : write_div_figure(node);
    }
    write_tuple(out_, "Figure", [&] {
        write_attr_of(node);
        write_caption(node.caption);
        write_blocks(node.content, Paragraphs::sole_plain);
    });
}

void ContentWriter::write_image_figure(const Figure& node, const Image& image) {
    static const Inlines no_caption;
    const Paragraph* caption = sole_bare_paragraph(node.caption);
    write_tuple(out_, "Para",
                [&] { write_image(image, attr_of(node), caption != nullptr ? &caption->content : &no_caption); });
}

/// What pandoc 3 makes of a figure where it has to do without.
void ContentWriter::write_div_figure(const Figure& node) {
    Attr attr = attr_of(node);
    attr.classes.insert(attr.classes.begin(), figure_class);
    Attr caption;
    caption.classes = {caption_class};
    write_in_div(attr, [&] {
        write_block_elements(node.content, Paragraphs::loose);
        if (!node.caption.empty())
            write_in_div(caption, [&] { write_block_elements(node.caption, Paragraphs::loose); });
    });
}

/// A caption has no short form in the model.
void ContentWriter::write_caption(const Blocks& caption) {
    write_array(out_, [&] {
        out_.null();
        write_blocks(caption, Paragraphs::sole_plain);
    });
}

void ContentWriter::write(const Rule& node) {
    write_in_div(attr_of(node), [&] { write_element(out_, "HorizontalRule"); });
}

void ContentWriter::write(const Group& node) {
    if (node.kind == GroupKind::article) return write_article(node);
    if (node.kind == GroupKind::verse && is_all_lines(node)) return write_lines(node);
    Attr attr = attr_of(node);
    if (const char* name = json::name_in(group_classes, node.kind)) attr.classes.insert(attr.classes.begin(), name);
    write_tuple(out_, "Div", [&] {
        write_attr(out_, attr);
        write_blocks(node.content);
    });
}

/// An empty line parts stanzas.
void ContentWriter::write_lines(const Group& node) {
    const auto write_stanza = [&](const Inlines& stanza) {
        auto begin = stanza.begin();
        while (true) {
            const auto end = std::find_if(begin, stanza.end(), [](const Inline& inner) {
                return std::holds_alternative<LineBreak>(static_cast<const Inline::variant&>(inner));
            });
            write_array(out_, [&] {
                std::for_each(begin, end, [&](const Inline& inner) { write_inline(inner); });
                words_.flush();
            });
            if (end == stanza.end()) break;
            begin = std::next(end);
        }
    };
    write_in_div(attr_of(node), [&] {
        write_tuple(out_, "LineBlock", [&] {
            for (const Block& stanza : node.content) {
                if (&stanza != &node.content.front()) write_inlines({});
                write_stanza(std::get<Paragraph>(stanza).content);
            }
        });
    });
}

/// An article of a book: its title is a heading, which those of the text are below. What else is known of it is in the
/// document's metadata.
void ContentWriter::write_article(const Group& node) {
    const std::string& title = node.metadata->title;
    Attr attr = attr_of(node);
    attr.classes.insert(attr.classes.begin(), json::name_in(group_classes, node.kind));
    write_tuple(out_, "Div", [&] {
        write_attr(out_, attr);
        write_array(out_, [&] {
            if (title.empty()) return write_block_elements(node.content, Paragraphs::loose);
            write_tuple(out_, "Header", [&] {
                out_.value(1);
                write_attr(out_, {});
                write_text(title);
            });
            heading_shift_ = std::max(0, 2 - highest_level(node.content));
            write_block_elements(node.content, Paragraphs::loose);
            heading_shift_ = 0;
        });
    });
}

}  // namespace offprint::pandoc
