#include "writer/block_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "offprint/table_grid.hpp"
#include "offprint/text.hpp"
#include "text_layout/display_width.hpp"
#include "text_layout/line_breaks.hpp"
#include "writer/list_marker.hpp"
#include "writer/table_text.hpp"

namespace offprint::text {

namespace {

constexpr std::size_t usual_width = 78;     // of a table, where nobody asked for another
constexpr std::size_t narrowest_text = 20;  // columns that containers leave to what they hold

std::string_view without_end(std::string_view line) {
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

}  // namespace

/// Sets in what is written while it lives. Beyond some levels nothing is gained by it.
class BlockText::Container {
public:
    Container(BlockText& text, std::string_view marker, std::string_view further)
        : text_(text), first_(text.first_), rest_(text.rest_), lines_(text.lines_) {
        constexpr int deepest = 16;
        text_.first_ += marker;
        if (++text_.depth_ <= deepest) text_.rest_ += further;
    }
    ~Container() {
        --text_.depth_;
        text_.first_ = is_empty() ? std::move(first_) : rest_;
        text_.rest_ = std::move(rest_);
    }
    Container(const Container&) = delete;
    Container& operator=(const Container&) = delete;

    bool is_empty() const { return text_.lines_ == lines_; }

private:
    BlockText& text_;
    std::string first_;
    std::string rest_;
    std::size_t lines_;
};

BlockText::BlockText(TakeLine take_line, InlineText& inlines, std::size_t width, Context& context)
    : take_line_(std::move(take_line)), inlines_(inlines), width_(width), context_(context) {}

void BlockText::write_line(std::string_view line) {
    if (std::exchange(wants_blank_, false)) take_line_(without_end(blank_));
    ++lines_;
    std::string whole = std::exchange(first_, rest_);
    take_line_(without_end(whole.append(line)));
}

void BlockText::separate() {
    if (lines_ == 0 || wants_blank_) return;
    wants_blank_ = true;
    blank_ = rest_;
}

std::size_t BlockText::columns_left(std::size_t width) const {
    const std::size_t used = display_width(rest_);
    return std::max(narrowest_text, width - std::min(width, used));
}

void BlockText::write(const Blocks& blocks) {
    for (const Block& block : blocks) {
        context_.checkpoint();
        if (&block != &blocks.front()) separate();
        write(block);
    }
}

void BlockText::write_marked(std::string_view marker, std::string_view further, const Blocks& blocks) {
    Container container(*this, marker, further);
    write(blocks);
    if (container.is_empty()) write_line({});
}

void BlockText::write_paragraph(std::string_view text) {
    write_lines(text);
}

void BlockText::write(const Block& block) {
    std::visit([&](const auto& node) { write(node); }, block);
}

void BlockText::write(const Paragraph& paragraph) {
    write_lines(inlines_.text_of(paragraph.content));
}

void BlockText::write(const Heading& heading) {
    const std::string text = collapse_space(inlines_.text_of(heading.content));
    if (!text.empty()) write_line(std::string(static_cast<std::size_t>(heading.level), '#').append(" ").append(text));
}

void BlockText::write(const List& list) {
    int number = list.start;
    for (const ListItem& item : list.items) {
        context_.checkpoint();
        if (!list.tight && &item != &list.items.front()) separate();
        if (item.value) number = *item.value;
        std::string marker = list.ordered ? list_marker(number, list.numbering) : "- ";
        if (item.checked) marker += *item.checked ? "[x] " : "[ ] ";
        write_item(item, marker, list.tight);
        // Numbers end where those of C++ do.
        number = static_cast<int>(static_cast<unsigned>(number) + (list.reversed ? ~0U : 1U));
    }
}

void BlockText::write_item(const ListItem& item, const std::string& marker, bool tight) {
    // A task's box is no part of what the lines below it are set in by.
    const std::size_t indent = marker.find(' ') + 1;
    Container container(*this, marker, std::string(indent, ' '));
    for (const Block& block : item.content) {
        const bool is_inner_list = std::holds_alternative<List>(block);
        if (&block != &item.content.front() && !(tight && is_inner_list)) separate();
        write(block);
    }
    if (container.is_empty()) write_line({});
}

void BlockText::write(const DefinitionList& list) {
    for (const DefinitionItem& item : list.items) {
        context_.checkpoint();
        if (&item != &list.items.front()) separate();
        for (const DefinitionTerm& term : item.terms) write_lines(inlines_.text_of(term.content));
        for (const DefinitionDescription& description : item.descriptions) {
            if (&description != &item.descriptions.front()) separate();
            write_marked("    ", "    ", description.content);
        }
    }
}

void BlockText::write(const CodeBlock& code) {
    const Container container(*this, "    ", "    ");
    for (std::string_view rest = code.text;;) {
        const std::size_t end = rest.find('\n');
        write_line(rest.substr(0, end));
        if (end == std::string_view::npos) return;
        rest.remove_prefix(end + 1);
    }
}

void BlockText::write(const Quote& quote) {
    const Container container(*this, "> ", "> ");
    write(quote.content);
    if (quote.attribution.empty()) return;
    separate();
    write_lines("\u2014 " + inlines_.text_of(quote.attribution));
}

void BlockText::write(const Figure& figure) {
    write(figure.content);
    if (!figure.content.empty()) separate();
    write(figure.caption);
}

void BlockText::write(const Table& table) {
    write(table.caption);
    if (!table.caption.empty()) separate();
    const TableGrid grid(table, context_.limits());
    const std::size_t width = columns_left(width_ == 0 ? usual_width : width_);
    write_table(
        grid, width, [&](const Blocks& cell) { return line_of(cell); },
        [&](std::string_view line) {
            context_.checkpoint();
            write_line(line);
        });
}

std::string BlockText::line_of(const Blocks& blocks) {
    std::string line;
    BlockText cell(
        [&](std::string_view part) {
            const std::string words = collapse_space(part);
            if (!words.empty()) line.append(line.empty() ? "" : " / ").append(words);
        },
        inlines_, 0, context_);
    cell.write(blocks);
    return line;
}

void BlockText::write(const Rule&) {
    write_line("* * *");
}

void BlockText::write(const Group& group) {
    write(group.content);
}

void BlockText::write_lines(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (const std::string_view line = trim(text.substr(0, end)); !line.empty()) write_wrapped(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void BlockText::write_wrapped(std::string_view line) {
    if (width_ == 0) return write_line(line);
    const std::size_t width = columns_left(width_);
    std::string filled;
    std::size_t used = 0;
    for (const UnbrokenText& part : split_at_breaks(line)) {
        const std::size_t columns = display_width(part.text);
        const std::size_t space = part.follows_space && used > 0 ? 1 : 0;
        if (used > 0 && used + space + columns > width) {
            write_line(std::exchange(filled, {}));
            used = 0;
        } else if (space > 0) {
            filled += ' ';
            ++used;
        }
        filled += part.text;
        used += columns;
    }
    if (!filled.empty()) write_line(filled);
}

}  // namespace offprint::text
