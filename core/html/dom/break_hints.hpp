// Characters that only tell browsers where lines may end: soft hyphens, zero-width spaces and byte order marks.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace offprint::html {

/// The length of the one that `text` begins with, or 0. `before` is the text in front: in scripts without spaces
/// between words a zero-width space is one.
std::size_t break_hint_length(std::string_view text, std::string_view before);

/// True for a text of nothing but white space, such characters, and others that show nothing: joiners and marks of
/// direction. Editors keep blank lines open with them.
bool is_invisible(std::string_view text);

/// Appends `text` to `to` without them.
void append_without_break_hints(std::string_view text, std::string& to);

}  // namespace offprint::html
