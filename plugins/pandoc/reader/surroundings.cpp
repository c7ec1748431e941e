#include "reader/surroundings.hpp"

#include <type_traits>
#include <utility>
#include <variant>

#include "names.hpp"
#include "reader/attributes.hpp"

namespace offprint::pandoc {

namespace {

/// True for what has no attributes of its own in pandoc's AST.
template <class N>
bool is_bare(const N& node) {
    if constexpr (std::is_same_v<N, Group>) return node.kind == GroupKind::verse;
    if constexpr (std::is_same_v<N, Styled>)
        return node.style == Style::quote || json::name_in(style_elements, node.style) != nullptr;
    return std::is_same_v<N, Paragraph> || std::is_same_v<N, List> || std::is_same_v<N, DefinitionList> ||
           std::is_same_v<N, Quote> || std::is_same_v<N, Rule> || std::is_same_v<N, Math> ||
           std::is_same_v<N, LineBreak>;
}

/// `Variant` is `Block` or `Inline`.
template <class Variant>
bool give(std::vector<Variant>& nodes, Attributes& attributes) {
    if (nodes.size() != 1) return false;
    return std::visit(
        [&](auto& node) {
            if (!is_bare(node) || node.attributes) return false;
            if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Quote>)
                if (auto cite = take_pair(attributes, "cite")) node.cite = std::move(*cite);
            node.attributes = boxed(std::move(attributes));
            return true;
        },
        static_cast<typename Variant::variant&>(nodes.front()));
}

/// True for what stands for nothing but its attributes.
template <class N>
bool is_wrapper(const N& node) {
    if constexpr (std::is_same_v<N, Group>) return node.kind == GroupKind::plain;
    if constexpr (std::is_same_v<N, Styled>) return node.style == Style::span;
    return false;
}

template <class Variant>
Box<Attributes> take(std::vector<Variant>& content) {
    if (content.size() != 1) return {};
    return std::visit(
        [&](auto& node) -> Box<Attributes> {
            Box<Attributes> attributes;
            if (is_bare(node) || is_wrapper(node)) attributes = std::exchange(node.attributes, {});
            if constexpr (requires {
                              { node.content } -> std::same_as<std::vector<Variant>&>;
                          })
                if (is_wrapper(node)) content = std::vector<Variant>(std::move(node.content));
            return attributes;
        },
        static_cast<typename Variant::variant&>(content.front()));
}

}  // namespace

bool give_attributes(Blocks& blocks, Attributes& attributes) {
    return give(blocks, attributes);
}

bool give_attributes(Inlines& inlines, Attributes& attributes) {
    return give(inlines, attributes);
}

Box<Attributes> take_attributes(Blocks& content) {
    return take(content);
}

Box<Attributes> take_attributes(Inlines& content) {
    return take(content);
}

}  // namespace offprint::pandoc
