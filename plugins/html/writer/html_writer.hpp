// Writes a document as one page of HTML that needs nothing else.
// Thread safety: one instance a conversion.
#pragma once

#include "offprint/writer.hpp"

namespace offprint::html {

class HtmlWriter final : public Writer {
public:
    void write(const Document& document, ByteSink& sink, const Options& options, Context& context) override;
};

}  // namespace offprint::html
