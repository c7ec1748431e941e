// The writer of format `pandoc`: pandoc's JSON.
// Thread safety: as `Writer`.
#pragma once

#include "offprint/writer.hpp"

namespace offprint::pandoc {

/// Writes pandoc's AST as its `json` format has it, for `pandoc -f json` and for filters. Streams: what a document
/// takes in JSON is never in memory as a whole.
class PandocWriter final : public Writer {
public:
    void write(const Document& document, ByteSink& sink, const Options& options, Context& context) override;
};

}  // namespace offprint::pandoc
