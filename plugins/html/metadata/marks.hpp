// What microdata, RDFa and microformats say of an element.
// Thread safety: pure.
#pragma once

#include <string_view>

#include "html/dom/dom.hpp"

namespace offprint::html {

/// True if the element is the property `name` of schema.org, in itemprop or, with any prefix, in property.
/// `name` is in lower case.
bool marks(const Dom& dom, NodeIndex element, std::string_view name);

}  // namespace offprint::html
