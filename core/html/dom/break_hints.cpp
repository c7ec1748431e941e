#include "html/dom/break_hints.hpp"

#include <algorithm>

namespace offprint::html {

std::size_t break_hint_length(std::string_view text, std::string_view before) {
    if (text.starts_with("\u00AD")) return 2;
    if (text.starts_with("\uFEFF")) return 3;
    const bool after_letter_of_ascii = before.empty() || static_cast<unsigned char>(before.back()) < 0x80;
    return text.starts_with("\u200B") && after_letter_of_ascii ? 3 : 0;
}

void append_without_break_hints(std::string_view text, std::string& to) {
    constexpr std::string_view lead_bytes = "\xC2\xE2\xEF";  // of all that may be one
    while (!text.empty()) {
        if (const std::size_t length = break_hint_length(text, to); length != 0) {
            text.remove_prefix(length);
            continue;
        }
        const std::size_t next = std::min(text.find_first_of(lead_bytes, 1), text.size());
        to += text.substr(0, next);
        text.remove_prefix(next);
    }
}

}  // namespace offprint::html
