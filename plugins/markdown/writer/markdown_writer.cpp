#include "writer/markdown_writer.hpp"

#include "writer/blocks.hpp"
#include "writer/front_matter.hpp"
#include "writer/images.hpp"
#include "writer/inlines.hpp"
#include "writer/output.hpp"

namespace offprint::markdown {

void MarkdownWriter::write(const Document& document, ByteSink& sink, const Options& options, Context& context) {
    Images images(document, sink);
    InlineWriter inlines(document, images, context);
    Output out;
    BlockWriter blocks(inlines, out, context);
    Node title;
    title.attributes = document.attributes;
    if (options.flag("front-matter")) {
        const std::string header = yaml_header(document.metadata);
        sink.write(header);
        if (!header.empty() && !document.content.empty()) sink.write("\n");
        blocks.write_anchor(title);
    } else {
        blocks.write_title_block(document.metadata, title);
    }
    blocks.write_on(document.content);
    // What nothing refers to would be lost: it has a number, too. Notes may refer to further ones.
    for (std::size_t note = 0; note < document.notes.size(); ++note) inlines.number_of(note);
    for (std::size_t i = 0; i < inlines.numbered_notes().size(); ++i)
        blocks.write_note(i + 1, document.notes[inlines.numbered_notes()[i]]);
    sink.write(out.take());
}

}  // namespace offprint::markdown
