#include "credits/words.hpp"

#include <algorithm>
#include <iterator>

#include "offprint/text.hpp"

namespace offprint::credits {

std::string comparable(std::string_view text) {
    constexpr std::size_t enough = 512;
    return slug(utf8_prefix(text, enough));
}

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find_first_of(" \t"));
        if (!word.empty()) words.push_back(word);
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    return words;
}

bool holds_word(std::string_view words, std::string_view word) {
    if (word.empty()) return false;
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    // A slug is the words of a text with everything else cut away.
    const std::string joined = comparable(text);
    for (std::size_t at = 0; at < joined.size();) {
        const std::size_t end = std::min(joined.find('-', at), joined.size());
        // Chinese, Japanese and Korean do not part words: there each character, of three bytes, counts as one.
        const bool is_ideograph = static_cast<unsigned char>(joined[at]) >= 0xE3;
        const std::size_t size = is_ideograph ? std::min<std::size_t>(3, end - at) : end - at;
        words.push_back(joined.substr(at, size));
        at += size + (at + size == end ? 1 : 0);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::size_t shared_words(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    std::vector<std::string> shared;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
    return shared.size();
}

std::size_t leading_space(std::string_view text) {
    if (text.starts_with(' ')) return 1;
    if (text.starts_with("\u00A0")) return 2;
    if (text.starts_with("\u202F") || text.starts_with("\u205F") || text.starts_with("\u3000")) return 3;
    const bool is_typographic = text.size() >= 3 && text.starts_with("\xE2\x80") && text[2] <= '\x8A';
    return is_typographic ? 3 : 0;
}

std::string with_plain_spaces(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t space = leading_space(text);
        result += space > 0 ? ' ' : text.front();
        text.remove_prefix(std::max<std::size_t>(space, 1));
    }
    return result;
}

bool same_words(std::string_view left, std::string_view right) {
    const std::string comparable_left = comparable(left);
    return !comparable_left.empty() && comparable_left == comparable(right);
}

}  // namespace offprint::credits
