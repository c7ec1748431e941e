#include "writer/words.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "writer/elements.hpp"

namespace offprint::pandoc {

namespace {

/// pandoc's own idea of it (Text.Pandoc.Builder): a no-break space is part of a word.
constexpr std::string_view white_space = " \t\n\r";

}  // namespace

void Words::add(std::string_view text) {
    while (!text.empty()) {
        const std::size_t word_size = std::min(text.find_first_of(white_space), text.size());
        if (word_size != 0) {
            flush_gap();
            word_ += text.substr(0, word_size);
            text.remove_prefix(word_size);
        }
        const std::size_t gap_size = std::min(text.find_first_not_of(white_space), text.size());
        if (gap_size == 0) continue;
        flush_word();
        const bool has_line_end = text.substr(0, gap_size).find_first_of("\n\r") != std::string_view::npos;
        gap_ = std::max(gap_, has_line_end ? Gap::line_end : Gap::space);
        text.remove_prefix(gap_size);
    }
}

void Words::flush() {
    flush_word();
    flush_gap();
}

void Words::flush_word() {
    if (word_.empty()) return;
    write_element(out_, "Str", [&] { out_.value(std::string_view(word_)); });
    word_.clear();
}

void Words::flush_gap() {
    const Gap gap = std::exchange(gap_, Gap::none);
    if (gap != Gap::none) write_element(out_, gap == Gap::space ? "Space" : "SoftBreak");
}

}  // namespace offprint::pandoc
