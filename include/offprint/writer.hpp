// What a format implements to be written.
// Thread safety: an instance serves one conversion on one thread; instances run side by side, so an
// implementation has no mutable globals.
#pragma once

#include "offprint/byte_sink.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/image_converter.hpp"
#include "offprint/options.hpp"

namespace offprint {

/// Writes one format. Made by a plugin's factory for one conversion; the host owns and deletes it.
class OFFPRINT_API Writer {
public:
    virtual ~Writer();

    /// Appends the whole output to `sink` and does not commit it. `document` is sound, and its SVG
    /// images are without active content. Equal arguments give equal bytes. What the format cannot hold is reported
    /// to `context`.
    virtual void write(const Document& document, ByteSink& sink, const Options& options, Context& context) = 0;

    /// Narrows what the images are to be where `options` ask for more than the format: those of a device, say; a writer
    /// that wants drawings beside their pixels says so here, too. Called before `write`, with the same options; the
    /// default changes nothing.
    virtual void narrow(ImageRequest& images, const Options& options) const;
};

}  // namespace offprint
