#include "heading_names.hpp"

#include <fmt/format.h>

#include "offprint/text.hpp"

namespace offprint::markdown {

namespace {

bool stays(char32_t c) {
    if (c < 0x80)
        return c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool is_latin_sign = c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA;
    const bool is_mark = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3020) ||
                         (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || c >= 0x1F000;
    return !is_latin_sign && !is_mark;
}

}  // namespace

std::string heading_name(std::string_view words) {
    std::string name;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t begin = at;
        const char32_t c = next_character(words, at);
        if (c == ' ')
            name += '-';
        else if (stays(c))
            name += words.substr(begin, at - begin);
    }
    return to_lower_ascii(name);
}

std::string HeadingNames::add(std::string_view words) {
    const std::string name = heading_name(collapse_space(words));
    // The count of each name is kept, so that a thousand equal headings take linear time.
    for (int& count = counts_[name];; ++count) {
        std::string id = count == 0 ? name : fmt::format("{}-{}", name, count);
        if (id.empty() || !made_.insert(id).second) continue;
        ++count;
        return id;
    }
}

}  // namespace offprint::markdown
