// What names of styles mean: Word's, pandoc's, LibreOffice's, Google Docs' and our own writer's.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>

#include "reader/style_sheet.hpp"

namespace offprint::docx::reader {

struct NamedRole {
    ParagraphRole role = ParagraphRole::body;
    int heading_level = 0;  ///< 1..9, of a heading
};

/// What a paragraph is whose style has this name; nullopt for a name that says nothing. "heading 1", "Heading1" and
/// "Überschrift 1" are one name.
std::optional<NamedRole> paragraph_role(std::string_view style_name);

/// The same of a run; `RunRole::none` for a name that says nothing.
RunRole run_role(std::string_view style_name);

}  // namespace offprint::docx::reader
