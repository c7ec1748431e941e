// What is known about an article, as pandoc's metadata.
// Thread safety: pure but for their arguments.
#pragma once

#include "json/output.hpp"
#include "losses.hpp"
#include "offprint/document.hpp"
#include "writer/content_writer.hpp"

namespace offprint::pandoc {

/// Writes the object of `document`'s metadata, under the names that pandoc's templates and its EPUB writer know; those
/// of a book's articles are in a list `articles`. What came from pandoc and has no place in the model goes back there.
void write_metadata(json::Output& out, const Document& document, ContentWriter& content, Losses& losses);

}  // namespace offprint::pandoc
