#include "reader/marks.hpp"

#include <algorithm>

#include "offprint/text.hpp"

namespace offprint::markdown {

namespace {

constexpr std::string_view name_characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

/// True for "#name", ".class", "-" and "key=value".
bool is_attribute(std::string_view word) {
    if (word == "-") return true;
    if (word.find_first_of("{}\"<>&") != std::string_view::npos) return false;
    const bool has_sign = word.starts_with('#') || word.starts_with('.');
    const std::size_t equals = word.find('=');
    return has_sign ? word.size() > 1 : equals != std::string_view::npos && equals > 0;
}

}  // namespace

std::optional<CalloutMark> find_callout_mark(std::string_view text) {
    constexpr std::size_t longest = 32;
    if (!text.starts_with("[!")) return std::nullopt;
    const std::size_t end = text.find_first_not_of(name_characters, 2);
    if (end == std::string_view::npos || end == 2 || end > longest || text[end] != ']') return std::nullopt;
    std::size_t size = end + 1;
    if (text.substr(size).starts_with('-') || text.substr(size).starts_with('+')) ++size;
    size = std::min(text.find_first_not_of(' ', size), text.size());
    return CalloutMark{to_lower_ascii(text.substr(2, end - 2)), size};
}

std::optional<HeadingAttributes> find_heading_attributes(std::string_view words) {
    const std::size_t at = words.rfind('{');
    if (at == std::string_view::npos || !words.ends_with('}')) return std::nullopt;
    HeadingAttributes attributes{at, {}};
    std::string_view inside = words.substr(at + 1, words.size() - at - 2);
    if (inside.starts_with(':')) inside.remove_prefix(1);  // kramdown
    if (trim(inside).empty()) return std::nullopt;
    for (std::size_t begin = 0; begin < inside.size();) {
        const std::size_t end = std::min(inside.find(' ', begin), inside.size());
        const std::string_view word = inside.substr(begin, end - begin);
        if (!word.empty() && !is_attribute(word)) return std::nullopt;
        if (word.starts_with('#')) attributes.id = word.substr(1);
        begin = end + 1;
    }
    return attributes;
}

}  // namespace offprint::markdown
