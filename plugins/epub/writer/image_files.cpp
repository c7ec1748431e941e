#include "writer/image_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace offprint::epub {

namespace {

// WebP is a core media type too, but few devices show it: only what nobody could convert stays WebP.
bool can_carry(std::string_view media_type) {
    return media_type == "image/webp" || std::any_of(std::begin(image_types), std::end(image_types) - 1,
                                                     [&](std::string_view type) { return type == media_type; });
}

}  // namespace

bool can_be_cover(const Resource& resource) {
    const std::optional<ImageInfo> info = sniff_image(*resource.bytes);
    return info && can_carry(info->media_type) && info->media_type != "image/svg+xml";
}

ImageFiles::ImageFiles(const Document& document, Context& context) : document_(document), context_(context) {
    for (const auto& [key, resource] : document.resources) positions_.emplace(key, positions_.size() + 1);
}

const ImageFile* ImageFiles::find(const std::string& resource) {
    const auto known = document_.resources.find(resource);
    if (known == document_.resources.end()) return nullptr;
    auto [file, is_new] = files_.try_emplace(resource);
    if (is_new) file->second = make(resource, known->second);
    return file->second.bytes ? &file->second : nullptr;
}

std::vector<const ImageFile*> ImageFiles::used() const {
    std::vector<const ImageFile*> used;
    for (const auto& [key, file] : files_)
        if (file.bytes) used.push_back(&file);
    return used;
}

ImageFile ImageFiles::make(const std::string& key, const Resource& resource) {
    const std::optional<ImageInfo> info = sniff_image(*resource.bytes);
    if (!info || !can_carry(info->media_type)) {
        context_.report(Severity::warning, "epub.image-type",
                        fmt::format("an e-book cannot hold the image '{}' of type {}; its text stands in", key,
                                    info ? info->media_type : "that nobody knows"));
        return {};
    }
    // By position in the table, so that a name does not depend on where in the text an image is used.
    const std::string id = fmt::format("image-{}", positions_.at(key));
    const std::string path = fmt::format("images/{}.{}", id, info->extension);
    return {id, path, info->media_type, resource.bytes, info->animated, info->width, info->height};
}

}  // namespace offprint::epub
