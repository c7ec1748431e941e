// The reader of format `text`.
// Thread safety: as `Reader`.
#pragma once

#include "offprint/reader.hpp"

namespace offprint::text {

/// Reads plain text in its usual shapes: decodes, splits into lines, finds the shape, takes off the
/// front matter of an article, and reads what is left as blocks.
class TextReader final : public Reader {
public:
    Document read(ByteSource& source, const Options& options, Context& context) override;
};

}  // namespace offprint::text
