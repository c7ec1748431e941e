#include <algorithm>

#include "offprint/image_converter.hpp"

namespace offprint {

namespace {

bool exceeds(int size, int bound) {
    return bound > 0 && size > bound;
}

}  // namespace

bool may_need_change(const ImageInfo& image, const ImageRequest& request) {
    const auto& types = request.media_types;
    if (!types.empty() && std::find(types.begin(), types.end(), image.media_type) == types.end()) return true;
    if (image.media_type == "image/svg+xml") return false;
    const std::uint64_t pixels = static_cast<std::uint64_t>(image.width) * static_cast<std::uint64_t>(image.height);
    const bool too_large = exceeds(image.width, request.max_width) || exceeds(image.height, request.max_height) ||
                           (request.max_pixels > 0 && pixels > request.max_pixels);
    const bool may_be_transparent = image.media_type != "image/jpeg" && !image.animated;
    return too_large || image.truncated || image.turned || image.cmyk || request.gray ||
           (request.opaque && may_be_transparent) || (request.first_frame && image.animated);
}

}  // namespace offprint
