// What attributes of HTML say, for the writers of pages, books and Markdown.
// Thread safety: pure.
#pragma once

#include "offprint/document.hpp"

namespace offprint::html {

/// The value of `dir`, "rtl"; never null, empty for what is not known.
constexpr const char* name_of(Direction direction) {
    switch (direction) {
        case Direction::unspecified:
            return "";
        case Direction::left_to_right:
            return "ltr";
        case Direction::right_to_left:
            return "rtl";
        case Direction::automatic:
            return "auto";
    }
    return "";
}

/// The `type` of an ordered list.
constexpr const char* type_of(Numbering numbering) {
    switch (numbering) {
        case Numbering::decimal:
            return "1";
        case Numbering::lower_alpha:
            return "a";
        case Numbering::upper_alpha:
            return "A";
        case Numbering::lower_roman:
            return "i";
        case Numbering::upper_roman:
            return "I";
    }
    return "1";
}

}  // namespace offprint::html
