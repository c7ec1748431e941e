#include "text_reader.hpp"

#include <fmt/format.h>

#include <iterator>
#include <utility>
#include <vector>

#include "blocks.hpp"
#include "encoding/decode.hpp"
#include "front_matter.hpp"
#include "lines.hpp"
#include "shape.hpp"
#include "source_text.hpp"

namespace offprint::text {

namespace {

/// A text that is set in as a whole has no indentation that means something.
void outdent(std::vector<Line>& lines) {
    const std::uint32_t indent = smallest_indent(lines);
    for (Line& line : lines) line.indent -= indent;
}

/// Everything as it stands; a title is a heading like any other.
void read_as_it_is(Lines lines, BlockReader& reader, Document& document) {
    if (begins_with_title(lines)) {
        document.content.emplace_back(reader.heading(lines.front(), 1));
        lines = lines.subspan(1);
    }
    Blocks body = reader.read(lines);
    std::move(body.begin(), body.end(), std::back_inserter(document.content));
}

void read_as_article(Lines lines, const Shape& shape, BlockReader& reader, Context& context, Document& document) {
    FrontMatter front = read_front_matter(lines, shape, reader, context);
    document.metadata = std::move(front.metadata);
    document.content = std::move(front.byline);
    Blocks body = reader.read(lines.subspan(front.lines));
    std::move(body.begin(), body.end(), std::back_inserter(document.content));
}

}  // namespace

Document TextReader::read(ByteSource& source, const Options& options, Context& context) {
    const encoding::Decoded decoded =
        encoding::decode(source.read_all(context.limits()), options.text("encoding"), {}, context);
    std::vector<Line> lines = split_lines(decoded.text);
    outdent(lines);
    const Shape shape = detect_shape(lines, options.text("text-style"));
    context.report(Severity::info, "text.shape", fmt::format("read as {} ({})", name_of(shape.style), shape.evidence));

    Document document;
    const SourceText source_text(decoded);
    BlockReader reader(source_text, shape, context);
    if (options.text("article") == "never")
        read_as_it_is(lines, reader, document);
    else
        read_as_article(lines, shape, reader, context, document);
    if (lines.empty()) context.report(Severity::warning, "text.empty", "the text has no words");
    return document;
}

}  // namespace offprint::text
