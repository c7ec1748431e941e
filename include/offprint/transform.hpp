// What happens to every document between reading and writing: plain functions.
// Thread safety: pure but for their arguments.
//
// Each is idempotent: run twice, it changes nothing the second time. What reading a document runs knows no writer.
#pragma once

#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/export.hpp"
#include "offprint/image_converter.hpp"
#include "offprint/plugin_registry.hpp"

namespace offprint {

/// All that every reader's document needs: the following up to `assign_ids`, in their order.
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

/// Takes every image out, those included that were not loaded yet. Text alternatives and captions remain.
OFFPRINT_API void drop_images(Document& document);

/// Sets `Metadata::cover` as `cover_option` has it. "auto" takes the cover that the document names, where it is one
/// (what a page shows beside links to it has to be large and no banner), else the first image of the content under the
/// same conditions; "generate" draws one; image bytes become one. Throws `Error{input}` for bytes that are no image.
OFFPRINT_API void make_cover(Document& document, std::string_view choice);

/// Makes the images what `request` asks for; what is that already keeps its bytes. SVG loses scripts and references to
/// the outside in any case. A cover in SVG becomes pixels, which all that show covers understand. The service `image`
/// is loaded when pixels must change first; without it images stay as they are, with one diagnostic. An image that is
/// broken goes, with a diagnostic; its text alternative remains.
OFFPRINT_API void fit_images(Document& document, const ImageRequest& request, const PluginRegistry& registry,
                             Context& context);

/// The size of all images together.
OFFPRINT_API std::uint64_t image_bytes(const Document& document);

/// Makes the images smaller, the largest first, until all together have no more than `bytes`; a diagnostic if that
/// cannot be. What `request` asks for stays true.
OFFPRINT_API void shrink_images(Document& document, std::uint64_t bytes, ImageRequest request,
                                const PluginRegistry& registry, Context& context);

}  // namespace offprint
