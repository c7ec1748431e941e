#include "blocks.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "inlines.hpp"
#include "list_items.hpp"
#include "marks.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::text {

namespace {

constexpr int deepest_container = 16;
constexpr std::uint32_t code_indent = 4;

std::size_t indented_lines(Lines lines) {
    const auto is_flush = [](const Line& line) { return line.indent < code_indent; };
    return static_cast<std::size_t>(std::find_if(lines.begin(), lines.end(), is_flush) - lines.begin());
}

/// The indented lines at the start of `lines`, up to a blank one.
Lines indented_stanza(Lines lines) {
    std::size_t size = 0;
    while (size < lines.size() && lines[size].indent >= code_indent && (size == 0 || lines[size].blank_lines == 0))
        ++size;
    return lines.first(size);
}

/// True if most lines look like a program or a shell session rather than prose or verse.
bool looks_like_code(Lines lines) {
    const auto is_code = [](const Line& line) {
        const std::string_view text = line.text;
        for (std::string_view part : {" = ", "()", "();", "->", "::", "==", "</"})
            if (text.find(part) != std::string_view::npos) return true;
        for (std::string_view start :
             {"$ ", "# ", "//", "#include", "def ", "import ", "return ", "if (", "for (", "<"})
            if (text.starts_with(start)) return true;
        return text.ends_with(';') || text.ends_with('{') || text.ends_with('}');
    };
    const auto code_lines = std::count_if(lines.begin(), lines.end(), is_code);
    return static_cast<std::size_t>(code_lines) * 2 >= lines.size();
}

}  // namespace

// ---------------------------------------------------------------- pieces of text

SourceRange BlockReader::range(Lines lines) const {
    return {source_.range(lines.front().text).begin, source_.range(lines.back().text).end};
}

Inlines BlockReader::inlines(Lines lines, LineEnds line_ends) const {
    Inlines content = read_inlines(Passage(lines, line_ends, source_), is_markdown());
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

Blocks BlockReader::read(Lines lines, int depth) {
    Blocks blocks;
    while (!lines.empty()) {
        context_.checkpoint();
        context_.count_nodes(1);
        lines = lines.subspan(read_block(lines, depth, blocks));
    }
    return blocks;
}

std::size_t BlockReader::read_block(Lines lines, int depth, Blocks& blocks) {
    if (const std::size_t taken = read_fenced_code(lines, blocks)) return taken;
    if (const std::size_t taken = read_scene_break(lines, blocks)) return taken;
    if (const std::size_t taken = read_heading(lines, blocks)) return taken;
    if (depth < deepest_container) {
        if (const std::size_t taken = read_indented(lines, depth, blocks)) return taken;
        if (const std::size_t taken = read_quote(lines, depth, blocks)) return taken;
        if (const std::size_t taken = read_list(lines, depth, blocks)) return taken;
    }
    return read_paragraph(lines, blocks);
}

// ---------------------------------------------------------------- constructs

std::size_t BlockReader::read_fenced_code(Lines lines, Blocks& blocks) {
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

std::size_t BlockReader::read_scene_break(Lines lines, Blocks& blocks) {
    if (!is_scene_break(lines.front().text)) return 0;
    Rule rule;
    rule.range = range(lines.first(1));
    blocks.emplace_back(std::move(rule));
    return 1;
}

std::size_t BlockReader::read_heading(Lines lines, Blocks& blocks) {
    const Line& first = lines.front();
    if (const std::optional<AtxHeading> atx = atx_heading(first.text)) {
        blocks.emplace_back(heading(first, atx->level));
        return 1;
    }
    constexpr std::size_t longest_heading = 100;
    if (lines.size() < 2 || lines[1].blank_lines != 0 || lines[1].indent > first.indent + 3) return 0;
    const int level = setext_level(lines[1].text);
    if (level == 0 || first.text.size() > 4 * longest_heading || code_points(first.text) > longest_heading) return 0;
    if (list_marker(first.text) || first.text.front() == '>') return 0;
    Heading node = heading(first, level);
    node.range = range(lines.first(2));
    blocks.emplace_back(std::move(node));
    return 2;
}

std::size_t BlockReader::read_quote(Lines lines, int depth, Blocks& blocks) {
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
    quote.content = read(quoted, depth + 1);
    quote.range = range(lines.first(taken));
    blocks.emplace_back(std::move(quote));
    return taken;
}

std::size_t BlockReader::read_list(Lines lines, int depth, Blocks& blocks) {
    const std::optional<ListLines> found = find_list(lines, shape_.style);
    if (!found) return 0;
    List list;
    list.ordered = found->first.ordered;
    list.start = list.ordered ? found->first.number : 1;
    list.tight = found->tight;
    list.range = range(lines.first(found->size));
    for (std::size_t i = 0; i < found->items.size(); ++i) {
        const std::size_t begin = found->items[i];
        const std::size_t end = i + 1 < found->items.size() ? found->items[i + 1] : found->size;
        const Lines whole = lines.subspan(begin, end - begin);
        ListItem item;
        item.content = read(item_lines(whole), depth + 1);
        item.range = range(whole);
        list.items.push_back(std::move(item));
    }
    blocks.emplace_back(std::move(list));
    return found->size;
}

/// Lines set in from the left: code, verse, or a quotation.
std::size_t BlockReader::read_indented(Lines lines, int depth, Blocks& blocks) {
    if (is_markdown()) {
        const std::size_t taken = indented_lines(lines);
        if (taken != 0) add_code(lines.first(taken), code_indent, {}, blocks);
        return taken;
    }
    if (shape_.first_line_indent != 0 && lines.front().indent == shape_.first_line_indent) return 0;
    const Lines stanza = indented_stanza(lines);
    // One line alone is the first of a paragraph.
    if (stanza.size() < 2 || list_marker(stanza.front().text)) return 0;
    if (looks_like_code(stanza)) {
        std::size_t taken = stanza.size();
        for (Lines next = indented_stanza(lines.subspan(taken)); !next.empty() && looks_like_code(next);
             next = indented_stanza(lines.subspan(taken)))
            taken += next.size();
        add_code(lines.first(taken), smallest_indent(lines.first(taken)), {}, blocks);
        return taken;
    }
    if (is_broken_by_hand(stanza))
        add_verse(stanza, blocks);
    else
        add_outdented(stanza, depth, blocks);
    return stanza.size();
}

/// Where a line is a paragraph, its indentation is a first line's; else it sets a quotation apart.
void BlockReader::add_outdented(Lines lines, int depth, Blocks& blocks) {
    std::vector<Line> outdented(lines.begin(), lines.end());
    const std::uint32_t indent = smallest_indent(lines);
    for (Line& line : outdented) line.indent -= indent;
    Blocks content = read(outdented, depth + 1);
    if (shape_.style == TextStyle::lines) {
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

std::size_t BlockReader::read_paragraph(Lines lines, Blocks& blocks) {
    const std::size_t taken = paragraph_size(lines);
    const Lines own = lines.first(taken);
    if (is_markdown()) {
        blocks.emplace_back(paragraph(own, LineEnds::join_or_two));
    } else if (taken < 3 || !is_broken_by_hand(own)) {
        blocks.emplace_back(paragraph(own, LineEnds::join));
    } else if (taken == 3) {
        // Too short to call it a poem: an address, a greeting.
        blocks.emplace_back(paragraph(own, LineEnds::keep));
    } else {
        add_verse(own, blocks);
    }
    return taken;
}

std::size_t BlockReader::paragraph_size(Lines lines) const {
    if (shape_.style == TextStyle::lines) return 1;
    std::size_t size = 1;
    while (size < lines.size() && lines[size].blank_lines == 0 && !starts_anew(lines[size], lines[size - 1])) ++size;
    return size;
}

/// True if `line`, which follows `previous` without a blank line, begins a block of its own.
bool BlockReader::starts_anew(const Line& line, const Line& previous) const {
    if (line.text.front() == '>' || opening_fence(line.text) || is_scene_break(line.text) || atx_heading(line.text))
        return true;
    const bool further_in = line.indent >= previous.indent + 2;
    if (const std::optional<ListMarker> marker = list_marker(line.text)) {
        // A dash or a number at the start of a wrapped line is rarely a list's.
        const bool first = !marker->ordered || marker->number == 1;
        return first && (is_markdown() || further_in || previous.text.ends_with(':'));
    }
    if (shape_.first_line_indent != 0 && line.indent == shape_.first_line_indent) return true;
    return !is_markdown() && further_in && ends_sentence(previous.text);
}

/// True for verse, addresses and the like: all breaks were meant, in lines that are clearly shorter than
/// the text is wide, or that begin as verse does.
bool BlockReader::is_broken_by_hand(Lines lines) const {
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (!is_deliberate_break(lines[i - 1], lines[i], shape_.width)) return false;
    const auto is_short = [&](const Line& line) { return code_points(line.text) * 4 <= shape_.width * 3; };
    const auto begins_high = [](const Line& line) { return line.text.front() < 'a' || line.text.front() > 'z'; };
    return std::all_of(lines.begin(), lines.end(), is_short) || std::all_of(lines.begin(), lines.end(), begins_high);
}

}  // namespace offprint::text
