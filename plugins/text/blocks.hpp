// From lines to blocks: headings, paragraphs, lists, quotes, code, verse, scene breaks.
// Thread safety: a reader belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lines.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "passage.hpp"
#include "shape.hpp"
#include "source_text.hpp"

namespace offprint::text {

/// Reads blocks of one text. Linear in its lines: containers nest to a fixed depth, below which their
/// marks are text.
class BlockReader {
public:
    BlockReader(const SourceText& source, const Shape& shape, Context& context)
        : source_(source), shape_(shape), context_(context) {}

    /// The blocks of `lines`, which view the source.
    Blocks read(Lines lines) { return read(lines, 0); }

    /// A heading with the text of `line`, whatever its marks.
    Heading heading(const Line& line, int level) const;

    /// The inlines of lines that belong together.
    Inlines inlines(Lines lines, LineEnds line_ends) const;

    /// Where `lines` stood.
    SourceRange range(Lines lines) const;

private:
    Blocks read(Lines lines, int depth);

    // Each reads one construct at the start of `lines`, which is not empty, appends to `blocks`, and
    // returns how many lines it took; 0 if the construct does not stand there.
    std::size_t read_block(Lines lines, int depth, Blocks& blocks);
    std::size_t read_fenced_code(Lines lines, Blocks& blocks);
    std::size_t read_scene_break(Lines lines, Blocks& blocks);
    std::size_t read_heading(Lines lines, Blocks& blocks);
    std::size_t read_quote(Lines lines, int depth, Blocks& blocks);
    std::size_t read_list(Lines lines, int depth, Blocks& blocks);
    std::size_t read_indented(Lines lines, int depth, Blocks& blocks);
    std::size_t read_paragraph(Lines lines, Blocks& blocks);

    void add_code(Lines lines, std::uint32_t indent, std::string_view language, Blocks& blocks);
    void add_outdented(Lines lines, int depth, Blocks& blocks);
    void add_verse(Lines lines, Blocks& blocks);
    Paragraph paragraph(Lines lines, LineEnds line_ends) const;

    std::size_t paragraph_size(Lines lines) const;
    bool starts_anew(const Line& line, const Line& previous) const;
    bool is_broken_by_hand(Lines lines) const;
    bool is_markdown() const { return shape_.style == TextStyle::markdown; }

    const SourceText& source_;
    const Shape& shape_;
    Context& context_;
};

}  // namespace offprint::text
