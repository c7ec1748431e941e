// Carries the pictures of a container over to the document that was read from its page.
// Thread safety: pure but for its arguments.
#pragma once

#include "html/container.hpp"
#include "offprint/document.hpp"

namespace offprint::html {

/// Puts those parts that images of `document` refer to into its resources, each once. What the container lacks stays a
/// reference; a part that is no usable image as well, with the diagnostic "html.part-unusable". All together are
/// bounded by `Limits::resource_bytes`.
void embed_parts(const Container& container, Document& document, Context& context);

}  // namespace offprint::html
