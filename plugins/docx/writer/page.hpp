// The page: its paper, margins and the column of text between them.
// Thread safety: values.
#pragma once

namespace offprint::docx {

/// Lengths in twips (1/20 point), Word's unit.
struct Page {
    int width;
    int height;
    int left_margin = 1417;  ///< 2.5 cm
    int right_margin = 1417;
    int top_margin = 1417;
    int bottom_margin = 1417;
    int columns = 1;
    int column_gap = 720;

    constexpr int text_width() const {
        return (width - left_margin - right_margin - (columns - 1) * column_gap) / columns;
    }
    constexpr int text_height() const { return height - top_margin - bottom_margin; }
};

inline constexpr Page a4{11906, 16838};
inline constexpr Page letter{12240, 15840};

}  // namespace offprint::docx
