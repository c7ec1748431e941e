// The reader of format `pandoc`: pandoc's JSON.
// Thread safety: as `Reader`.
#pragma once

#include "offprint/reader.hpp"

namespace offprint::pandoc {

/// Reads what `pandoc -t json` and filters write, of the versions 1.22 and 1.23 of the AST.
class PandocReader final : public Reader {
public:
    Document read(ByteSource& source, const Options& options, Context& context) override;
};

}  // namespace offprint::pandoc
