#include "writer/image_files.hpp"

#include <fmt/format.h>
#include <libdeflate.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "digest/image_file_name.hpp"

namespace offprint::epub {

namespace {

// WebP is a core media type too, but few devices show it: only what nobody could convert stays WebP.
bool can_carry(std::string_view media_type) {
    return media_type == "image/webp" || std::any_of(std::begin(image_types), std::end(image_types) - 1,
                                                     [&](std::string_view type) { return type == media_type; });
}

/// Tells images apart that nobody made to have the same. A hash for which that is hard takes a tenth of the time of a
/// book with one large picture.
std::string quick_file_name(const std::string& bytes, const ImageInfo& info) {
    return fmt::format("{:08x}{:08x}.{}", libdeflate_crc32(0, bytes.data(), bytes.size()),
                       libdeflate_adler32(1, bytes.data(), bytes.size()), info.extension);
}

std::string path_of(const std::string& name) {
    return "images/" + name;
}

}  // namespace

bool can_be_cover(const Resource& resource) {
    const std::optional<ImageInfo> info = sniff_image(*resource.bytes);
    return info && can_carry(info->media_type) && info->media_type != "image/svg+xml";
}

ImageFiles::ImageFiles(const Document& document, Context& context) : document_(document), context_(context) {}

const ImageFile* ImageFiles::find(const std::string& resource) {
    const auto known = document_.resources.find(resource);
    if (known == document_.resources.end()) return nullptr;
    const auto [entry, is_new] = found_.try_emplace(resource);
    if (is_new) entry->second = make(resource, known->second);
    return entry->second;
}

std::vector<const ImageFile*> ImageFiles::used() const {
    std::vector<const ImageFile*> used;
    for (const auto& [path, file] : files_) used.push_back(&file);
    return used;
}

const ImageFile* ImageFiles::make(const std::string& key, const Resource& resource) {
    const std::optional<ImageInfo> info = sniff_image(*resource.bytes);
    if (!info || !can_carry(info->media_type)) {
        context_.report(Severity::warning, "epub.image-type",
                        fmt::format("an e-book cannot hold the image '{}' of type {}; its text stands in", key,
                                    info ? info->media_type : "that nobody knows"));
        return nullptr;
    }
    // By content, so that another image more or less renames none.
    std::string name = quick_file_name(*resource.bytes, *info);
    if (const auto known = files_.find(path_of(name)); known != files_.end() && *known->second.bytes != *resource.bytes)
        name = image_file_name(resource);
    const std::string path = path_of(name);
    const std::string id = "image-" + name.substr(0, name.find('.'));
    ImageFile file{id, path, info->media_type, resource.bytes, info->animated, info->width, info->height};
    return &files_.try_emplace(path, std::move(file)).first->second;
}

}  // namespace offprint::epub
