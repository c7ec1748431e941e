#include <algorithm>

#include "offprint/transform.hpp"
#include "offprint/walk.hpp"

namespace offprint {

namespace {

/// Moves what lies too deep up to the deepest list that is allowed. Below that list only leaves
/// remain: a block keeps its inlines as a paragraph, an inline its text.
class Flattener {
public:
    bool flattened() const { return flattened_; }

    template <class N>
    void visit(N& node, int level) {
        if constexpr (std::is_same_v<N, Block> || std::is_same_v<N, Inline>)
            std::visit([&](auto& alternative) { visit(alternative, level); }, node);
        else
            for_each_child_list(node, [&](auto& children) { visit_list(children, level); });
    }

    template <class N>
    void visit_list(std::vector<N>& list, int level) {
        constexpr bool nests = std::is_same_v<N, Block> || std::is_same_v<N, Inline>;
        const int inner = level + (nests ? 1 : 0);
        if constexpr (nests) {
            // Blocks stop one list earlier, so that their inlines still have a place.
            constexpr int deepest = Limits::depth - (std::is_same_v<N, Block> ? 1 : 0);
            if (inner >= deepest) flatten(list);
        }
        for (N& child : list) visit(child, inner);
    }

private:
    static bool is_leaf(const Block& block) {
        return std::holds_alternative<CodeBlock>(block) || std::holds_alternative<Rule>(block);
    }

    void flatten(Blocks& blocks) {
        const bool is_flat = std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
            const auto* paragraph = std::get_if<Paragraph>(&block);
            return is_leaf(block) || (paragraph != nullptr && is_plain(paragraph->content));
        });
        if (is_flat) return;
        flattened_ = true;
        Blocks flat;
        Inlines loose;
        gather(blocks, flat, loose);
        close(flat, loose);
        blocks = std::move(flat);
    }

    void flatten(Inlines& inlines) {
        if (is_plain(inlines)) return;
        flattened_ = true;
        Inlines flat;
        gather(inlines, flat);
        inlines = std::move(flat);
    }

    template <class N>
    static bool has_children(N& node) {
        bool found = false;
        for_each_child_list(node, [&](const auto&) { found = true; });
        return found;
    }

    static bool is_plain(const Inlines& inlines) {
        return std::all_of(inlines.begin(), inlines.end(), [](const Inline& node) {
            return std::visit([](const auto& alternative) { return !has_children(alternative); }, node);
        });
    }

    static void close(Blocks& flat, Inlines& loose) {
        if (loose.empty()) return;
        flat.push_back(Paragraph{{}, std::move(loose)});
        loose.clear();
    }

    void gather(Blocks& from, Blocks& flat, Inlines& loose) {
        for (Block& block : from) {
            close(flat, loose);
            if (is_leaf(block))
                flat.push_back(std::move(block));
            else
                std::visit([&](auto& node) { gather_children(node, flat, loose); }, block);
        }
    }

    template <class N>
    void gather_children(N& node, Blocks& flat, Inlines& loose) {
        for_each_child_list(node, [&](auto& children) {
            using List = std::remove_reference_t<decltype(children)>;
            if constexpr (std::is_same_v<List, Blocks>) {
                gather(children, flat, loose);
            } else if constexpr (std::is_same_v<List, Inlines>) {
                close(flat, loose);
                gather(children, loose);
            } else {
                for (auto& part : children) gather_children(part, flat, loose);
            }
        });
    }

    void gather(Inlines& from, Inlines& flat) {
        for (Inline& node : from) {
            std::visit(
                [&](auto& alternative) {
                    if (!has_children(alternative)) {
                        flat.push_back(std::move(alternative));
                        return;
                    }
                    for_each_child_list(alternative, [&](auto& children) {
                        if constexpr (std::is_same_v<std::remove_reference_t<decltype(children)>, Inlines>)
                            gather(children, flat);
                    });
                },
                node);
        }
    }

    bool flattened_ = false;
};

}  // namespace

void limit_depth(Document& document, Context& context) {
    Flattener flattener;
    flattener.visit_list(document.content, 0);
    for (Note& note : document.notes) flattener.visit(note, 1);
    if (flattener.flattened())
        context.report(Severity::warning, "document.depth-flattened",
                       "nesting deeper than " + std::to_string(Limits::depth) + " levels was flattened");
}

}  // namespace offprint
