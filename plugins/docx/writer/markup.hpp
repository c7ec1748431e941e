// What all parts of a DOCX file share of writing WordprocessingML with pugixml.
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "package/xml.hpp"

namespace offprint::docx {

using package::append;
using package::set;

/// Appends `<name w:val="value"/>`, or `m:val` for an `m:` element, and returns it.
pugi::xml_node append_value(pugi::xml_node parent, const char* name, std::string_view value);
pugi::xml_node append_value(pugi::xml_node parent, const char* name, int value);

/// Sets an attribute to a decimal number.
void set_number(pugi::xml_node element, const char* name, long long value);

/// The root of a part with text: `name` with every namespace that a story may use.
pugi::xml_node start_story(pugi::xml_document& part, const char* name);

/// Appends `text` to a run as `w:t`, with `w:br`, `w:tab`, `w:softHyphen` and `w:noBreakHyphen` for the
/// characters that Word keeps out of text (ECMA-376 Part 1, 17.3.3).
void append_run_text(pugi::xml_node run, std::string_view text);

}  // namespace offprint::docx
