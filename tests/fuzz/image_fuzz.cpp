// Any bytes as an image through the decoders, in this process: either an image that fits, or a reason why not.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "fuzzing.hpp"
#include "offprint/image_converter.hpp"
#include "package/foreign_markup.hpp"
#include "worker/vips_converter.hpp"

using namespace offprint;
using testing::fail;

namespace {

/// Every wish in turn, decided by the size so that inputs stay plain images.
ImageRequest request_for(std::size_t size) {
    ImageRequest request;
    request.media_types = {"image/png", "image/jpeg"};
    if (size % 2 == 0) request.media_types.push_back("image/svg+xml");
    request.max_width = size % 3 == 0 ? 40 : 0;
    request.max_height = request.max_width;
    request.gray = size % 5 == 0;
    request.opaque = size % 7 == 0;
    request.first_frame = true;
    return request;
}

void check(const Resource& image, const ImageRequest& request) {
    const std::optional<ImageInfo> info = sniff_image(*image.bytes);
    if (!info) fail("what comes out is no image");
    if (may_need_change(*info, request) && !request.gray && !request.opaque) fail("what comes out does not fit");
    if (info->media_type == "image/svg+xml" && image.bytes->find("<script") != std::string::npos) fail("a script");
}

image::VipsConverter& converter() {
    static image::VipsConverter instance;
    return instance;
}

}  // namespace

/// Starts libvips before the fuzzer counts what there is to cover.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    converter();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::optional<ImageInfo> info = sniff_image(bytes);
    if (!info) return -1;
    if (info->media_type == "image/svg+xml") {
        std::optional<std::string> clean = package::sanitize_svg(bytes);
        if (!clean) return -1;
        bytes = std::move(*clean);
    }
    Resource image;
    image.bytes = std::make_shared<const std::string>(std::move(bytes));
    Limits limits;
    limits.image_pixels = 1'000'000;
    limits.seconds = 10;
    const ImageRequest request = request_for(size);
    std::string reason;
    const std::optional<Resource> result = converter().convert(image, request, limits, reason);
    if (!result && reason.empty()) fail("an image went without a word");
    if (result) check(*result, request);
    return 0;
}
