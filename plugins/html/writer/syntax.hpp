// A tree of elements in the HTML syntax (WHATWG HTML, 13.1), which is not XML's.
// Thread safety: pure but for their arguments.
#pragma once

#include <functional>
#include <pugixml.hpp>
#include <string>

#include "offprint/byte_sink.hpp"

namespace offprint::html {

/// Writes the children of `parent`, each block on a line of its own. What `src` says is not written but handed over,
/// for it may be too large for a tree; the page's writer sets no other one.
void write_children(pugi::xml_node parent, ByteSink& sink,
                    const std::function<void(const std::string& source)>& write_source);

}  // namespace offprint::html
