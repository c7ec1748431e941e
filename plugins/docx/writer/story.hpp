// What the functions that write text share: the conversion, the part being written, and the surroundings of
// the node at hand.
// Thread safety: objects belong to one conversion on one thread.
#pragma once

#include <optional>
#include <string_view>

#include "bookmarks.hpp"
#include "design.hpp"
#include "direction.hpp"
#include "notes.hpp"
#include "numbering.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/walk.hpp"
#include "pictures.hpp"
#include "relationships.hpp"

namespace offprint::docx {

/// What surrounds a node. Passed down by value, so leaving a node restores it.
struct Scope {
    const char* style = nullptr;  ///< of a plain paragraph; null: Word's Normal
    int width = 0;                ///< of the page's or table cell's column, twips
    int indent = 0;               ///< from the column's leading edge, twips
    int list_level = 0;           ///< lists around
    int heading_shift = 0;        ///< what turns a heading's level into Word's
    Alignment alignment = Alignment::unspecified;
    const Blocks* caption = nullptr;  ///< of the figure around
    std::string_view language;        ///< BCP 47; empty when nobody said
    bool right_to_left = false;

    unsigned traits = 0;          ///< of text; see runs.hpp
    int size = 0;                 ///< of text, half-points; 0: the style's
    bool bold_paragraph = false;  ///< the paragraph's style is bold
    bool in_link = false;
    bool in_ruby = false;
    int quotation_depth = 0;

    /// The scope of what `node` contains: with its language and direction.
    template <class N>
    Scope inside(const N& node) const;
};

/// What all parts of one conversion share.
struct Conversion {
    const Document& document;
    Context& context;
    const Design& design;
    Bookmarks bookmarks{document};
    Notes notes{document};
    ListNumbering numbering{design.numbering.content};
    Pictures pictures{design.drawings};
};

/// One part with text: the document or its footnotes.
struct Story {
    Conversion& shared;
    Scope scope;  ///< of its outermost blocks
    Relationships relationships{};
    bool alternative_stands_last = false;  ///< text in a picture's stead, into which no word may run
};

template <class N>
Scope Scope::inside(const N& node) const {
    if (!node.attributes) return *this;
    Scope inner = *this;
    if (!node.attributes->language.empty()) inner.language = node.attributes->language;
    switch (node.attributes->direction) {
        case Direction::unspecified:
            break;
        case Direction::left_to_right:
            inner.right_to_left = false;
            break;
        case Direction::right_to_left:
            inner.right_to_left = true;
            break;
        case Direction::automatic: {
            std::optional<bool> found;
            walk(node, overloaded{[&](const Text& text) {
                                      if (!found) found = first_strong_is_right_to_left(text.text);
                                  },
                                  [](const auto&) {}});
            inner.right_to_left = found.value_or(right_to_left);
            break;
        }
    }
    return inner;
}

}  // namespace offprint::docx
