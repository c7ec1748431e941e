// What the formatting of a run means: styles with a meaning, toggles, monospaced fonts, languages (ECMA-376 Part 1,
// 17.3.2 and 17.7.3). Thread safety: pure.
#pragma once

#include <optional>

#include "reader/conversion.hpp"
#include "reader/format.hpp"
#include "reader/inline_builder.hpp"
#include "reader/style_sheet.hpp"

namespace offprint::docx::reader {

/// A property that a second style turns off again (17.7.3).
bool toggled(const std::optional<bool>& first, const std::optional<bool>& second);

/// What is to be said of a run that has `direct` formatting and a style, in a paragraph with a style. One in a link is
/// underlined as such. The number of the link is not set.
PieceFormat piece_format(const RunFormat& direct, const ResolvedStyle& style, const ResolvedStyle& paragraph_style,
                         bool is_link, const Conversion& conversion);

}  // namespace offprint::docx::reader
