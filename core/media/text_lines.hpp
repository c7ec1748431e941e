// Text set in lines without a font at hand: widths are estimated, generously, so that what is drawn later fits.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace offprint {

/// Where a text goes.
struct TextBox {
    double width;          ///< in the same unit as the sizes
    double height;         ///< of all lines together
    double line_distance;  ///< from line to line, in sizes: 1.2
};

/// A text in lines.
struct TextLines {
    double size = 0;  ///< of the letters
    std::vector<std::string> lines;
};

/// Sets `text` as large as the box allows, in one of `sizes` (largest first), in lines of about the same length. Lines
/// end between words, or between Chinese characters and Japanese syllables where their punctuation allows
/// it. A word is divided rather than set in less than half the largest size; what does not fit at the smallest ends in
/// "…".
TextLines set_in_lines(std::string_view text, const TextBox& box, const std::vector<double>& sizes);

}  // namespace offprint
