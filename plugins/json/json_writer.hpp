// The writer of format `json`: one object for a document, complete and without loss.
// Thread safety: as `Writer`.
#pragma once

#include "offprint/writer.hpp"

namespace offprint::json {

/// Writes what docs/schema/article-1.json describes.
class JsonWriter final : public Writer {
public:
    void write(const Document& document, ByteSink& sink, const Options& options, Context& context) override;
};

}  // namespace offprint::json
