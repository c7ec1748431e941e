#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "media/resource_table.hpp"
#include "media/title_cover.hpp"
#include "offprint/error.hpp"
#include "offprint/transform.hpp"
#include "offprint/walk.hpp"

namespace offprint {

namespace {

/// Large enough for the shops (500 pixels), and of a shape that is neither a banner's nor a strip's.
bool fits_cover(const Resource& image) {
    const std::optional<ImageInfo> info = sniff_image(*image.bytes);
    if (!info || info->media_type == "image/svg+xml") return false;
    constexpr int least_side = 500;
    constexpr double most_stretched = 2.2;
    const auto [shorter, longer] = std::minmax(info->width, info->height);
    return shorter >= least_side && longer <= shorter * most_stretched;
}

/// A page names the picture that stands for it where links are shared; only other sources know of covers.
bool is_of_page(const Metadata& metadata) {
    const auto origin = metadata.provenance.find(MetadataField::cover);
    return origin != metadata.provenance.end() &&
           (origin->second == Origin::json_ld || origin->second == Origin::meta || origin->second == Origin::dom);
}

bool names_cover(const Metadata& metadata, const Document& document) {
    if (metadata.cover.empty()) return false;
    return !is_of_page(metadata) || fits_cover(document.resources.at(metadata.cover));
}

std::string first_image(const Document& document) {
    std::string first;
    walk(document, [&](const auto& node) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(node)>, Image>)
            if (first.empty()) first = node.resource;
    });
    return first;
}

std::string lead_image(const Document& document) {
    if (names_cover(document.metadata, document)) return document.metadata.cover;
    for (const Block& block : document.content)
        if (const auto* article = std::get_if<Group>(&block))
            if (article->metadata && names_cover(*article->metadata, document)) return article->metadata->cover;
    std::string first = first_image(document);
    return !first.empty() && fits_cover(document.resources.at(first)) ? first : std::string();
}

/// What stands on a drawn cover: a book without a title of its own goes by its first article.
const Metadata& title_of(const Document& document) {
    if (!document.metadata.title.empty() || document.content.empty()) return document.metadata;
    const auto* article = std::get_if<Group>(&document.content.front());
    return article != nullptr && article->metadata ? *article->metadata : document.metadata;
}

Resource drawn(const Document& document) {
    const bool right_to_left = document.attributes && document.attributes->direction == Direction::right_to_left;
    Resource cover;
    cover.bytes = std::make_shared<const std::string>(draw_title_cover(title_of(document), right_to_left));
    cover.media_type = "image/svg+xml";
    return cover;
}

Resource given(std::string_view bytes) {
    const std::optional<ImageInfo> info = sniff_image(bytes);
    if (!info) throw Error(ErrorCode::input, "the cover is no image of a type that is known");
    return {std::make_shared<const std::string>(bytes), std::string(info->media_type), {}, info->width, info->height};
}

}  // namespace

void make_cover(Document& document, std::string_view choice) {
    std::string& cover = document.metadata.cover;
    if (choice == "none")
        cover.clear();
    else if (choice == "auto")
        cover = lead_image(document);
    else
        cover = ResourceTable(document.resources).add(choice == "generate" ? drawn(document) : given(choice));
}

}  // namespace offprint
