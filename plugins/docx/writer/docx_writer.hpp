// The DOCX writer: WordprocessingML, ECMA-376 5th edition, Transitional.
// Thread safety: an instance serves one conversion on one thread.
#pragma once

#include "offprint/writer.hpp"

namespace offprint::docx {

class DocxWriter final : public Writer {
public:
    void write(const Document& document, ByteSink& sink, const Options& options, Context& context) override;
    void narrow(ImageRequest& images, const Options& options) const override;
};

}  // namespace offprint::docx
