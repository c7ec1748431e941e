#include "structure/definitions.hpp"

#include <algorithm>
#include <string_view>

#include "lines/marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

constexpr std::size_t longest_term = 60;         // characters
constexpr std::size_t longest_description = 40;  // lines
constexpr std::size_t narrowest_prose = 40;      // bytes

bool is_term(const Line& line) {
    const std::string_view text = line.text;
    return text.size() <= 4 * longest_term && code_points(text) <= longest_term && !ends_sentence(text) &&
           !text.ends_with(':') && !text.ends_with(',') && !list_marker(text) && text.front() != '>';
}

/// The end of the definition at `first`; `first` where there is none.
std::size_t definition_end(Lines lines, std::size_t first) {
    const Line& term = lines[first];
    if (first + 1 >= lines.size() || !is_term(term)) return first;
    std::size_t end = first + 1;
    const bool set_in = lines[end].blank_lines == 0 && lines[end].indent >= term.indent + 2;
    if (!set_in || list_marker(lines[end].text)) return first;
    while (end < lines.size() && lines[end].blank_lines == 0 && lines[end].indent >= term.indent + 2) {
        if (++end - first > longest_description) return first;
    }
    const bool stands_apart = end == lines.size() || lines[end].blank_lines != 0 || lines[end].indent == term.indent;
    return stands_apart && ends_sentence(lines[end - 1].text) ? end : first;
}

}  // namespace

std::optional<std::vector<DefinitionLines>> find_definitions(Lines lines) {
    std::vector<DefinitionLines> definitions;
    for (std::size_t at = 0; at < lines.size();) {
        if (lines[at].indent != lines.front().indent) break;
        const std::size_t end = definition_end(lines, at);
        if (end == at) break;
        definitions.push_back({at, end});
        at = end;
    }
    // Of verse the second line may be set in, too.
    const auto of_prose = std::count_if(definitions.begin(), definitions.end(), [&](const DefinitionLines& definition) {
        return lines[definition.term + 1].text.size() >= narrowest_prose;
    });
    const bool is_list = definitions.size() >= 2 && static_cast<std::size_t>(of_prose) * 2 >= definitions.size();
    return is_list ? std::optional(std::move(definitions)) : std::nullopt;
}

}  // namespace offprint::text
