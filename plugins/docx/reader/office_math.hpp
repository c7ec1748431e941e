// Office Math (ECMA-376 Part 1, 22.1) as Presentation MathML.
// Thread safety: pure.
#pragma once

#include <pugixml.hpp>
#include <string>

namespace offprint::docx::reader {

/// The `math` element for an `m:oMath`; empty for a formula without content. A table for several formulas or rows is no
/// part of it.
std::string mathml_of(pugi::xml_node office_math, bool is_display);

}  // namespace offprint::docx::reader
