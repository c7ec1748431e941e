#include "structure/list_items.hpp"

#include <algorithm>
#include <array>

#include "lines/letters.hpp"

namespace offprint::text {

namespace {

/// True if `line`, which carries no marker of the list, still belongs to the item that `previous` is a line of.
bool belongs_to_item(const Line& line, const Line& previous, const Line& first, const Shape& shape) {
    const bool begins_paragraph =
        shape.first_line_indent != 0 && line.blank_lines != 0 && line.indent == shape.first_line_indent;
    if (line.indent > first.indent) return !begins_paragraph;
    if (shape.layout == Layout::lines || line.blank_lines != 0) return false;
    if (list_marker(line.text) || atx_heading(line.text) || is_scene_break(line.text) || opening_fence(line.text) ||
        line.text.front() == '>')
        return false;
    const bool markdown = shape.genre == Genre::markdown;
    return markdown || begins_low(line.text) || !is_deliberate_break(previous, line, shape.width);
}

/// True if `inner` is the bullet of a deeper level than `outer` where word processors save lists as plain text, which
/// sets all levels at the margin.
bool is_deeper_bullet(const ListMarker& inner, const ListMarker& outer) {
    struct BulletLevel {
        std::string_view sign;
        int level;
    };
    constexpr std::array<BulletLevel, 8> levels = {
        {{"•", 1}, {"·", 1}, {"●", 1}, {"o", 2}, {"◦", 2}, {"○", 2}, {"▪", 3}, {"■", 3}}};
    const auto level_of = [&](std::string_view sign) {
        const auto found =
            std::find_if(levels.begin(), levels.end(), [&](const auto& each) { return each.sign == sign; });
        return found == levels.end() ? 0 : found->level;
    };
    return level_of(outer.sign) != 0 && level_of(inner.sign) > level_of(outer.sign);
}

/// Lines of an item that are looked at for a second item, without which there is no list.
constexpr std::size_t most_lines_of_first_item = 400;

/// Items that say whether all are speech.
constexpr std::size_t items_of_dialogue = 200;

/// "– I saw it – she said.": a second dash within.
bool is_speech(std::string_view text) {
    for (std::string_view dash : {" – ", " — ", " - ", "– ", "— "})
        if (text.find(dash) != std::string_view::npos) return true;
    return false;
}

/// True if the items, which begin with dashes, are what people say in turn: most of them have a second dash, or all are
/// sentences and some, but not all, are questions.
bool is_dialogue(Lines lines, const ListLines& list) {
    if (list.first.sign != "–" && list.first.sign != "-") return false;
    std::size_t speech = 0;
    std::size_t sentences = 0;
    std::size_t questions = 0;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const std::size_t next = i + 1 < list.items.size() ? list.items[i + 1] : list.size;
        const std::string_view end = lines[next - 1].text;
        if (is_speech(lines[list.items[i]].text.substr(list.first.size))) ++speech;
        if (ends_sentence(end)) ++sentences;
        if (end.ends_with('?') || end.ends_with('!')) ++questions;
    }
    const bool in_turn = sentences == list.items.size() && questions > 0 && questions < sentences;
    return speech * 2 > list.items.size() || in_turn;
}

}  // namespace

std::optional<ListLines> find_list(Lines lines, const Shape& shape, bool in_item) {
    const Line& first = lines.front();
    std::optional<ListMarker> marker = list_marker(first.text);
    if (!marker) return std::nullopt;
    const bool markdown = shape.genre == Genre::markdown;
    ListLines list{.first = *marker, .items = {0}, .size = 1};
    for (; list.size < lines.size(); ++list.size) {
        const Line& line = lines[list.size];
        const bool nested = line.indent >= first.indent + 2;
        std::optional<ListMarker> found = nested ? std::nullopt : list_marker(line.text);
        const bool deeper = found && is_deeper_bullet(*found, *marker);
        if (deeper) found.reset();
        std::optional<ListMarker> next = found ? marker->continued_by(*found) : std::nullopt;
        // Markdown numbers the items itself, whatever stands there.
        if (found && !next && markdown && marker->is_plain() && found->sign == marker->sign) next = found;
        if (next) {
            marker = next;
            if (list.items.size() == items_of_dialogue && !markdown && is_dialogue(lines, list)) return std::nullopt;
            list.items.push_back(list.size);
        } else if (found || (!deeper && !belongs_to_item(line, lines[list.size - 1], first, shape))) {
            break;
        }
        if (line.blank_lines != 0) list.tight = false;
        if (list.items.size() == 1 && list.size > most_lines_of_first_item) break;
    }
    const bool typographic = static_cast<unsigned char>(list.first.sign.front()) >= 0x80 && list.first.sign != "–";
    const bool alone_counts = typographic || (in_item && !marker->ordered) || (markdown && marker->is_plain());
    if (list.items.size() < 2 && !alone_counts) return std::nullopt;
    if (list.items.size() <= items_of_dialogue && !markdown && is_dialogue(lines, list)) return std::nullopt;
    return list;
}

std::vector<Line> item_lines(Lines lines) {
    std::vector<Line> item(lines.begin(), lines.end());
    const std::size_t marker_size = list_marker(item.front().text)->size;
    const auto content_indent = static_cast<std::uint32_t>(item.front().indent + marker_size);
    // Some indent by less than the marker is wide; the first line that is indented decides.
    std::uint32_t indent = content_indent;
    if (item.size() > 1 && item[1].indent > item.front().indent) indent = std::min(indent, item[1].indent);
    item.front().text.remove_prefix(marker_size);
    item.front().indent = 0;
    item.front().blank_lines = 0;
    for (Line& line : std::span(item).subspan(1)) line.indent -= std::min(line.indent, indent);
    return item;
}

}  // namespace offprint::text
