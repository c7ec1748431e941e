#include "front/yaml_header.hpp"

#include <string_view>

#include "front_matter/yaml.hpp"

namespace offprint::text {

std::size_t yaml_header_size(Lines lines) {
    constexpr std::size_t most_lines = 500;
    if (lines.empty() || lines.front().text != "---" || lines.front().indent != 0) return 0;
    for (std::size_t i = 1; i < lines.size() && i < most_lines; ++i)
        if (lines[i].indent == 0 && (lines[i].text == "---" || lines[i].text == "...")) return i + 1;
    return 0;
}

std::size_t read_yaml_header(Lines lines, const BlockReader& blocks, Context& context, Metadata& metadata) {
    const std::size_t size = yaml_header_size(lines);
    if (size < 3) return 0;
    const Lines content = lines.subspan(1, size - 2);
    // The lines view one text, so what stands between them is there, blank lines and indents too.
    const char* begin = lines.front().text.data() + lines.front().text.size();
    const char* end = content.back().text.data() + content.back().text.size();
    const std::string_view text(begin, static_cast<std::size_t>(end - begin));
    return front_matter::read_yaml(text, blocks.range(content), context, metadata) ? size : 0;
}

}  // namespace offprint::text
