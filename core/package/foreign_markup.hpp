// SVG and MathML from outside, reduced to what is safe and valid inside a book, or to text.
// Thread safety: pure but for their arguments.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace offprint::package {

/// `svg` as a standalone UTF-8 SVG file without DOCTYPE, entities, scripts, event handlers,
/// foreignObject, animation of references, external references and foreign namespaces; nullopt when
/// it is no well-formed SVG or is nested deeper than 256.
std::optional<std::string> sanitize_svg(std::string_view svg);

/// Appends `mathml` (a `math` element) to `parent` with an allow-list of Presentation MathML
/// elements and attributes (MathML 3, chapter 3; EPUB 3.3, section 6.1.3: `semantics` is reduced to
/// its presentation child, annotations go). False, and nothing appended, when it is not well-formed or empty.
bool append_mathml(pugi::xml_node parent, std::string_view mathml);

/// The same formula as text in one line: "x^2/(2a)". Empty where `append_mathml` appends nothing.
std::string mathml_text(std::string_view mathml);

}  // namespace offprint::package
