#include "asset_writer.hpp"

#include "base64/base64.hpp"
#include "digest/image_file_name.hpp"
#include "digest/sha256.hpp"

namespace offprint::json {

namespace {

void write_bytes(Output& out, const Resource& resource, ByteSink& sink) {
    const std::string address = sink.add_file(image_file_name(resource), resource.bytes);
    if (address.empty())
        out.member("data", base64(*resource.bytes));
    else
        out.member("file", address);
}

}  // namespace

void write_asset(Output& out, const std::string& id, const Resource& resource, ByteSink* sink) {
    out.begin_object();
    out.member("id", id);
    out.member("sha256", sha256(*resource.bytes));
    out.member("mediaType", resource.media_type);
    if (resource.width != 0) out.member("width", resource.width);
    if (resource.height != 0) out.member("height", resource.height);
    out.member_if_set("sourceUrl", resource.source_url);
    if (sink != nullptr) write_bytes(out, resource, *sink);
    out.end_object();
}

}  // namespace offprint::json
