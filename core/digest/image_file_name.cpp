#include "digest/image_file_name.hpp"

#include "digest/sha256.hpp"

namespace offprint {

std::string image_file_name(const Resource& image) {
    constexpr std::size_t length = 16;
    const std::optional<ImageInfo> info = sniff_image(*image.bytes);
    return sha256(*image.bytes).substr(0, length).append(".").append(info ? info->extension : "bin");
}

}  // namespace offprint
