// Lists that are none by their elements: drawn with tables, a mark or number in the first cell of each row and the words
// in the second, or paragraphs of Word.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "html/dom/dom.hpp"

namespace offprint::html {

/// True if each row of the table, of which there is one at least, is an item of a list, and not a line of data.
bool is_drawn_list(const Dom& dom, NodeIndex table);

/// True for a mark that is no number: a bullet or a dash.
bool is_bullet(std::string_view label);

/// "(1)", "a.", "[iv]": a number or a few letters, with the sign of a label around or behind.
bool is_numbering(std::string_view label);

/// What Word says of a paragraph that is an item of a list ("mso-list:l0 level2 lfo1").
struct WordItem {
    std::string list;
    int level = 0;  ///< from 0
};

/// Nothing for other paragraphs.
std::optional<WordItem> word_item(const Dom& dom, NodeIndex paragraph);

/// True for the element with the mark or number that Word prints before an item.
bool is_word_label(const Dom& dom, NodeIndex node);

}  // namespace offprint::html
