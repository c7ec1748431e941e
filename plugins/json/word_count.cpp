#include "word_count.hpp"

#include <cstddef>
#include <string_view>

#include "offprint/walk.hpp"

namespace offprint::json {

namespace {

class WordCounter {
public:
    void count(const Blocks& blocks) { count_all(blocks); }

    std::uint64_t words() const { return words_; }

private:
    template <class List>
    void count_all(const List& list) {
        for (const auto& entry : list) count_node(entry);
    }

    void count_node(const Block& block) {
        std::visit([this](const auto& node) { count_part(node); }, block);
    }
    void count_node(const Inline& node) {
        std::visit([this](const auto& inner) { count_inline(inner); }, node);
    }
    template <class Part>
    void count_node(const Part& part) {
        count_part(part);
    }

    /// A block or a part of one: words do not reach over its ends.
    template <class Part>
    void count_part(const Part& part) {
        in_word_ = false;
        if constexpr (std::is_same_v<Part, CodeBlock>) count_text(part.text);
        for_each_child_list(part, [this](const auto& children) { this->count_all(children); });
        in_word_ = false;
    }

    void count_inline(const Text& node) { count_text(node.text); }
    void count_inline(const Code& node) { count_text(node.text); }
    void count_inline(const Styled& node) { count_all(node.content); }
    void count_inline(const Link& node) { count_all(node.content); }
    void count_inline(const Ruby& node) { count_all(node.base); }
    void count_inline(const LineBreak&) { in_word_ = false; }
    void count_inline(const Image&) {}
    void count_inline(const NoteRef&) {}
    void count_inline(const Math&) {}

    static unsigned is_in_word(char c) { return unsigned{c != ' '} & unsigned{c != '\n'} & unsigned{c != '\t'}; }

    /// No step waits for the one before, nor decides anything: compilers make vectors of that.
    void count_text(std::string_view text) {
        if (text.empty()) return;
        std::uint64_t words = in_word_ ? 0 : is_in_word(text.front());
        for (std::size_t i = 1; i < text.size(); ++i) words += is_in_word(text[i]) & (1U - is_in_word(text[i - 1]));
        words_ += words;
        in_word_ = is_in_word(text.back()) != 0;
    }

    std::uint64_t words_ = 0;
    bool in_word_ = false;
};

}  // namespace

std::uint64_t count_words(const Blocks& blocks) {
    WordCounter counter;
    counter.count(blocks);
    return counter.words();
}

}  // namespace offprint::json
