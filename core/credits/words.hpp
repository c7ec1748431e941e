// Words of titles and credits: comparing them, and the spaces between.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offprint::credits {

/// `text` without case, space and punctuation. Titles are compared by their first 512 bytes, here and below.
std::string comparable(std::string_view text);

/// The words of `text`, in order, as spaces and tabs part them; views into it.
std::vector<std::string_view> split_words(std::string_view text);

/// True if `word` is one of `words`, which single spaces part.
bool holds_word(std::string_view words, std::string_view word);

/// The words of `text` in lower case (ASCII), without punctuation, sorted, each once.
std::vector<std::string> words_of(std::string_view text);

/// How many words the two sorted lists share.
std::size_t shared_words(const std::vector<std::string>& left, const std::vector<std::string>& right);

/// The size of the space that `text` begins with, of any width; 0 if it begins with something else.
std::size_t leading_space(std::string_view text);

/// `text` with an ASCII space for each space of any width.
std::string with_plain_spaces(std::string_view text);

/// True if both say the same but for case, space and punctuation, and say anything at all.
bool same_words(std::string_view left, std::string_view right);

}  // namespace offprint::credits
