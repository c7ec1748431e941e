#include "list_items.hpp"

#include <algorithm>

namespace offprint::text {

namespace {

/// True if `line`, which carries no marker of the list, still belongs to the item above it.
bool belongs_to_item(const Line& line, const Line& first, TextStyle style) {
    if (line.indent > first.indent) return true;
    const bool wrapped = style != TextStyle::lines && line.blank_lines == 0;
    return wrapped && !list_marker(line.text) && !atx_heading(line.text) && !is_scene_break(line.text) &&
           !opening_fence(line.text) && line.text.front() != '>';
}

}  // namespace

std::optional<ListLines> find_list(Lines lines, TextStyle style) {
    const Line& first = lines.front();
    std::optional<ListMarker> marker = list_marker(first.text);
    if (!marker) return std::nullopt;
    ListLines list{.first = *marker, .items = {0}, .size = 1};
    for (; list.size < lines.size(); ++list.size) {
        const Line& line = lines[list.size];
        const bool nested = line.indent >= first.indent + 2;
        const std::optional<ListMarker> next = nested ? std::nullopt : list_marker(line.text);
        if (next && marker->continued_by(*next)) {
            marker = next;
            list.items.push_back(list.size);
        } else if (next || !belongs_to_item(line, first, style)) {
            break;
        }
        if (line.blank_lines != 0) list.tight = false;
    }
    const bool typographic = static_cast<unsigned char>(list.first.sign.front()) >= 0x80;
    if (list.items.size() < 2 && style != TextStyle::markdown && !typographic) return std::nullopt;
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
