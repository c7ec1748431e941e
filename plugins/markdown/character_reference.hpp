// How characters are written that HTML would take for markup.
// Thread safety: pure.
#pragma once

#include <string_view>

namespace offprint::markdown {

/// The reference that stands for `c` between tags and in quotes; empty for a character that can stand there itself.
constexpr std::string_view character_reference(char c) {
    switch (c) {
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '&':
            return "&amp;";
        case '"':
            return "&quot;";
        default:
            return {};
    }
}

}  // namespace offprint::markdown
