#include "reader/header.hpp"

#include "front_matter/yaml.hpp"
#include "reader/lines.hpp"
#include "reader/toml.hpp"

namespace offprint::markdown {

std::optional<Header> find_header(std::string_view text) {
    constexpr int most_lines = 500;
    const std::size_t begin = line_end(text, 0);
    const std::string_view mark = without_line_end(text.substr(0, begin));
    if (mark != "---" && mark != "+++") return std::nullopt;
    const HeaderSyntax syntax = mark == "---" ? HeaderSyntax::yaml : HeaderSyntax::toml;
    std::size_t at = begin;
    for (int lines = 0; at < text.size() && lines < most_lines; ++lines) {
        const std::size_t end = line_end(text, at);
        const std::string_view line = without_line_end(text.substr(at, end - at));
        // A blank line after the first mark: a thematic break, which is no YAML.
        if (lines == 0 && line.empty() && syntax == HeaderSyntax::yaml) return std::nullopt;
        if (line == mark || (line == "..." && syntax == HeaderSyntax::yaml))
            return Header{syntax, text.substr(begin, at - begin), end};
        at = end;
    }
    return std::nullopt;
}

bool read_header(const Header& header, SourceRange range, Context& context, Metadata& metadata) {
    return header.syntax == HeaderSyntax::yaml ? front_matter::read_yaml(header.content, range, context, metadata)
                                               : read_toml(header.content, range, context, metadata);
}

}  // namespace offprint::markdown
