#include <algorithm>
#include <iterator>
#include <string>

#include "html/dom/name_tokens.hpp"
#include "html/mapping/captions.hpp"
#include "html/mapping/drawn_list.hpp"
#include "html/mapping/hints.hpp"
#include "html/mapping/mapper.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

Numbering numbering_of(const Dom& dom, NodeIndex list) {
    const std::string_view type = dom.attribute(list, "type");
    const std::string style = style_value(dom.attribute(list, "style"), "list-style-type");
    if (type == "a" || style == "lower-alpha" || style == "lower-latin") return Numbering::lower_alpha;
    if (type == "A" || style == "upper-alpha" || style == "upper-latin") return Numbering::upper_alpha;
    if (type == "i" || style == "lower-roman") return Numbering::lower_roman;
    if (type == "I" || style == "upper-roman") return Numbering::upper_roman;
    return Numbering::decimal;
}

/// Items are loose if their authors wrote paragraphs into them.
bool is_tight(const List& list) {
    return std::all_of(list.items.begin(), list.items.end(), [](const ListItem& item) {
        return std::count_if(item.content.begin(), item.content.end(),
                             [](const Block& block) { return std::holds_alternative<Paragraph>(block); }) <= 1;
    });
}

/// Programs that export notes write each item as a list of its own.
bool goes_on(const Dom& dom, NodeIndex list) {
    const NodeIndex before = dom.previous_element(list);
    return before != no_node && dom.tag(before) == dom.tag(list) && !dom.attribute(list, "class").empty() &&
           dom.attribute(before, "class") == dom.attribute(list, "class");
}

/// The class word of lists that Google Docs exports side by side, without their level: "lst-kix_abc-"; and that level.
struct FlatList {
    std::string name;
    int level = 0;
};

FlatList flat_list(const Dom& dom, NodeIndex list) {
    constexpr int deepest = 8;
    for (const std::string& word : class_words(dom, list)) {
        const std::size_t dash = word.rfind('-');
        if (!word.starts_with("lst-kix_") || dash < 8) continue;
        return {word.substr(0, dash + 1), std::clamp(parse_integer(word.substr(dash + 1)).value_or(0), 0, deepest)};
    }
    return {};
}

/// Where a list of such a level belongs: into the last items of those before, as many as there are.
Blocks& blocks_at_level(Blocks& blocks, int level) {
    Blocks* place = &blocks;
    for (; level > 0; --level) {
        List* list = place->empty() ? nullptr : std::get_if<List>(&place->back());
        if (list == nullptr) break;
        place = &list->items.back().content;
    }
    return *place;
}

/// The list that the flow ends with, if `next` can follow its last item; else null.
List* list_before(Blocks& blocks, const List& next) {
    List* last = blocks.empty() ? nullptr : std::get_if<List>(&blocks.back());
    const bool fits = last != nullptr && last->ordered == next.ordered && last->numbering == next.numbering &&
                      !last->reversed && !next.reversed;
    const bool counts_on = fits && (!next.ordered || next.start == last->start + static_cast<int>(last->items.size()));
    return counts_on ? last : nullptr;
}

/// The number that a page prints before the words of an item because its lists show none.
void drop_printed_number(ListItem& item, int number) {
    const auto* first = item.content.size() < 2 ? nullptr : std::get_if<Paragraph>(&item.content.front());
    if (first == nullptr) return;
    std::string text = plain_text(first->content);
    if (text.ends_with('.')) text.pop_back();
    if (text == std::to_string(number)) item.content.erase(item.content.begin());
}

}  // namespace

void Mapper::map_list(NodeIndex node, Flow& flow) {
    flow.end_paragraph();
    List list;
    list.attributes = attributes_of(node, true);
    list.range = range_of(node);
    list.ordered = dom_.tag(node) == Tag::ol;
    list.numbering = numbering_of(dom_, node);
    list.reversed = list.ordered && dom_.has_attribute(node, "reversed");
    for (const NodeIndex child : dom_.children(node)) {
        if (selection_.removed[child] || notes_.definitions.contains(child) || tabs_.labels.contains(child)) continue;
        if (dom_.tag(child) == Tag::li) {
            ListItem item = map_item(child, flow);
            if (!item.content.empty()) list.items.push_back(std::move(item));
            continue;
        }
        // What should stand in an item and does not: a nested list belongs to the item before.
        Flow stray = Flow::inside(flow);
        map_node(child, stray);
        Blocks blocks = stray.finish();
        if (blocks.empty()) continue;
        if (list.items.empty()) list.items.emplace_back();
        for (Block& block : blocks) list.items.back().content.push_back(std::move(block));
    }
    if (list.items.empty()) return;
    const std::optional<int> start = parse_integer(dom_.attribute(node, "start"));
    list.start = start ? *start : list.reversed ? static_cast<int>(list.items.size()) : 1;
    if (!is_literal_ && list.ordered && !list.reversed)
        for (std::size_t i = 0; i < list.items.size(); ++i)
            drop_printed_number(list.items[i], list.start + static_cast<int>(i));
    const FlatList flat = is_literal_ ? FlatList() : flat_list(dom_, node);
    const NodeIndex sibling = flat.name.empty() ? no_node : dom_.previous_element(node);
    const bool follows = sibling != no_node && flat_list(dom_, sibling).name == flat.name;
    Blocks& place = blocks_at_level(flow.blocks(), follows ? flat.level : 0);
    const bool may_go_on = follows || (!is_literal_ && goes_on(dom_, node));
    if (List* before = may_go_on ? list_before(place, list) : nullptr) {
        std::move(list.items.begin(), list.items.end(), std::back_inserter(before->items));
        return;
    }
    const bool is_loose = dom_.has_attribute(node, loose_hint);
    list.tight = is_literal_ ? !is_loose : !is_loose && is_tight(list);
    if (&place == &flow.blocks())
        flow.block(std::move(list));
    else
        place.emplace_back(std::move(list));
}

ListItem Mapper::map_item(NodeIndex node, const Flow& flow) {
    std::string outer_language = language_;
    ListItem item;
    item.attributes = attributes_of(node, true);
    item.range = range_of(node);
    item.value = parse_integer(dom_.attribute(node, "value"));
    const NodeIndex box = dom_.find(node, Tag::input);
    if (box != no_node && to_lower_ascii(dom_.attribute(box, "type")) == "checkbox" && box - node <= 4)
        item.checked = dom_.has_attribute(box, "checked");
    Flow content = Flow::inside(flow);
    if (const NodeIndex caption = is_literal_ ? no_node : caption_of_wrapper(dom_, node); caption != no_node)
        map_captioned_wrapper(node, caption, content);
    else
        map_children(node, content);
    item.content = content.finish();
    language_ = std::move(outer_language);
    return item;
}

/// True if the paragraph is an item of a list of Word's, which was added to the list before or began one.
bool Mapper::map_word_item(NodeIndex node, Flow& flow) {
    const std::optional<WordItem> item = is_literal_ ? std::nullopt : word_item(dom_, node);
    if (!item) return false;
    flow.end_paragraph();
    std::string label;
    for (NodeIndex i = node; i < dom_.end(node) && label.empty(); ++i)
        if (is_word_label(dom_, i)) label = dom_.text(i);
    label.resize(std::min(label.find("\u00A0"), label.size()));
    List list;
    list.ordered = is_numbering(label);
    list.range = range_of(node);
    list.start = list.ordered ? parse_integer(label).value_or(1) : 1;
    const NodeIndex sibling = dom_.previous_element(node);
    const std::optional<WordItem> before = sibling == no_node ? std::nullopt : word_item(dom_, sibling);
    const bool follows = before && before->list == item->list;
    Blocks& place = blocks_at_level(flow.blocks(), follows ? item->level : 0);
    List* open = !follows || place.empty() ? nullptr : std::get_if<List>(&place.back());
    if (open == nullptr || open->ordered != list.ordered) open = &std::get<List>(place.emplace_back(std::move(list)));
    open->items.push_back(map_item(node, flow));
    return true;
}

void Mapper::map_definition_list(NodeIndex node, Flow& flow) {
    if (const NodeIndex caption = is_literal_ ? no_node : caption_of_wrapper(dom_, node); caption != no_node)
        return map_captioned_wrapper(node, caption, flow);  // a gallery of old
    flow.end_paragraph();
    DefinitionList list;
    list.attributes = attributes_of(node, true);
    list.range = range_of(node);
    map_definition_parts(node, list, flow);
    if (!list.items.empty()) flow.block(std::move(list));
}

/// What stands in neither a term nor a description is said of the terms before it.
void Mapper::add_stray_description(NodeIndex node, DefinitionList& list, const Flow& flow) {
    Flow stray = Flow::inside(flow);
    map_node(node, stray);
    Blocks blocks = stray.finish();
    if (blocks.empty()) return;
    if (list.items.empty()) list.items.emplace_back();
    DefinitionDescription description;
    description.range = range_of(node);
    description.content = std::move(blocks);
    list.items.back().descriptions.push_back(std::move(description));
}

void Mapper::map_definition_parts(NodeIndex node, DefinitionList& list, Flow& flow) {
    for (const NodeIndex child : dom_.children(node)) {
        if (selection_.removed[child] || notes_.definitions.contains(child)) continue;
        std::string outer_language = language_;
        if (dom_.tag(child) == Tag::dt) {
            DefinitionTerm term;
            term.attributes = attributes_of(child, true);
            term.range = range_of(child);
            term.content = map_inlines(child, flow);
            if (has_content(term.content)) {
                if (list.items.empty() || !list.items.back().descriptions.empty()) list.items.emplace_back();
                list.items.back().terms.push_back(std::move(term));
            }
        } else if (dom_.tag(child) == Tag::dd) {
            DefinitionDescription description;
            description.attributes = attributes_of(child, true);
            description.range = range_of(child);
            description.content = map_blocks(child, flow);
            if (!description.content.empty()) {
                if (list.items.empty()) list.items.emplace_back();
                list.items.back().descriptions.push_back(std::move(description));
            }
        } else if (dom_.tag(child) == Tag::div) {
            const std::size_t items_before = list.items.size();
            Box<Attributes> attributes = attributes_of(child, true);
            map_definition_parts(child, list, flow);
            if (list.items.size() > items_before) list.items[items_before].attributes = std::move(attributes);
        } else {
            add_stray_description(child, list, flow);
        }
        language_ = std::move(outer_language);
    }
}

}  // namespace offprint::html
