#include "text_reader.hpp"

#include <fmt/format.h>

#include <iterator>
#include <utility>
#include <vector>

#include "boilerplate/cut_boilerplate.hpp"
#include "encoding/decode.hpp"
#include "front/front_matter.hpp"
#include "language/detect_language.hpp"
#include "language/direction.hpp"
#include "language/document_language.hpp"
#include "lines/lines.hpp"
#include "lines/marks.hpp"
#include "lines/pages.hpp"
#include "lines/source_text.hpp"
#include "offprint/text.hpp"
#include "shape/shape.hpp"
#include "structure/blocks.hpp"
#include "structure/references.hpp"
#include "typography.hpp"

namespace offprint::text {

namespace {

/// A text that is set in as a whole has no indentation that means something.
void outdent(std::vector<Line>& lines) {
    const std::uint32_t indent = smallest_indent(lines);
    for (Line& line : lines) line.indent -= indent;
}

/// What is known of the text as a whole. Takes running headers and the definitions of notes out of `lines`. The
/// language shows in `sample`.
TextFacts find_facts(std::vector<Line>& lines, std::string_view sample, const SourceText& source,
                     const Options& options, Context& context) {
    TextFacts facts{.shape = detect_shape(lines, options.text("text-style")),
                    .lossless = options.text("article") == "never"};
    const Shape& shape = facts.shape;
    context.report(Severity::info, "text.shape", fmt::format("read as {} ({})", shape.name(), shape.evidence));
    if (!facts.lossless) lines = without_running_headers(std::move(lines), source, context);
    // An RFC's references are a section of their own.
    if (shape.genre != Genre::rfc) {
        const ReferenceHabits habits{.markdown = shape.genre == Genre::markdown,
                                     .one_line = shape.layout == Layout::lines,
                                     .lossless = facts.lossless};
        facts.references = References::take_from(lines, source, habits, context);
    }
    if (!facts.lossless && shape.layout != Layout::lines && has_broken_words(lines))
        facts.hyphenation = Hyphenation(lines, language::detect_language(sample).tag);
    return facts;
}

/// Everything as it stands; a title is a heading like any other.
void read_as_it_is(Lines lines, BlockReader& reader, Document& document) {
    if (begins_with_title(lines)) {
        document.content.emplace_back(reader.heading(lines.front(), 1));
        const bool underlined = lines[1].blank_lines == 0 && setext_level(lines[1].text) != 0;
        lines = lines.subspan(underlined ? 2 : 1);
    }
    Blocks body = reader.read(lines);
    std::move(body.begin(), body.end(), std::back_inserter(document.content));
}

void read_as_article(std::vector<Line> lines, const Shape& shape, TakenAs taken_as, BlockReader& reader,
                     Context& context, Document& document) {
    if (taken_as == TakenAs::article || begins_as_article(lines, shape))
        lines = cut_boilerplate(std::move(lines), shape, reader, context);
    FrontMatter front = read_front_matter(lines, shape, reader, taken_as, context);
    document.metadata = std::move(front.metadata);
    document.content = std::move(front.byline);
    Blocks body = reader.read(Lines(lines).subspan(front.lines, front.end - front.lines));
    std::move(body.begin(), body.end(), std::back_inserter(document.content));
}

}  // namespace

Document TextReader::read(ByteSource& source, const Options& options, Context& context) {
    const encoding::Decoded decoded =
        encoding::decode(source.read_all(context.limits()), options.text("encoding"), {}, context);
    const SourceText source_text(decoded);
    std::vector<Line> lines = split_lines(decoded.text);
    outdent(lines);
    constexpr std::size_t sample_size = 16 * 1024;
    const TextFacts facts = find_facts(lines, utf8_prefix(decoded.text, sample_size), source_text, options, context);

    Document document;
    BlockReader reader(source_text, facts, context);
    const bool is_empty = lines.empty();
    if (facts.lossless)
        read_as_it_is(lines, reader, document);
    else
        read_as_article(std::move(lines), facts.shape,
                        options.text("article") == "always" ? TakenAs::article : TakenAs::guess, reader, context,
                        document);
    document.notes = reader.notes();
    if (is_empty) context.report(Severity::warning, "text.empty", "the text has no words");
    language::complete_language(document, context);
    language::complete_direction(document);
    if (options.flag("typography")) set_typography(document, context);
    return document;
}

}  // namespace offprint::text
