// Lists of words in one string, for the small vocabularies of bylines and dates.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace offprint::text {

/// The words of `text`, which spaces and tabs separate; views into it.
inline std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find_first_of(" \t", begin);
        const std::string_view word = text.substr(begin, end - begin);
        if (!word.empty()) words.push_back(word);
        begin += word.size() + 1;
    }
    return words;
}

/// True if `word` is one of `words`, which single spaces separate.
inline bool holds_word(std::string_view words, std::string_view word) {
    if (word.empty()) return false;
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

}  // namespace offprint::text
