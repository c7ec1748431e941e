#include "front/byline_group.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <variant>

namespace offprint::text {

void add_to_byline_group(Blocks& byline, Paragraph paragraph) {
    if (byline.empty()) {
        Group group;
        group.kind = GroupKind::byline;
        group.range = paragraph.range;
        byline.emplace_back(std::move(group));
    }
    auto& group = std::get<Group>(byline.front());
    group.range = {std::min(group.range.begin, paragraph.range.begin), std::max(group.range.end, paragraph.range.end)};
    group.content.emplace_back(std::move(paragraph));
}

Paragraph paragraph_about(std::string_view name, Lines lines, const BlockReader& blocks) {
    Paragraph paragraph;
    if (!name.empty()) {
        Styled strong;
        strong.style = Style::strong;
        strong.content.emplace_back(Text(std::string(name)));
        paragraph.content.emplace_back(std::move(strong));
        paragraph.content.emplace_back(LineBreak{});
    }
    Inlines text = blocks.inlines(lines, LineEnds::join);
    std::move(text.begin(), text.end(), std::back_inserter(paragraph.content));
    paragraph.range = blocks.range(lines);
    return paragraph;
}

}  // namespace offprint::text
