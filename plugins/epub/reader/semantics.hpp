// What the structural semantics of EPUB (EPUB Structural Semantics Vocabulary 1.1) mean in HTML.
// Thread safety: pure.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "package/package.hpp"

namespace offprint::epub {

/// The value of `epub:type` of an element, whatever the prefix; empty if it has none.
std::string_view semantic_type(pugi::xml_node element);

/// The roles of DPUB-ARIA 1.0 that `types` stand for, separated by spaces; only those that matter to the mapper.
std::string roles_of(std::string_view types);

/// True for the mark of a page of the printed book.
bool is_page_break(std::string_view types, std::string_view role);

}  // namespace offprint::epub
