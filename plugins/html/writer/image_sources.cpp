#include "writer/image_sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base64/base64.hpp"
#include "digest/image_file_name.hpp"

namespace offprint::html {

namespace {

bool can_show(std::string_view media_type) {
    return std::any_of(std::begin(image_types), std::end(image_types) - 1,
                       [&](std::string_view known) { return known == media_type; });
}

}  // namespace

ImageSources::ImageSources(const Document& document, ByteSink& sink, Context& context)
    : document_(document), sink_(sink), context_(context) {}

bool ImageSources::admit(const Image& image) {
    const auto entry = document_.resources.find(image.resource);
    if (entry == document_.resources.end()) return false;
    const Resource& resource = entry->second;
    const auto [file, is_new] = files_.try_emplace(image.resource);
    if (!can_show(resource.media_type)) {
        if (is_new) tell_of_type(image, resource);
        return false;
    }
    if (is_new) file->second = sink_.add_file(image_file_name(resource), resource.bytes);
    return !file->second.empty() || has_room(image, resource.bytes->size());
}

void ImageSources::tell_of_type(const Image& image, const Resource& resource) {
    context_.report(Severity::warning, "html.image-type",
                    fmt::format("browsers do not show the image '{}' of type {}; its text stands in", image.resource,
                                resource.media_type),
                    image.range);
}

bool ImageSources::has_room(const Image& image, std::size_t size) {
    if (size <= context_.limits().resource_bytes - bytes_) {
        bytes_ += size;
        return true;
    }
    context_.report(Severity::warning, "html.image-repeated",
                    "an image is shown so often that the page would be larger than --limit resources allows; its text "
                    "stands in",
                    image.range);
    return false;
}

void ImageSources::write(const std::string& key) {
    const std::string& file = files_.at(key);
    if (file.empty()) return write_data_url(document_.resources.at(key));
    sink_.write(file);
}

void ImageSources::write_data_url(const Resource& resource) {
    constexpr std::size_t block = std::size_t{3} << 16;  // of three bytes each, so that only the last is padded
    sink_.write("data:" + resource.media_type + ";base64,");
    for (std::string_view rest = *resource.bytes; !rest.empty(); rest.remove_prefix(std::min(block, rest.size()))) {
        context_.checkpoint();
        sink_.write(base64(rest.substr(0, block)));
    }
}

}  // namespace offprint::html
