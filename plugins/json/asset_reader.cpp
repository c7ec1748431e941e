#include "asset_reader.hpp"

#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include "base64.hpp"
#include "digest/sha256.hpp"

namespace offprint::json {

namespace {

std::shared_ptr<const std::string> read_bytes(Input& input) {
    const std::size_t begin = input.offset();
    std::optional<std::string> bytes = bytes_of_base64(input.read_text());
    if (!bytes) input.fail("this is no base64", begin);
    return std::make_shared<const std::string>(std::move(*bytes));
}

int read_size(Input& input) {
    return static_cast<int>(input.read_integer(0, std::numeric_limits<int>::max()));
}

}  // namespace

Asset read_asset(Input& input) {
    Asset asset;
    Resource& resource = asset.resource;
    std::string hash;
    const std::size_t begin = input.offset();
    std::size_t hash_offset = 0;
    input.read_object([&](std::string_view name) {
        if (name == "id") return void(asset.id = input.read_text());
        if (name == "mediaType") return void(resource.media_type = input.read_text());
        if (name == "width") return void(resource.width = read_size(input));
        if (name == "height") return void(resource.height = read_size(input));
        if (name == "sourceUrl") return void(resource.source_url = input.read_text());
        if (name == "data") return void(resource.bytes = read_bytes(input));
        if (name != "sha256") return input.skip();
        hash_offset = input.offset();
        hash = input.read_text();
    });
    if (asset.id.empty()) input.fail("an asset has no 'id'", begin);
    if (resource.bytes && !hash.empty() && hash != sha256(*resource.bytes))
        input.fail("the hash is not that of 'data'", hash_offset);
    return asset;
}

}  // namespace offprint::json
