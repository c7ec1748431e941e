// The encoding that a page declares in its first bytes.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace offprint::html {

/// The label in a `meta` element (HTML, section 13.2.3.2) or an XML declaration within the first bytes;
/// empty if there is none.
std::string declared_encoding(std::string_view bytes);

}  // namespace offprint::html
