#include <algorithm>

#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint {

namespace {

/// Collects words; what separates blocks is one space, added only before more text.
class TextCollector {
public:
    void collect(const Blocks& blocks) {
        for (const Block& block : blocks) {
            gap();
            std::visit([&](const auto& node) { collect_node(node); }, block);
            gap();
        }
    }

    void collect(const Inlines& inlines) {
        for (const Inline& node : inlines) std::visit([&](const auto& inner) { collect_node(inner); }, node);
    }

    std::string take() { return std::move(text_); }

private:
    void gap() { gap_ = !text_.empty(); }

    void add(std::string_view text) {
        if (text.empty()) return;
        if (gap_ && text_.back() != ' ') text_ += ' ';
        gap_ = false;
        text_ += text;
    }

    void collect_node(const Text& node) { add(node.text); }
    void collect_node(const Code& node) { add(node.text); }
    void collect_node(const CodeBlock& node) { add(node.text); }
    void collect_node(const Image& node) { add(node.alt.value_or("")); }
    void collect_node(const LineBreak&) { gap(); }
    void collect_node(const NoteRef&) {}
    void collect_node(const Rule&) {}
    void collect_node(const Math& node) { add(!node.alt.empty() ? node.alt : node.tex); }
    void collect_node(const Ruby& node) { collect(node.base); }

    template <class N>
    void collect_node(const N& node) {
        for_each_child_list(node, [&](const auto& children) { collect_list(children); });
    }

    void collect_list(const Blocks& blocks) { collect(blocks); }
    void collect_list(const Inlines& inlines) { collect(inlines); }
    template <class Part>
    void collect_list(const std::vector<Part>& parts) {
        for (const Part& part : parts) {
            gap();
            collect_node(part);
        }
        gap();
    }

    std::string text_;
    bool gap_ = false;
};

template <class List>
std::string collect_text(const List& list) {
    TextCollector collector;
    collector.collect(list);
    return collector.take();
}

}  // namespace

std::string plain_text(const Inlines& inlines) {
    return collect_text(inlines);
}
std::string plain_text(const Blocks& blocks) {
    return collect_text(blocks);
}

bool opens_with(const Blocks& blocks, std::string_view text) {
    constexpr std::size_t beginning = 4;
    const std::string wanted = slug(text);
    if (wanted.empty()) return false;
    for (std::size_t i = 0; i < std::min(blocks.size(), beginning); ++i) {
        const auto* paragraph = std::get_if<Paragraph>(&blocks[i]);
        const auto* heading = std::get_if<Heading>(&blocks[i]);
        if (paragraph != nullptr && slug(plain_text(paragraph->content)) == wanted) return true;
        if (heading != nullptr && slug(plain_text(heading->content)) == wanted) return true;
    }
    return false;
}

}  // namespace offprint
