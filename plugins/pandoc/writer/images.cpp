#include "writer/images.hpp"

#include "base64/base64.hpp"
#include "digest/image_file_name.hpp"

namespace offprint::pandoc {

std::string ImageAddresses::address(const std::string& key) {
    const Resource& resource = document_.resources.at(key);
    std::string file = sink_.add_file(image_file_name(resource), resource.bytes);
    if (!file.empty()) return file;
    written_bytes_ += resource.bytes->size();
    if (written_bytes_ > context_.limits().resource_bytes) throw_limit(context_.limits(), &Limits::resource_bytes);
    return "data:" + resource.media_type + ";base64," + base64(*resource.bytes);
}

}  // namespace offprint::pandoc
