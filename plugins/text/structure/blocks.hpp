// From lines to blocks: headings, paragraphs, lists, tables, quotes, code, verse, scene breaks.
// Thread safety: a reader belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lines/hyphenation.hpp"
#include "lines/lines.hpp"
#include "lines/passage.hpp"
#include "lines/source_text.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "shape/shape.hpp"
#include "structure/heading_levels.hpp"
#include "structure/references.hpp"

namespace offprint::text {

/// What is known of a whole text before its blocks are read.
struct TextFacts {
    Shape shape;
    References references;
    Hyphenation hyphenation;
    bool lossless = false;  ///< every word stays, those that are marks of structure included
};

/// Reads blocks of one text. Linear in its lines: containers nest to a fixed depth, below which their
/// marks are text. Keeps references to its arguments.
class BlockReader {
public:
    BlockReader(const SourceText& source, const TextFacts& facts, Context& context)
        : source_(source), facts_(facts), shape_(facts.shape), context_(context) {}

    /// The blocks of `lines`, which view the source.
    Blocks read(Lines lines);

    /// The notes that the text refers to.
    std::vector<Note> notes();

    /// A heading with the text of `line`, whatever its marks.
    Heading heading(const Line& line, int level) const;

    /// The inlines of lines that belong together.
    Inlines inlines(Lines lines, LineEnds line_ends) const;

    Paragraph paragraph(Lines lines, LineEnds line_ends) const;

    /// Where `lines` stood.
    SourceRange range(Lines lines) const;

private:
    /// What stands before and after the place that is read.
    struct Place {
        Lines lines;                     ///< not empty
        const Line* previous = nullptr;  ///< null at the start
        int depth = 0;                   ///< containers around it
        bool in_item = false;            ///< the innermost of these is an item of a list
    };

    Blocks read(Lines lines, int depth, bool in_item = false);

    // Each reads one construct at the start of `place`, appends to `blocks`, and
    // returns how many lines it took; 0 if the construct does not stand there.
    std::size_t read_block(const Place& place, Blocks& blocks);
    std::size_t read_fenced_code(const Place& place, Blocks& blocks);
    std::size_t read_shell_session(const Place& place, Blocks& blocks);
    std::size_t read_scene_break(const Place& place, Blocks& blocks);
    std::size_t read_marked_heading(const Place& place, Blocks& blocks);
    std::size_t read_plain_heading(const Place& place, Blocks& blocks);
    std::size_t read_table(const Place& place, Blocks& blocks);
    std::size_t read_definitions(const Place& place, Blocks& blocks);
    std::size_t read_quote(const Place& place, Blocks& blocks);
    std::size_t read_list(const Place& place, Blocks& blocks);
    std::size_t read_set_in(const Place& place, Blocks& blocks);
    std::size_t read_paragraph(const Place& place, Blocks& blocks);

    std::size_t read_broken_lines(Lines lines, Blocks& blocks);
    void add_code(Lines lines, std::uint32_t indent, std::string_view language, Blocks& blocks);
    void add_outdented(Lines lines, int depth, Blocks& blocks);
    void add_verse(Lines lines, Blocks& blocks);
    ListItem item(Lines lines, int depth);
    TableCell cell(const std::vector<Line>& lines) const;

    bool is_first_line(const Place& place) const;
    std::size_t paragraph_size(const Place& place) const;
    bool begins_list(Lines lines, bool in_item) const;
    bool starts_anew(Lines lines, const Line& previous, bool in_item) const;
    bool is_markdown() const { return shape_.genre == Genre::markdown; }

    const SourceText& source_;
    const TextFacts& facts_;
    const Shape& shape_;
    Context& context_;
    std::vector<FoundHeading> found_headings_;
};

}  // namespace offprint::text
