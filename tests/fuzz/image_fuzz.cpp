// Any bytes as an image through core and the image service: either an image that fits, or a diagnostic.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "offprint/image_converter.hpp"
#include "offprint/transform.hpp"
#include "support/conversion.hpp"

namespace {

using namespace offprint;

[[noreturn]] void fail(const std::string& finding) {
    std::fprintf(stderr, "image_fuzz: %s\n", finding.c_str());
    std::abort();
}

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

}  // namespace

/// Loads the plugin before the fuzzer counts what there is to cover.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    testing::registry()->make_image_converter();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::optional<ImageInfo> info = sniff_image(bytes);
    if (!info) return -1;
    Document document;
    document.resources["image-1"] = {
        std::make_shared<const std::string>(bytes), std::string(info->media_type), {}, info->width, info->height};
    ContextSettings settings;
    settings.limits.image_pixels = 1'000'000;
    Context context(std::move(settings));
    const ImageRequest request = request_for(size);
    fit_images(document, request, *testing::registry(), context);
    if (document.resources.empty() && context.diagnostics().empty()) fail("an image went without a word");
    for (const auto& [key, image] : document.resources) check(image, request);
    return 0;
}
