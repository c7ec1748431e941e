// Writes EPUB 3.3 that older reading systems can open too.
// Thread safety: an instance serves one conversion on one thread.
#pragma once

#include "offprint/writer.hpp"

namespace offprint::epub {

/// Writes the whole book at once; the options are declared in epub.cpp.
class EpubWriter final : public Writer {
public:
    void write(const Document& document, ByteSink& sink, const Options& options, Context& context) override;
    void narrow(ImageRequest& images, const Options& options) const override;
};

}  // namespace offprint::epub
