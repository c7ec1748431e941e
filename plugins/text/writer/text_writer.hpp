// Writes a document as plain text.
// Thread safety: one instance a conversion.
#pragma once

#include "offprint/writer.hpp"

namespace offprint::text {

class TextWriter final : public Writer {
public:
    void write(const Document& document, ByteSink& sink, const Options& options, Context& context) override;
};

}  // namespace offprint::text
