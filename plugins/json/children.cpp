#include "children.hpp"

#include <algorithm>
#include <utility>

namespace offprint::json {

namespace {

/// A span of unknown type in the place of a block.
Block block_of(Inline node) {
    auto& span = std::get<Styled>(node);
    if (span.content.empty()) {
        Group group;
        static_cast<Node&>(group) = std::move(span);
        return group;
    }
    Paragraph paragraph;
    paragraph.content = std::move(span.content);
    static_cast<Node&>(paragraph) = std::move(span);
    return paragraph;
}

}  // namespace

const char* name_of(Part part) {
    switch (part) {
        case Part::block:
            return "a block";
        case Part::article:
            return "an article";
        case Part::text:
            return "text";
        case Part::list_item:
            return "a listItem";
        case Part::definition_term:
            return "a definitionTerm";
        case Part::definition_description:
            return "a definitionDescription";
        case Part::table_row:
            return "a tableRow";
        case Part::table_cell:
            return "a tableCell";
        case Part::caption:
            return "a caption";
        case Part::attribution:
            return "an attribution";
        case Part::ruby_text:
            return "a rubyText";
    }
    return "";
}

bool Children::note(Part part, std::size_t offset) {
    std::size_t& first = first_[static_cast<std::size_t>(part)];
    if (first != 0) return false;
    first = offset + 1;
    return true;
}

void Children::add(Block block) {
    end_paragraph();
    blocks.push_back(std::move(block));
}

void Children::add(Inline node, bool of_unknown_type) {
    inlines.push_back(std::move(node));
    is_paragraph_ = is_paragraph_ || !of_unknown_type;
}

void Children::add(DefinitionTerm term) {
    if (definition_items.empty() || !definition_items.back().descriptions.empty()) definition_items.emplace_back();
    definition_items.back().terms.push_back(std::move(term));
}

void Children::add(DefinitionDescription description) {
    if (definition_items.empty()) definition_items.emplace_back();
    definition_items.back().descriptions.push_back(std::move(description));
}

void Children::end_paragraph() {
    if (is_paragraph_) {
        Paragraph paragraph;
        paragraph.content = std::exchange(inlines, {});
        blocks.push_back(std::move(paragraph));
        is_paragraph_ = false;
        return;
    }
    for (Inline& node : inlines) blocks.push_back(block_of(std::move(node)));
    inlines.clear();
}

std::optional<Children::Misfit> Children::misfit(std::initializer_list<Part> parts) const {
    std::optional<Misfit> found;
    for (std::size_t i = 0; i < part_count; ++i) {
        const auto part = static_cast<Part>(i);
        if (first_[i] == 0 || std::ranges::find(parts, part) != parts.end()) continue;
        if (!found || first_[i] - 1 < found->offset) found = Misfit{part, first_[i] - 1};
    }
    return found;
}

}  // namespace offprint::json
