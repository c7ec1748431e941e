// The reader of format `json`: what its writer wrote, and what other programs made of that.
// Thread safety: as `Reader`.
#pragma once

#include "offprint/reader.hpp"

namespace offprint::json {

/// Reads what docs/schema/article-1.json describes; members that it does not name are passed over. Several values, one
/// after the other (JSON Lines), become a book.
class JsonReader final : public Reader {
public:
    Document read(ByteSource& source, const Options& options, Context& context) override;
};

}  // namespace offprint::json
