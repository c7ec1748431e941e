// Walking over a document and rewriting it, the only two traversals that anybody needs.
// Thread safety: pure templates over their arguments.
//
// Both recurse; that is safe because a document's nesting is limited (`Limits::depth`).
#pragma once

#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>
#include <variant>

#include "offprint/document.hpp"

namespace offprint {

/// Joins lambdas into one visitor: `std::visit(overloaded{...}, block)`.
template <class... Functions>
struct overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
overloaded(Functions...) -> overloaded<Functions...>;

/// Calls `f` with each list of children that `node` owns itself, in reading order: `Blocks&`,
/// `Inlines&`, or a vector of parts (`ListItem`, `TableRow`, ...). Const in, const out.
template <class N, class F>
void for_each_child_list(N& node, F&& f) {
    using T = std::remove_const_t<N>;
    if constexpr (std::is_same_v<T, Ruby>) {
        f(node.base);
        f(node.annotation);
    } else if constexpr (std::is_same_v<T, List> || std::is_same_v<T, DefinitionList>) {
        f(node.items);
    } else if constexpr (std::is_same_v<T, DefinitionItem>) {
        f(node.terms);
        f(node.descriptions);
    } else if constexpr (std::is_same_v<T, Quote>) {
        f(node.content);
        f(node.attribution);
    } else if constexpr (std::is_same_v<T, Figure>) {
        f(node.content);
        f(node.caption);
    } else if constexpr (std::is_same_v<T, Table>) {
        f(node.caption);
        f(node.sections);
    } else if constexpr (std::is_same_v<T, TableSection>) {
        f(node.rows);
    } else if constexpr (std::is_same_v<T, TableRow>) {
        f(node.cells);
    } else if constexpr (requires { node.content; }) {
        f(node.content);
    } else {
        static_assert(std::is_same_v<T, Text> || std::is_same_v<T, Image> || std::is_same_v<T, Code> ||
                          std::is_same_v<T, LineBreak> || std::is_same_v<T, NoteRef> || std::is_same_v<T, Math> ||
                          std::is_same_v<T, CodeBlock> || std::is_same_v<T, Rule>,
                      "a new node kind must say what children it has");
    }
}

/// Calls `visit` with every node below `node` and with `node` itself, parents first, in reading
/// order. `node` may be a document (its notes come last), a variant, a node, a part, or a vector of
/// those. `visit` must accept every node type; end it with `[](const auto&) {}`.
template <class N, class Visitor>
void walk(N& node, Visitor&& visit) {
    using T = std::remove_const_t<N>;
    if constexpr (std::is_same_v<T, Document>) {
        walk(node.content, visit);
        walk(node.notes, visit);
    } else if constexpr (std::is_same_v<T, Block> || std::is_same_v<T, Inline>) {
        std::visit([&](auto& alternative) { walk(alternative, visit); }, node);
    } else if constexpr (std::is_base_of_v<Node, T>) {
        visit(node);
        for_each_child_list(node, [&](auto& children) { walk(children, visit); });
    } else {
        for (auto& child : node) walk(child, visit);
    }
}

/// What becomes of a node that `rewrite` has shown.
enum class Rewrite {
    keep,    ///< it stays, as it is now (the visitor may have changed or replaced it)
    remove,  ///< it goes, with its children
    unwrap,  ///< its children take its place; only for kinds whose children are of its own sort
};

namespace detail {

/// Appends the same-sort children of `node` to `out`.
template <class Variant>
void unwrap_into(Variant& node, std::vector<Variant>& out) {
    std::visit(
        [&](auto& alternative) {
            for_each_child_list(alternative, [&](auto& children) {
                if constexpr (std::is_same_v<std::remove_reference_t<decltype(children)>, std::vector<Variant>>)
                    for (auto& child : children) out.push_back(std::move(child));
            });
        },
        node);
}

}  // namespace detail

/// Shows every block and inline below `node` to `decide`, children first, and does what it answers.
/// `decide` is called with `Block&` and with `Inline&`. `node` as in `walk`.
template <class N, class Decide>
void rewrite(N& node, Decide&& decide) {
    if constexpr (std::is_same_v<N, Document>) {
        rewrite(node.content, decide);
        rewrite(node.notes, decide);
    } else if constexpr (std::is_same_v<N, Block> || std::is_same_v<N, Inline>) {
        std::visit([&](auto& alternative) { rewrite(alternative, decide); }, node);
    } else if constexpr (std::is_base_of_v<Node, N>) {
        for_each_child_list(node, [&](auto& children) { rewrite(children, decide); });
    } else if constexpr (std::is_same_v<N, Blocks> || std::is_same_v<N, Inlines>) {
        N rebuilt;
        bool rebuilding = false;
        for (std::size_t i = 0; i < node.size(); ++i) {
            rewrite(node[i], decide);
            const Rewrite action = decide(node[i]);
            if (action != Rewrite::keep && !rebuilding) {
                rebuilding = true;
                rebuilt.assign(std::make_move_iterator(node.begin()),
                               std::make_move_iterator(node.begin() + static_cast<std::ptrdiff_t>(i)));
            }
            if (action == Rewrite::unwrap) detail::unwrap_into(node[i], rebuilt);
            if (action == Rewrite::keep && rebuilding) rebuilt.push_back(std::move(node[i]));
        }
        if (rebuilding) node = std::move(rebuilt);
    } else {
        for (auto& part : node) rewrite(part, decide);
    }
}

}  // namespace offprint
