#include "html/dom/break_hints.hpp"

#include <algorithm>

#include "offprint/text.hpp"

namespace offprint::html {

std::size_t break_hint_length(std::string_view text, std::string_view before) {
    if (text.starts_with("\u00AD")) return 2;
    if (text.starts_with("\uFEFF")) return 3;
    const bool after_letter_of_ascii = before.empty() || static_cast<unsigned char>(before.back()) < 0x80;
    return text.starts_with("\u200B") && after_letter_of_ascii ? 3 : 0;
}

bool is_invisible(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_character(text, i);
        const bool shows_nothing = c <= ' ' || c == 0xA0 || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
                                   (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
        if (!shows_nothing) return false;
    }
    return true;
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
