// The page: its paper, margins and the column of text between them.
// Thread safety: values.
#pragma once

namespace offprint::docx {

/// Lengths in twips (1/20 point), Word's unit.
struct Page {
    int width;
    int height;
    int side_margin = 1417;  ///< 2.5 cm
    int top_margin = 1417;

    constexpr int text_width() const { return width - 2 * side_margin; }
    constexpr int text_height() const { return height - 2 * top_margin; }
};

inline constexpr Page a4{11906, 16838};
inline constexpr Page letter{12240, 15840};

}  // namespace offprint::docx
