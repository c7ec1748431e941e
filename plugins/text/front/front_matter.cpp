#include "front/front_matter.hpp"

#include <algorithm>

#include "credits/written_date.hpp"
#include "front/article_head.hpp"
#include "front/credit_line.hpp"
#include "front/header_block.hpp"
#include "front/rfc_header.hpp"
#include "front/yaml.hpp"

namespace offprint::text {

namespace {

/// "LONDON, March 3, 2020 (Reuters) - The ..." tells the day, where nothing else does. It stays in the body.
void read_dateline(Lines body, Metadata& metadata) {
    constexpr std::size_t longest = 80;
    if (body.empty() || metadata.published) return;
    const std::string_view head = body.front().text.substr(0, longest);
    std::size_t dash = std::string_view::npos;
    for (std::string_view sign : {" - ", " – ", " — ", " -- "}) dash = std::min(dash, head.find(sign));
    if (dash == std::string_view::npos) return;
    const bool begins_with_place =
        head.size() > 2 && head[0] >= 'A' && head[0] <= 'Z' && head[1] >= 'A' && head[1] <= 'Z';
    const auto date = credits::find_written_date(head.substr(0, dash), credits::DayOrder::month_first);
    if (!begins_with_place || !date) return;
    metadata.published = date->date;
    metadata.provenance[MetadataField::published] = Origin::text;
}

/// "Originally published at https://..." as the last line. It stays in the body.
void read_source_at_end(Lines lines, Metadata& metadata) {
    if (lines.empty() || !metadata.source_url.empty()) return;
    metadata.source_url = address_of_source(lines.back().text);
    if (!metadata.source_url.empty()) metadata.provenance[MetadataField::source_url] = Origin::text;
}

std::size_t read_header(Lines lines, const BlockReader& blocks, Context& context, Metadata& metadata) {
    if (const std::size_t taken = read_yaml_header(lines, blocks, context, metadata)) return taken;
    if (const std::size_t taken = read_rfc_header(lines, blocks, context, metadata)) return taken;
    return read_header_block(lines, blocks, context, metadata);
}

}  // namespace

bool begins_as_article(Lines lines, const Shape& shape) {
    constexpr std::size_t longest_head = 20;
    if (begins_with_title(lines) || wrapped_title_size(lines, shape) != 0) return true;
    const Lines head = lines.first(std::min(lines.size(), longest_head));
    return std::any_of(head.begin(), head.end(), [](const Line& line) {
        return is_header_field(line) || parse_credit_line(line.text, std::nullopt);
    });
}

FrontMatter read_front_matter(Lines lines, const Shape& shape, const BlockReader& blocks, TakenAs taken_as,
                              Context& context) {
    FrontMatter front;
    front.lines = read_header(lines, blocks, context, front.metadata);
    read_article_head(lines, shape, blocks, front.lines > 0 ? TakenAs::article : taken_as, context, front);
    if (front.lines == 0) return front;
    read_dateline(lines.subspan(front.lines), front.metadata);
    read_source_at_end(lines.subspan(front.lines), front.metadata);
    return front;
}

}  // namespace offprint::text
