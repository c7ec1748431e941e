// What happens to every document between reading and writing: plain functions, in this order.
// Thread safety: pure but for their arguments.
//
// Each is idempotent: run twice, it changes nothing the second time.
#pragma once

#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/export.hpp"

namespace offprint {

/// All of the following, in their order.
OFFPRINT_API void transform(Document& document, Context& context);

/// Flattens what is nested deeper than `Limits::depth`, with one diagnostic. Readers call it
/// themselves when their input can be deep; they must stay below some thousand levels.
OFFPRINT_API void limit_depth(Document& document, Context& context);

/// The title from the first heading, if the source named none; a heading that repeats the title at
/// the very beginning is taken out of the content, its id becomes the document's.
OFFPRINT_API void infer_metadata(Document& document, Context& context);

/// Heading levels without jumps: no heading is more than one level below the one before it.
OFFPRINT_API void repair_headings(Document& document, Context& context);

/// Loads each image through the context into `resources`, once per content; resolves what stays a
/// reference against the base URL. An image that cannot be had keeps alt text and source. So does a cover, which is
/// looked for among the images of the content first.
OFFPRINT_API void embed_images(Document& document, Context& context);

/// Gives every heading an id, made from its text, and unwraps links to ids that do not exist.
OFFPRINT_API void assign_ids(Document& document, Context& context);

}  // namespace offprint
