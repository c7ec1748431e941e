// Lines anywhere on a page that say of themselves who wrote the article, or when: "Last updated: ...", "Author: ...".
// Thread safety: pure but for its arguments.
#pragma once

#include "html/dom/dom.hpp"
#include "metadata/claims.hpp"
#include "metadata/credits.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// The first dates of publication and of the last change that have a label, and the authors, if all lines that name any
/// name the same. A mere "By" is no label here: so do lists of other articles name theirs.
Claims read_labelled_lines(const Dom& dom, const PageFacts& facts, Context& context);

}  // namespace offprint::html
