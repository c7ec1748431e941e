#include "writer/images.hpp"

#include <fmt/format.h>

#include "base64/base64.hpp"
#include "digest/image_file_name.hpp"

namespace offprint::markdown {

std::string Images::address(const Image& image) {
    const auto resource = document_.resources.find(image.resource);
    if (resource == document_.resources.end()) return image.source;
    std::string file = sink_.add_file(image_file_name(resource->second), resource->second.bytes);
    if (!file.empty()) return file;
    if (!image.source.empty()) return image.source;
    return fmt::format("data:{};base64,{}", resource->second.media_type, base64(*resource->second.bytes));
}

}  // namespace offprint::markdown
