// The small parts around the text: document properties, settings, fonts and theme.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "offprint/document.hpp"

namespace offprint::docx {

/// docProps/core.xml (ECMA-376 Part 2, 11). Times are those of the document unless `source_date_epoch`,
/// seconds since 1970, says otherwise.
std::string core_properties_xml(const Document& document, const std::optional<std::int64_t>& source_date_epoch);

/// docProps/app.xml (Part 1, 22.2).
std::string extended_properties_xml(const Metadata& metadata);

/// docProps/custom.xml (Part 1, 22.3): metadata that the other two have no place for; empty if there is none.
std::string custom_properties_xml(const Metadata& metadata);

/// word/settings.xml (Part 1, 17.15). What `reference`, a `w:settings` (or null), says of the page and of hyphenation
/// prevails over ours.
std::string settings_xml(std::string_view language, bool has_notes, pugi::xml_node reference);

/// word/webSettings.xml (Part 1, 17.15.2).
std::string web_settings_xml();

/// word/fontTable.xml (Part 1, 17.8): what to take where a font of the design is missing.
std::string font_table_xml(std::string_view language);

/// word/theme/theme1.xml (Part 1, 20.1.6.9).
std::string theme_xml();

}  // namespace offprint::docx
