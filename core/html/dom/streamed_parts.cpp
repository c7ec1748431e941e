#include "html/dom/streamed_parts.hpp"

#include <cstddef>

namespace offprint::html {

namespace {

/// Takes `"..."` off the front of `text`; empty if it does not begin so, or has anything but an id in it.
std::string_view take_quoted(std::string_view& text) {
    constexpr std::size_t longest_id = 100;
    if (!text.starts_with('"')) return {};
    const std::size_t end = text.substr(0, longest_id).find_first_of("\"\\<> ", 1);
    if (end == std::string_view::npos || text[end] != '"') return {};
    const std::string_view id = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    return id;
}

/// Where the markup was stripped of its scripts the numbers of templates and parts tell which belong together, for
/// React counts both at once: "B:1a" or "P:1a" and "S:1a".
void find_parts_without_scripts(std::string_view markup, std::unordered_map<std::string_view, StreamedPart>& parts) {
    constexpr std::string_view part_begin = "<div hidden id=";
    constexpr std::string_view template_begin = "<template id=";
    std::unordered_map<std::string_view, std::string_view> ids;  // of the parts, by their numbers
    const auto for_each_id = [&](std::string_view begin, auto&& visit) {
        for (std::size_t at = markup.find(begin); at != std::string_view::npos; at = markup.find(begin, at)) {
            at += begin.size();
            std::string_view rest = markup.substr(at);
            if (const std::string_view id = take_quoted(rest); id.size() > 2 && id[1] == ':') visit(id);
        }
    };
    for_each_id(part_begin, [&](std::string_view id) {
        if (id[0] == 'S') ids.try_emplace(id.substr(2), id);
    });
    if (ids.empty()) return;
    for_each_id(template_begin, [&](std::string_view id) {
        const auto part = ids.find(id.substr(2));
        if ((id[0] == 'B' || id[0] == 'P') && part != ids.end())
            parts.try_emplace(id, StreamedPart{part->second, id[0] == 'B'});
    });
}

}  // namespace

std::unordered_map<std::string_view, StreamedPart> streamed_parts(std::string_view markup) {
    constexpr std::string_view call = "$R";
    std::unordered_map<std::string_view, StreamedPart> parts;
    for (std::size_t at = markup.find(call); at != std::string_view::npos; at = markup.find(call, at + call.size())) {
        std::string_view rest = markup.substr(at + call.size());
        const char instruction = rest.empty() ? '\0' : rest.front();
        if ((instruction != 'C' && instruction != 'R' && instruction != 'S') || rest.substr(1, 1) != "(") continue;
        rest.remove_prefix(2);
        const std::string_view first = take_quoted(rest);
        if (!rest.starts_with(',')) continue;
        rest.remove_prefix(1);
        const std::string_view second = take_quoted(rest);
        if (first.empty() || second.empty()) continue;
        // A segment's instruction names the part first.
        if (instruction == 'S')
            parts.try_emplace(second, StreamedPart{first, false});
        else
            parts.try_emplace(first, StreamedPart{second, true});
    }
    find_parts_without_scripts(markup, parts);
    return parts;
}

}  // namespace offprint::html
