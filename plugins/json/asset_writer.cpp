#include "asset_writer.hpp"

#include "base64.hpp"
#include "digest/sha256.hpp"

namespace offprint::json {

void write_asset(Output& out, const std::string& id, const Resource& resource, bool embed) {
    out.begin_object();
    out.member("id", id);
    out.member("sha256", sha256(*resource.bytes));
    out.member("mediaType", resource.media_type);
    if (resource.width != 0) out.member("width", resource.width);
    if (resource.height != 0) out.member("height", resource.height);
    out.member_if_set("sourceUrl", resource.source_url);
    if (embed) out.member("data", base64(*resource.bytes));
    out.end_object();
}

}  // namespace offprint::json
