// Tells the beginning of a text that only subscribers may read from a whole one.
// Thread safety: pure.
#pragma once

#include "html/dom/dom.hpp"
#include "metadata/read_metadata.hpp"
#include "offprint/document.hpp"

namespace offprint::html {

/// True if the page says that the text is not for everybody, and `content` is not the whole of it: far fewer words than
/// the page counts, or few beside a box that is named as the wall.
bool is_cut_by_paywall(const Dom& dom, const PageMetadata& page, const Blocks& content);

}  // namespace offprint::html
