// Reads web pages: the article in them, its metadata and its structure.
// Thread safety: an instance serves one conversion on one thread.
#pragma once

#include "offprint/reader.hpp"

namespace offprint::html {

class HtmlReader final : public Reader {
public:
    Document read(ByteSource& source, const Options& options, Context& context) override;
};

}  // namespace offprint::html
