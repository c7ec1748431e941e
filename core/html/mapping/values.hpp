// Attribute values that are more than text.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "offprint/document.hpp"

namespace offprint::html {

/// The integer at the start of `text`, as HTML reads it (section 2.3.4.1: what follows the digits does not matter);
/// clamped to plus or minus 1 000 000 000.
std::optional<int> parse_integer(std::string_view text);

/// "30%" -> 0.3; nullopt for anything else and beyond 100 %.
std::optional<double> parse_percentage(std::string_view text);

/// A CSS length in pixels, rounded, of at most 1 000 000 000 (CSS Values and Units 3, sections 5 and 6, for a font of
/// 16 pixels): "3.5em" -> 56; nullopt for percentages, keywords, negative lengths and units that depend on the window.
std::optional<int> parse_length(std::string_view text);

/// The value of one property in a style attribute, in lower case; empty when there is none.
std::string style_value(std::string_view style, std::string_view property);

/// From a dir attribute (WHATWG HTML, section 3.2.6.4).
Direction parse_direction(std::string_view value);

/// From an align attribute or the text-align property.
Alignment parse_alignment(std::string_view value);

}  // namespace offprint::html
