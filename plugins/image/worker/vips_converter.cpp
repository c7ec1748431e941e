#include "worker/vips_converter.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "offprint/error.hpp"
#include "worker/pixels.hpp"

namespace offprint::image {

namespace {

constexpr const char* png = "image/png";
constexpr const char* jpeg = "image/jpeg";

// A library does not print.
void ignore_log(const char*, GLogLevelFlags, const char*, void*) {}

bool start_vips() {
    if (VIPS_INIT("offprint") != 0) throw Error(ErrorCode::plugin_failed, "libvips does not start");
    for (const char* domain : {"VIPS", "librsvg"})
        g_log_set_handler(domain, static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK), ignore_log, nullptr);
    vips_block_untrusted_set(TRUE);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    for (const Decoder& decoder : decoders) vips_operation_block_set(decoder.name, FALSE);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    return true;
}

// A photograph is many times smaller as JPEG, a drawing is not, and JPEG would blur it.
bool is_photograph(std::string_view as_png, std::string_view as_jpeg) {
    return as_jpeg.size() * 2 < as_png.size();
}

class Encoder {
public:
    Encoder(const ImageRequest& request, std::string_view source_type) : request_(request), from_(source_type) {}

    /// The bytes and their media type.
    std::pair<std::string, std::string> encode(Pixels pixels) const {
        if (!allows(jpeg) && !allows(png))
            throw Error(ErrorCode::malformed_input, "cannot become any of the types that are wanted");
        if (request_.opaque || !allows(png) || !is_transparent(pixels)) {
            pixels = on_white(std::move(pixels));
            if (!allows(png) || (allows(jpeg) && from_ == jpeg)) return {as_jpeg(pixels), jpeg};
            if (allows(jpeg)) return smaller(pixels);
        }
        return {encode_png(pixels), png};
    }

private:
    bool allows(std::string_view type) const {
        const auto& types = request_.media_types;
        return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
    }

    std::string as_jpeg(const Pixels& pixels) const { return encode_jpeg(pixels, request_.jpeg_quality); }

    std::pair<std::string, std::string> smaller(const Pixels& pixels) const {
        std::string one = encode_png(pixels);
        std::string other = as_jpeg(pixels);
        if (is_photograph(one, other)) return {std::move(other), jpeg};
        return {std::move(one), png};
    }

    const ImageRequest& request_;
    std::string_view from_;
};

Resource converted(const Resource& image, const ImageRequest& request, const Limits& limits) {
    const std::optional<ImageInfo> info = sniff_image(*image.bytes);
    if (!info) throw Error(ErrorCode::malformed_input, "is of no known type");
    if (!may_need_change(*info, request)) return image;
    const Source source(*image.bytes, *info, limits);
    ImageRequest missing = request;
    missing.gray = request.gray && !source.is_gray();
    missing.opaque = request.opaque && source.has_alpha();
    if (!may_need_change(*info, missing)) return image;

    Pixels pixels = source.decode(request, VipsConverter::seconds_for(limits));
    Resource result = image;
    result.width = pixels->Xsize;
    result.height = pixels->Ysize;
    auto [bytes, media_type] = Encoder(request, info->media_type).encode(std::move(pixels));
    result.bytes = std::make_shared<const std::string>(std::move(bytes));
    result.media_type = std::move(media_type);
    return result;
}

}  // namespace

VipsConverter::VipsConverter() {
    static const bool started = start_vips();
    (void)started;
}

// libvips keeps buffers for each thread that it did not start itself.
VipsConverter::~VipsConverter() {
    vips_thread_shutdown();
}

std::uint64_t VipsConverter::seconds_for(const Limits& limits) {
    constexpr std::uint64_t most = 20;
    return limits.seconds == 0 ? most : std::min(limits.seconds, most);
}

std::optional<Resource> VipsConverter::convert(const Resource& image, const ImageRequest& request, const Limits& limits,
                                               std::string& reason) {
    try {
        return converted(image, request, limits);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::malformed_input) throw;
        reason = error.what();
        return std::nullopt;
    }
}

}  // namespace offprint::image
