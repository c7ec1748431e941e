#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "html/writing/attribute_values.hpp"
#include "html/writing/content_writer.hpp"
#include "html/writing/link_address.hpp"
#include "offprint/walk.hpp"
#include "package/xml.hpp"

namespace offprint::html {

using package::append;
using package::append_text;
using package::set;

namespace {

const char* element_of(GroupKind kind) {
    switch (kind) {
        case GroupKind::section:
            return "section";
        case GroupKind::aside:
            return "aside";
        case GroupKind::article:
            return "article";
        case GroupKind::plain:
        case GroupKind::verse:
        case GroupKind::byline:
            return "div";
    }
    return "div";
}

std::string_view class_of(GroupKind kind) {
    switch (kind) {
        case GroupKind::verse:
            return "verse";
        case GroupKind::byline:
            return "byline";
        case GroupKind::plain:
        case GroupKind::section:
        case GroupKind::aside:
        case GroupKind::article:
            return {};
    }
    return {};
}

bool holds_only_images(const Paragraph& paragraph) {
    return !paragraph.attributes && std::ranges::all_of(paragraph.content, [](const Inline& node) {
        return std::holds_alternative<Image>(node);
    });
}

// Puts a text before everything else in the first line of `element`.
void prepend_text(pugi::xml_node element, const char* text) {
    const pugi::xml_node first = element.first_child();
    pugi::xml_node line = std::string_view(first.name()) == "p" ? first : element;
    line.prepend_child(pugi::node_pcdata).set_value(text);
}

}  // namespace

void ContentWriter::write_blocks(pugi::xml_node parent, const Blocks& blocks) {
    for (const Block& block : blocks) write_block(parent, block);
}

void ContentWriter::write_block(pugi::xml_node parent, const Block& block) {
    std::visit([&](const auto& node) { write(parent, node); }, block);
}

// The only paragraph of a cell, item or caption needs no element of its own.
void ContentWriter::write_compact(pugi::xml_node parent, const Blocks& blocks) {
    const auto is_paragraph = [](const Block& block) { return std::holds_alternative<Paragraph>(block); };
    auto block = blocks.begin();
    if (std::ranges::count_if(blocks, is_paragraph) == 1 && is_paragraph(blocks.front())) {
        const Paragraph& paragraph = std::get<Paragraph>(blocks.front());
        if (!paragraph.attributes) {
            write_inlines(parent, paragraph.content);
            ++block;
        }
    }
    for (; block != blocks.end(); ++block) write_block(parent, *block);
}

void ContentWriter::write(pugi::xml_node parent, const Paragraph& paragraph) {
    pugi::xml_node element = append(parent, "p");
    set_attributes(element, paragraph);
    write_inlines(element, paragraph.content);
}

void ContentWriter::write(pugi::xml_node parent, const Heading& heading) {
    static constexpr std::array<const char*, 6> names = {"h1", "h2", "h3", "h4", "h5", "h6"};
    pugi::xml_node element = append(parent, names.at(static_cast<std::size_t>(heading.level - 1)));
    set_attributes(element, heading);
    if (const std::string id = id_of(heading); !id.empty()) set(element, "id", id);
    write_inlines(element, heading.content);
    facts_.headings = true;
}

void ContentWriter::write(pugi::xml_node parent, const List& list) {
    pugi::xml_node element = append(parent, list.ordered ? "ol" : "ul");
    set_attributes(element, list, list.tight ? "" : "loose");
    if (list.ordered) {
        // A reversed list counts down to 1 where nothing else is said (WHATWG HTML, 4.4.5).
        const int implied_start = list.reversed ? static_cast<int>(list.items.size()) : 1;
        if (list.start != implied_start) set(element, "start", fmt::to_string(list.start));
        if (list.reversed) set(element, "reversed", "reversed");
        if (list.numbering != Numbering::decimal) set(element, "type", type_of(list.numbering));
    }
    for (const ListItem& item : list.items) {
        context_.checkpoint();
        write_item(element, list, item);
    }
}

void ContentWriter::write_item(pugi::xml_node parent, const List& list, const ListItem& item) {
    pugi::xml_node element = append(parent, "li");
    set_attributes(element, item, item.checked ? "task" : "");
    if (list.ordered && item.value) set(element, "value", fmt::to_string(*item.value));
    if (list.tight && !is_part(item))
        write_compact(element, item.content);
    else
        write_blocks(element, item.content);
    if (item.checked) prepend_text(element, *item.checked ? "\u2611 " : "\u2610 ");
}

void ContentWriter::write(pugi::xml_node parent, const DefinitionList& list) {
    pugi::xml_node element = append(parent, "dl");
    set_attributes(element, list);
    // Either all of the items are wrapped or none is (WHATWG HTML, 4.4.9).
    const bool wrapped =
        std::ranges::any_of(list.items, [](const DefinitionItem& item) { return static_cast<bool>(item.attributes); });
    for (const DefinitionItem& item : list.items) {
        context_.checkpoint();
        pugi::xml_node group = wrapped ? append(element, "div") : element;
        if (wrapped) set_attributes(group, item);
        write_definition(group, item);
    }
}

void ContentWriter::write_definition(pugi::xml_node parent, const DefinitionItem& item) {
    for (const DefinitionTerm& term : item.terms) {
        pugi::xml_node element = append(parent, "dt");
        set_attributes(element, term);
        write_inlines(element, term.content);
    }
    if (item.terms.empty()) append(parent, "dt");
    for (const DefinitionDescription& description : item.descriptions) {
        pugi::xml_node element = append(parent, "dd");
        set_attributes(element, description);
        write_compact(element, description.content);
    }
    if (item.descriptions.empty()) append(parent, "dd");
}

void ContentWriter::write(pugi::xml_node parent, const CodeBlock& code) {
    pugi::xml_node block = append(parent, "pre");
    set_attributes(block, code);
    set_code_direction(block);
    pugi::xml_node element = append(block, "code", code.text);
    if (!code.language.empty()) set(element, "class", "language-" + code.language);
}

void ContentWriter::write(pugi::xml_node parent, const Quote& quote) {
    pugi::xml_node element = append(parent, "blockquote");
    set_attributes(element, quote);
    if (const std::string source = link_address(quote.cite); !source.empty()) set(element, "cite", source);
    write_blocks(element, quote.content);
    if (quote.attribution.empty()) return;
    pugi::xml_node line = append(element, "p");
    set(line, "class", "attribution");
    append_text(line, "\u2014 ");
    write_inlines(line, quote.attribution);
}

void ContentWriter::write(pugi::xml_node parent, const Figure& figure) {
    pugi::xml_node element = append(parent, "figure");
    set_attributes(element, figure);
    const auto* paragraph = figure.content.size() == 1 ? std::get_if<Paragraph>(&figure.content.front()) : nullptr;
    if (paragraph != nullptr && holds_only_images(*paragraph))
        write_inlines(element, paragraph->content);
    else
        write_blocks(element, figure.content);
    if (!figure.caption.empty()) write_compact(append(element, "figcaption"), figure.caption);
}

void ContentWriter::write(pugi::xml_node parent, const Rule& rule) {
    set_attributes(append(parent, "hr"), rule);
}

void ContentWriter::write(pugi::xml_node parent, const Group& group) {
    write_blocks(append_group(parent, group), group.content);
}

pugi::xml_node ContentWriter::append_group(pugi::xml_node parent, const Group& group) {
    pugi::xml_node element = append(parent, element_of(group.kind));
    set_attributes(element, group, class_of(group.kind));
    // As a note it is no landmark, which each would need a name of its own.
    if (group.kind == GroupKind::aside) set(element, "role", "note");
    return element;
}

}  // namespace offprint::html
