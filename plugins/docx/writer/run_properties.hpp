// Run properties (ECMA-376 Part 1, 17.3.2): what the styles around a text amount to.
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>

#include "story.hpp"

namespace offprint::docx {

/// Bits of `Scope::traits` beside those of `Style`.
inline constexpr unsigned code_trait = 1u << 30;
inline constexpr unsigned link_trait = 1u << 31;

/// Appends `w:rPr` to a run; nothing when it would be empty. `right_to_left` is the text's own direction.
void append_run_properties(pugi::xml_node run, const Scope& scope, const Story& story, bool right_to_left);

}  // namespace offprint::docx
