// Reads Markdown: CommonMark, what GitHub and pandoc add to it, and the HTML that stands in it.
// Thread safety: as every Reader.
#pragma once

#include "offprint/reader.hpp"

namespace offprint::markdown {

class MarkdownReader : public Reader {
public:
    Document read(ByteSource& source, const Options& options, Context& context) override;
};

}  // namespace offprint::markdown
