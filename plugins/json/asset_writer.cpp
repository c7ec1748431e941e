#include "asset_writer.hpp"

#include <cstdint>

#include "digest/sha256.hpp"

namespace offprint::json {

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::string_view group = bytes.substr(at, 3);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i)
            bits = bits << 8 | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i) text += i <= group.size() ? digits[bits >> (18 - 6 * i) & 63U] : '=';
    }
    return text;
}

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
