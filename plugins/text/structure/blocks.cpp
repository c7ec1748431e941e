#include "structure/blocks.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "inline/inlines.hpp"
#include "lines/letters.hpp"
#include "lines/marks.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"
#include "structure/definitions.hpp"
#include "structure/list_items.hpp"
#include "structure/stanzas.hpp"
#include "structure/tables.hpp"

namespace offprint::text {

namespace {

constexpr int deepest_container = 16;
constexpr std::uint32_t code_indent = 4;

/// How many lines are set in as Markdown's code is.
std::size_t indented_lines(Lines lines) {
    const auto is_flush = [](const Line& line) { return line.indent < code_indent; };
    return static_cast<std::size_t>(std::find_if(lines.begin(), lines.end(), is_flush) - lines.begin());
}

/// The lines at the start of `lines` that are set in by `indent` or more, up to a blank one.
Lines indented_stanza(Lines lines, std::uint32_t indent) {
    std::size_t size = 0;
    while (size < lines.size() && lines[size].indent >= indent && (size == 0 || lines[size].blank_lines == 0)) ++size;
    return lines.first(size);
}

/// As tables and figures are captioned, and as lines are that hold two columns.
bool has_gap(const Line& line) {
    return holds_two_spaces(line.text) || line.text.find('\t') != std::string_view::npos;
}

bool are_short(Lines lines) {
    constexpr std::size_t longest = 60;  // characters
    return std::all_of(lines.begin(), lines.end(), [](const Line& line) {
        return line.text.size() <= 4 * longest && code_points(line.text) <= longest;
    });
}

/// True if most lines are sentences of their own, as those of verse and addresses are not.
bool are_sentences(Lines lines) {
    const auto ending =
        std::count_if(lines.begin(), lines.end(), [](const Line& line) { return ends_sentence(line.text); });
    return static_cast<std::size_t>(ending) * 3 >= lines.size() * 2;
}

/// True if a line begins a block by its mark.
bool holds_block_mark(Lines lines) {
    return std::any_of(lines.begin(), lines.end(), [](const Line& line) {
        return line.text.front() == '>' || list_marker(line.text) || opening_fence(line.text) ||
               is_scene_break(line.text);
    });
}

}  // namespace

// ---------------------------------------------------------------- pieces of text

SourceRange BlockReader::range(Lines lines) const {
    return {source_.range(lines.front().text).begin, source_.range(lines.back().text).end};
}

Inlines BlockReader::inlines(Lines lines, LineEnds line_ends) const {
    Inlines content =
        read_inlines(Passage(lines, line_ends, source_, facts_.hyphenation), is_markdown(), facts_.references);
    std::uint64_t nodes = 1;  // the block around them
    walk(content, [&](const auto&) { ++nodes; });
    context_.count_nodes(nodes);
    return content;
}

Paragraph BlockReader::paragraph(Lines lines, LineEnds line_ends) const {
    Paragraph node;
    node.content = inlines(lines, line_ends);
    node.range = range(lines);
    return node;
}

Heading BlockReader::heading(const Line& line, int level) const {
    Line title = line;
    if (const std::optional<AtxHeading> atx = atx_heading(line.text)) title.text = atx->text;
    Heading node;
    node.level = level;
    node.content = inlines(Lines(&title, 1), LineEnds::join);
    node.range = range(Lines(&line, 1));
    return node;
}

// ---------------------------------------------------------------- the way through the lines

Blocks BlockReader::read(Lines lines) {
    found_headings_.clear();
    Blocks blocks = read(lines, 0);
    settle_headings(found_headings_, blocks);
    return blocks;
}

Blocks BlockReader::read(Lines lines, int depth, bool in_item) {
    Blocks blocks;
    const Line* previous = nullptr;
    while (!lines.empty()) {
        context_.checkpoint();
        context_.count_nodes(1);
        const std::size_t taken = read_block({lines, previous, depth, in_item}, blocks);
        previous = &lines[taken - 1];
        lines = lines.subspan(taken);
    }
    return blocks;
}

std::size_t BlockReader::read_block(const Place& place, Blocks& blocks) {
    if (const std::size_t taken = read_fenced_code(place, blocks)) return taken;
    if (const std::size_t taken = read_shell_session(place, blocks)) return taken;
    if (const std::size_t taken = read_scene_break(place, blocks)) return taken;
    if (const std::size_t taken = read_marked_heading(place, blocks)) return taken;
    if (const std::size_t taken = read_plain_heading(place, blocks)) return taken;
    if (const std::size_t taken = read_table(place, blocks)) return taken;
    if (place.depth < deepest_container) {
        if (const std::size_t taken = read_set_in(place, blocks)) return taken;
        if (const std::size_t taken = read_definitions(place, blocks)) return taken;
        if (const std::size_t taken = read_quote(place, blocks)) return taken;
        if (const std::size_t taken = read_list(place, blocks)) return taken;
    }
    return read_paragraph(place, blocks);
}

std::vector<Note> BlockReader::notes() {
    std::vector<Note> notes;
    for (const NoteDefinition& definition : facts_.references.notes()) {
        const Lines lines = definition.lines;
        const std::size_t first = lines_to_blank(lines);
        Note note;
        note.content.emplace_back(paragraph(lines.first(first), LineEnds::join));
        Blocks more = read(lines.subspan(first), 1);
        std::move(more.begin(), more.end(), std::back_inserter(note.content));
        note.range = definition.range;
        notes.push_back(std::move(note));
    }
    return notes;
}

// ---------------------------------------------------------------- constructs

std::size_t BlockReader::read_fenced_code(const Place& place, Blocks& blocks) {
    const Lines lines = place.lines;
    const std::optional<Fence> fence = opening_fence(lines.front().text);
    if (!fence) return 0;
    // Without a closing fence the code goes on to the end, as in CommonMark.
    std::size_t end = 1;
    while (end < lines.size() && !fence->closed_by(lines[end].text)) ++end;
    const std::size_t taken = std::min(end + 1, lines.size());
    add_code(lines.subspan(1, end - 1), lines.front().indent, fence->language, blocks);
    std::get<CodeBlock>(blocks.back()).range = range(lines.first(taken));
    return taken;
}

/// Commands behind the prompt of a shell and what they print, up to a blank line.
std::size_t BlockReader::read_shell_session(const Place& place, Blocks& blocks) {
    const Line& first = place.lines.front();
    const bool starts_block = place.previous == nullptr || first.blank_lines != 0;
    if (is_markdown() || !starts_block || !is_shell_command(first)) return 0;
    std::size_t taken = lines_to_blank(place.lines);
    // A session that goes on behind a blank line is one piece of code.
    while (taken < place.lines.size() && is_shell_command(place.lines[taken]))
        taken += lines_to_blank(place.lines.subspan(taken));
    const Lines session = place.lines.first(taken);
    add_code(session, smallest_indent(session), {}, blocks);
    return taken;
}

void BlockReader::add_code(Lines lines, std::uint32_t indent, std::string_view language, Blocks& blocks) {
    CodeBlock code;
    code.language = language;
    for (const Line& line : lines) {
        if (&line != &lines.front()) code.text.append(line.blank_lines + std::size_t{1}, '\n');
        code.text.append(line.indent - std::min(line.indent, indent), ' ');
        code.text += line.text;
    }
    if (!lines.empty()) code.range = range(lines);
    blocks.emplace_back(std::move(code));
}

std::size_t BlockReader::read_scene_break(const Place& place, Blocks& blocks) {
    const Lines lines = place.lines;
    // "I was sent a whole line of this:" / "*****" / "and asked for the meaning."
    const bool goes_on = place.previous != nullptr && place.previous->text.ends_with(':') && lines.size() > 1 &&
                         begins_low(lines[1].text);
    if (!is_scene_break(lines.front().text) || goes_on) return 0;
    Rule rule;
    rule.range = range(lines.first(1));
    blocks.emplace_back(std::move(rule));
    return 1;
}

std::size_t BlockReader::read_marked_heading(const Place& place, Blocks& blocks) {
    const Lines lines = place.lines;
    const Line& first = lines.front();
    if (first.indent >= code_indent) return 0;
    const bool starts_block = place.previous == nullptr || first.blank_lines != 0;
    const std::optional<AtxHeading> atx = atx_heading(first.text);
    // Elsewhere than in Markdown a number sign may begin a line for many reasons.
    if (atx && (is_markdown() || (starts_block && !begins_low(atx->text)))) {
        blocks.emplace_back(heading(first, atx->level));
        return 1;
    }
    constexpr std::size_t longest_heading = 100;
    if (lines.size() < 2 || lines[1].blank_lines != 0 || lines[1].indent > first.indent + 3) return 0;
    const int level = setext_level(lines[1].text);
    if (level == 0 || first.text.size() > 4 * longest_heading || code_points(first.text) > longest_heading) return 0;
    if (list_marker(first.text) || first.text.front() == '>') return 0;
    // Elsewhere than in Markdown a shorter line parts what is above from what is below.
    if (!is_markdown() && lines[1].text.size() * 2 < code_points(first.text)) return 0;
    Heading node = heading(first, level);
    node.range = range(lines.first(2));
    blocks.emplace_back(std::move(node));
    return 2;
}

std::size_t BlockReader::read_plain_heading(const Place& place, Blocks& blocks) {
    if (place.depth > 0) return 0;
    const bool below_one = !found_headings_.empty() && found_headings_.back().block + 1 == blocks.size();
    const std::optional<PlainHeading> found = find_plain_heading(place.lines, {place.previous, below_one}, shape_);
    if (!found) return 0;
    const Lines own = place.lines.first(found->lines);
    found_headings_.push_back({blocks.size(), found->kind, found->depth, own.front().text});
    Heading node;
    node.content = inlines(own, LineEnds::keep);
    node.range = range(own);
    blocks.emplace_back(std::move(node));
    return found->lines;
}

std::size_t BlockReader::read_table(const Place& place, Blocks& blocks) {
    std::optional<TableLines> found = find_table(place.lines);
    if (!found || looks_like_source(place.lines.first(found->size))) return 0;
    Table table;
    for (Alignment alignment : found->alignments) table.columns.push_back({.alignment = alignment});
    table.range = range(place.lines.first(found->size));
    TableSection head{{}, SectionKind::head, {}};
    TableSection body{{}, SectionKind::body, {}};
    for (std::size_t i = 0; i < found->rows.size(); ++i) {
        TableRow row;
        for (const CellLines& lines : found->rows[i]) {
            row.cells.push_back(cell(lines));
            row.cells.back().header = i < found->header_rows;
        }
        (i < found->header_rows ? head : body).rows.push_back(std::move(row));
    }
    if (!head.rows.empty()) table.sections.push_back(std::move(head));
    if (!body.rows.empty()) table.sections.push_back(std::move(body));
    blocks.emplace_back(std::move(table));
    return found->size;
}

TableCell BlockReader::cell(const std::vector<Line>& lines) const {
    TableCell cell;
    context_.count_nodes(1);
    if (lines.empty()) return cell;
    cell.content.emplace_back(paragraph(lines, LineEnds::join));
    cell.range = range(lines);
    return cell;
}

std::size_t BlockReader::read_definitions(const Place& place, Blocks& blocks) {
    // Where paragraphs begin further in, a short line before one is no term.
    if (is_markdown() || shape_.first_line_indent != 0 || shape_.margin != 0) return 0;
    const std::optional<std::vector<DefinitionLines>> found = find_definitions(place.lines);
    if (!found) return 0;
    DefinitionList list;
    list.range = range(place.lines.first(found->back().end));
    for (const DefinitionLines& lines : *found) {
        const Lines term = place.lines.subspan(lines.term, 1);
        const Lines description = place.lines.subspan(lines.term + 1, lines.end - lines.term - 1);
        context_.count_nodes(3);
        DefinitionItem item;
        item.terms.emplace_back().content = inlines(term, LineEnds::join);
        item.terms.back().range = range(term);
        item.descriptions.emplace_back().content.emplace_back(paragraph(description, LineEnds::join));
        item.descriptions.back().range = range(description);
        item.range = range(place.lines.subspan(lines.term, lines.end - lines.term));
        list.items.push_back(std::move(item));
    }
    blocks.emplace_back(std::move(list));
    return found->back().end;
}

std::size_t BlockReader::read_quote(const Place& place, Blocks& blocks) {
    const Lines lines = place.lines;
    std::vector<Line> quoted;
    std::uint32_t blank_lines = 0;
    std::size_t taken = 0;
    for (; taken < lines.size() && lines[taken].text.front() == '>'; ++taken) {
        if (taken > 0 && lines[taken].blank_lines != 0) break;
        std::string_view text = lines[taken].text.substr(1);
        if (text.starts_with(' ')) text.remove_prefix(1);
        Line line{.blank_lines = blank_lines};
        const bool blank = !set_line(line, text);
        if (!blank) quoted.push_back(line);
        blank_lines = blank ? blank_lines + 1 : 0;
    }
    if (quoted.empty()) return taken;
    Quote quote;
    quote.content = read(quoted, place.depth + 1);
    quote.range = range(lines.first(taken));
    blocks.emplace_back(std::move(quote));
    return taken;
}

std::size_t BlockReader::read_list(const Place& place, Blocks& blocks) {
    const std::optional<ListLines> found = find_list(place.lines, shape_, place.in_item);
    // What was said before began with this dash and was no list.
    const bool speech_goes_on = found && place.previous != nullptr && !is_markdown() &&
                                place.previous->text.starts_with(found->first.sign) && !found->first.ordered;
    if (!found || speech_goes_on) return 0;
    List list;
    list.ordered = found->first.ordered;
    list.numbering = found->first.numbering;
    list.start = list.ordered ? found->first.number : 1;
    list.tight = found->tight;
    list.range = range(place.lines.first(found->size));
    for (std::size_t i = 0; i < found->items.size(); ++i) {
        const std::size_t begin = found->items[i];
        const std::size_t end = i + 1 < found->items.size() ? found->items[i + 1] : found->size;
        list.items.push_back(item(place.lines.subspan(begin, end - begin), place.depth));
    }
    blocks.emplace_back(std::move(list));
    return found->size;
}

ListItem BlockReader::item(Lines lines, int depth) {
    std::vector<Line> own = item_lines(lines);
    ListItem item;
    item.range = range(lines);
    constexpr std::size_t box_size = 4;
    const std::string_view text = own.front().text;
    const bool boxed = text.starts_with("[ ] ") || text.starts_with("[x] ") || text.starts_with("[X] ");
    if (boxed && text.size() > box_size && !facts_.lossless) {
        item.checked = text[1] != ' ';
        own.front().text.remove_prefix(box_size);
    }
    item.content = read(own, depth + 1, true);
    return item;
}

/// True if what sets the line in is that it begins a paragraph.
bool BlockReader::is_first_line(const Place& place) const {
    const Line& line = place.lines.front();
    if (shape_.first_line_indent == 0 || line.indent != shape_.margin + shape_.first_line_indent) return false;
    const bool alone = place.lines.size() == 1 || place.lines[1].indent < line.indent;
    return alone || (place.previous != nullptr && line.blank_lines == 0);
}

/// Lines set in from the left: code, a drawing, verse, or a quotation.
std::size_t BlockReader::read_set_in(const Place& place, Blocks& blocks) {
    const Lines lines = place.lines;
    if (is_markdown()) {
        const std::size_t taken = indented_lines(lines);
        if (taken != 0) add_code(lines.first(taken), code_indent, {}, blocks);
        return taken;
    }
    if (is_first_line(place)) return 0;
    const std::uint32_t indent = shape_.margin + (shape_.margin == 0 ? code_indent : 1);
    const Lines stanza = indented_stanza(lines, indent);
    // One line alone is the first of a paragraph.
    if (stanza.size() < 2 || list_marker(stanza.front().text)) return 0;
    const auto is_verbatim = [](Lines part) { return !part.empty() && (looks_like_code(part) || looks_drawn(part)); };
    if (is_verbatim(stanza)) {
        std::size_t taken = stanza.size();
        for (Lines next = indented_stanza(lines.subspan(taken), indent); is_verbatim(next);
             next = indented_stanza(lines.subspan(taken), indent))
            taken += next.size();
        add_code(lines.first(taken), smallest_indent(lines.first(taken)), {}, blocks);
        return taken;
    }
    if (is_broken_by_hand(stanza, shape_))
        add_verse(stanza, blocks);
    else
        add_outdented(stanza, place.depth, blocks);
    return stanza.size();
}

/// Where a line is a paragraph, its indentation is a first line's; else it sets a quotation apart.
void BlockReader::add_outdented(Lines lines, int depth, Blocks& blocks) {
    std::vector<Line> outdented(lines.begin(), lines.end());
    const std::uint32_t indent = smallest_indent(lines);
    for (Line& line : outdented) line.indent -= indent;
    Blocks content = read(outdented, depth + 1);
    if (shape_.layout == Layout::lines) {
        std::move(content.begin(), content.end(), std::back_inserter(blocks));
        return;
    }
    Quote quote;
    quote.content = std::move(content);
    quote.range = range(lines);
    blocks.emplace_back(std::move(quote));
}

/// One stanza; neighbouring stanzas are one poem.
void BlockReader::add_verse(Lines lines, Blocks& blocks) {
    Group* poem = blocks.empty() ? nullptr : std::get_if<Group>(&blocks.back());
    if (poem == nullptr) poem = &std::get<Group>(blocks.emplace_back(Group{}));
    poem->kind = GroupKind::verse;
    poem->content.emplace_back(paragraph(lines, LineEnds::keep));
    const SourceRange stanza = range(lines);
    poem->range = poem->range.known() ? SourceRange{poem->range.begin, stanza.end} : stanza;
}

std::size_t BlockReader::read_paragraph(const Place& place, Blocks& blocks) {
    if (const std::size_t taken = read_broken_lines(place.lines, blocks)) return taken;
    const std::size_t taken = paragraph_size(place);
    const LineEnds line_ends = is_markdown() ? LineEnds::join_or_two : LineEnds::join;
    blocks.emplace_back(paragraph(place.lines.first(taken), line_ends));
    return taken;
}

/// Lines up to a blank one whose breaks were meant: a drawing, verse, an address.
std::size_t BlockReader::read_broken_lines(Lines lines, Blocks& blocks) {
    constexpr std::size_t most = 100;
    const std::size_t size = lines_to_blank(lines.first(std::min(lines.size(), most)));
    if (is_markdown() || size < 3 || size == most) return 0;
    const Lines own = lines.first(size);
    if (holds_block_mark(own)) return 0;
    if (looks_drawn(own)) {
        add_code(own, smallest_indent(own), {}, blocks);
        return size;
    }
    const bool broken = shape_.layout == Layout::lines
                            ? shape_.blank_lines_part && are_short(own) && !are_sentences(own)
                            : is_broken_by_hand(own, shape_);
    if (!broken || std::any_of(own.begin(), own.end(), has_gap)) return 0;
    // Three lines are too few to call them a poem: an address, a greeting.
    if (size == 3)
        blocks.emplace_back(paragraph(own, LineEnds::keep));
    else
        add_verse(own, blocks);
    return size;
}

std::size_t BlockReader::paragraph_size(const Place& place) const {
    const Lines lines = place.lines;
    if (shape_.layout == Layout::lines) return 1;
    std::size_t size = 1;
    while (size < lines.size() && lines[size].blank_lines == 0 &&
           !starts_anew(lines.subspan(size), lines[size - 1], place.in_item) &&
           !(has_gap(lines[size]) && find_table(lines.subspan(size))))
        ++size;
    return size;
}

/// True if the marker of a first item stands at the start of `lines`, and a list with it.
bool BlockReader::begins_list(Lines lines, bool in_item) const {
    const std::optional<ListMarker> marker = list_marker(lines.front().text);
    return marker && (!marker->ordered || marker->number == 1) && find_list(lines, shape_, in_item);
}

/// True if the first of `lines`, which follows `previous` without a blank line, begins a block of its own.
bool BlockReader::starts_anew(Lines lines, const Line& previous, bool in_item) const {
    const Line& line = lines.front();
    if (line.text.front() == '>' || opening_fence(line.text) || is_scene_break(line.text)) return true;
    if (is_markdown() && atx_heading(line.text)) return true;
    const bool further_in = line.indent >= previous.indent + 2;
    // A dash or a number at the start of a wrapped line is rarely a list's.
    const bool list_may_begin = in_item || is_markdown() || further_in || previous.text.ends_with(':') ||
                                is_deliberate_break(previous, line, shape_.width);
    if (list_may_begin && begins_list(lines, in_item)) return true;
    if (is_markdown()) return false;
    if (shape_.first_line_indent != 0 && line.indent == shape_.margin + shape_.first_line_indent) return true;
    if (shape_.layout == Layout::wrapped && ends_sentence(previous.text) && !begins_low(line.text) &&
        is_deliberate_break(previous, line, shape_.width))
        return true;
    return further_in && ends_sentence(previous.text);
}

}  // namespace offprint::text
