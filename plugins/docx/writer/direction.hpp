// Which way text runs. Word wants right-to-left text in runs of its own.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace offprint::docx {

struct DirectedText {
    std::string_view text;
    bool right_to_left = false;
};

/// `text` in stretches of one direction. Neutral characters between two of the same direction follow
/// them, others the paragraph (Unicode UAX #9, rules N1 and N2).
std::vector<DirectedText> split_by_direction(std::string_view text, bool paragraph_right_to_left);

/// The direction of the first letter that has one (UAX #9, rule P2).
std::optional<bool> first_strong_is_right_to_left(std::string_view text);

}  // namespace offprint::docx
