// Shows how far the search for the article has come, for people who want to know why.
// Thread safety: pure but for the context.
#pragma once

#include <string_view>
#include <vector>

#include "html/dom/dom.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// Tells the host's trace what `stage` left of the page: an outline of the body, one element a line, indented by its
/// depth: name, id and classes, bytes of text, link density, bytes of prose, and the first words. "*" marks the
/// `roots` of the article, "-" what was removed, which is not shown inside. Costs nothing unless somebody listens.
void trace_stage(std::string_view stage, const Dom& dom, const std::vector<bool>& removed,
                 const std::vector<NodeIndex>& roots, Context& context);

}  // namespace offprint::html
