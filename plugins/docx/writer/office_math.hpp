// Formulas: Presentation MathML as Office Math (ECMA-376 Part 1, 22.1).
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>
#include <string_view>

namespace offprint::docx {

/// Appends `mathml` (a `math` element) to a paragraph as `m:oMath`, or as `m:oMathPara` when it stands on a
/// line of its own. False, and nothing appended, when it holds no formula.
bool append_office_math(pugi::xml_node paragraph, std::string_view mathml, bool own_line);

}  // namespace offprint::docx
