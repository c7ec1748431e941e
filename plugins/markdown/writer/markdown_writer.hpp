// Writes Markdown: CommonMark with GitHub's tables, task lists, strike-through and footnotes, and elements of HTML for
// the rest.
// Thread safety: as every Writer.
#pragma once

#include "offprint/writer.hpp"

namespace offprint::markdown {

class MarkdownWriter : public Writer {
public:
    void write(const Document& document, ByteSink& sink, const Options& options, Context& context) override;
};

}  // namespace offprint::markdown
