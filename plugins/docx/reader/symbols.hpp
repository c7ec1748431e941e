// Characters of fonts that have pictures in the places of letters.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace offprint::docx::reader {

/// True for a font that has an encoding of its own: Symbol, Wingdings.
bool is_symbol_font(std::string_view font);

/// The character that `code` (0x20..0xFF, or the same from U+F000 on) shows in a symbol font, in UTF-8. Empty where no
/// character of Unicode is known for it.
std::string symbol(std::string_view font, char32_t code);

/// `text` of a symbol font as Unicode; what has no character there stays. `lost` counts those.
std::string symbol_text(std::string_view font, std::string_view text, int& lost);

}  // namespace offprint::docx::reader
