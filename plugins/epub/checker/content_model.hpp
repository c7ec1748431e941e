// Which elements and attributes XHTML has, and what may stand in what: the part of HTML's content models that a table
// can tell (HTML, section 4; EPUB 3.3, section 6.1). Thread safety: pure but for their arguments.
#pragma once

#include <string>

#include "checker/book.hpp"
#include "package/xml_document.hpp"

namespace offprint::epub::check {

inline constexpr std::string_view mathml_namespace = "http://www.w3.org/1998/Math/MathML";
inline constexpr std::string_view ops_namespace = "http://www.idpf.org/2007/ops";

/// Holds the elements of XHTML in `document` to the content models (RSC-005).
void check_content_model(Findings& findings, const std::string& path, const XmlDocument& document);

}  // namespace offprint::epub::check
