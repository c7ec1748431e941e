#include "front/front_matter.hpp"

#include <algorithm>

#include "credits/ascii.hpp"
#include "credits/words.hpp"
#include "credits/written_date.hpp"
#include "front/article_head.hpp"
#include "front/article_tail.hpp"
#include "front/credit_line.hpp"
#include "front/header_block.hpp"
#include "front/rfc_header.hpp"
#include "front/yaml_header.hpp"
#include "lines/letters.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

/// "LONDON", "München,", "Paris, le": what stands before the day in a dateline.
bool is_place_before_day(std::string_view text) {
    constexpr std::size_t most_words = 5;
    constexpr std::size_t longest_small_word = 3;
    text = trim(text);
    const std::vector<std::string_view> words = credits::split_words(text);
    if (words.empty() || words.size() > most_words || credits::is_lower(text.front())) return false;
    const bool is_in_capitals = words.front().size() > 1 && count_letters(words.front()).all_capitals();
    const std::size_t comma = text.rfind(',');
    const bool is_parted = comma != std::string_view::npos && credits::split_words(text.substr(comma + 1)).size() < 2;
    return (is_in_capitals || is_parted) && std::none_of(words.begin(), words.end(), [](std::string_view word) {
               return credits::is_lower(word.front()) && word.size() > longest_small_word;
           });
}

/// "LONDON, March 3, 2020 (Reuters) - The ..." tells the day, where nothing else does. It stays in the body.
void read_dateline(Lines body, Metadata& metadata) {
    constexpr std::size_t longest = 80;
    if (body.empty() || metadata.published) return;
    const std::string_view head = body.front().text.substr(0, longest);
    std::size_t dash = std::string_view::npos;
    for (std::string_view sign : {" - ", " – ", " — ", " -- "}) dash = std::min(dash, head.find(sign));
    if (dash == std::string_view::npos) return;
    const auto date = credits::find_written_date(head.substr(0, dash), credits::DayOrder::month_first);
    if (!date || !is_place_before_day(head.substr(0, date->begin))) return;
    metadata.published = date->date;
    metadata.provenance[MetadataField::published] = Origin::text;
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
    front.end = lines.size();
    if (front.lines == 0) return front;
    read_dateline(lines.subspan(front.lines), front.metadata);
    read_article_tail(lines, shape, blocks, front);
    return front;
}

}  // namespace offprint::text
