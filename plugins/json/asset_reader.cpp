#include "asset_reader.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include "base64/base64.hpp"
#include "digest/sha256.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::json {

namespace {

std::shared_ptr<const std::string> read_bytes(Input& input) {
    const std::size_t begin = input.offset();
    std::optional<std::string> bytes = bytes_of_base64(input.read_text());
    if (!bytes) input.fail("this is no base64", begin);
    return std::make_shared<const std::string>(std::move(*bytes));
}

/// Of a file beside the article, and not of one elsewhere.
std::string read_address(Input& input) {
    const std::size_t begin = input.offset();
    std::string address = input.read_text();
    if (!url_scheme(address).empty() || address.starts_with('/'))
        input.fail("an asset's 'file' must be a relative address", begin);
    return address;
}

void load(Asset& asset, const std::string& file, Context& context) {
    std::string reason;
    std::optional<std::string> bytes = context.load(file, reason);
    if (bytes)
        asset.resource.bytes = std::make_shared<const std::string>(std::move(*bytes));
    else
        asset.missing = fmt::format("its file {}: {}", utf8_prefix(file, 120), reason);
}

int read_size(Input& input) {
    return static_cast<int>(input.read_integer(0, std::numeric_limits<int>::max()));
}

}  // namespace

Asset read_asset(Input& input, Context& context) {
    Asset asset;
    Resource& resource = asset.resource;
    std::string file;
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
        if (name == "file") return void(file = read_address(input));
        if (name != "sha256") return input.skip();
        hash_offset = input.offset();
        hash = input.read_text();
    });
    if (asset.id.empty()) input.fail("an asset has no 'id'", begin);
    if (!resource.bytes && !file.empty()) load(asset, file, context);
    if (resource.bytes && !hash.empty() && hash != sha256(*resource.bytes))
        input.fail("the hash is not that of the bytes", hash_offset);
    return asset;
}

}  // namespace offprint::json
