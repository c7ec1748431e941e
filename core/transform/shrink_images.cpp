#include <fmt/format.h>

#include <algorithm>

#include "offprint/transform.hpp"

namespace offprint {

namespace {

constexpr int smallest_side = 256;

int longest_side(const Resource& image) {
    return image.media_type == "image/svg+xml" ? 0 : std::max(image.width, image.height);
}

/// What the images will take about, once no side is longer than `side`: as many bytes a pixel as now.
double expected_bytes(const Document& document, int side) {
    double sum = 0;
    for (const auto& [key, image] : document.resources) {
        const double scale = std::min(1.0, static_cast<double>(side) / std::max(1, longest_side(image)));
        sum += static_cast<double>(image.bytes->size()) * scale * scale;
    }
    return sum;
}

int longest_side(const Document& document) {
    int longest = 0;
    for (const auto& [key, image] : document.resources) longest = std::max(longest, longest_side(image));
    return longest;
}

int tighter(int bound, int side) {
    return bound == 0 ? side : std::min(bound, side);
}

}  // namespace

std::uint64_t image_bytes(const Document& document) {
    std::uint64_t sum = 0;
    for (const auto& [key, image] : document.resources)
        sum += image.bytes->size() + (image.drawing ? image.drawing->size() : 0);
    return sum;
}

void shrink_images(Document& document, std::uint64_t bytes, ImageRequest request, const PluginRegistry& registry,
                   Context& context) {
    // A pass over all images costs time: sizes that cannot be small enough are passed over.
    for (int side = longest_side(document) * 4 / 5; side >= smallest_side; side = side * 4 / 5) {
        if (image_bytes(document) <= bytes) return;
        const bool is_last = side * 4 / 5 < smallest_side;
        if (expected_bytes(document, side) > static_cast<double>(bytes) && !is_last) continue;
        request.max_width = tighter(request.max_width, side);
        request.max_height = tighter(request.max_height, side);
        const std::uint64_t before = image_bytes(document);
        fit_images(document, request, registry, context);
        if (image_bytes(document) == before) break;  // nothing is there that could make images smaller
    }
    if (image_bytes(document) > bytes)
        context.report(Severity::warning, "output.too-large",
                       fmt::format("the output is larger than --max-size allows, with images of {} pixels at most",
                                   smallest_side));
}

}  // namespace offprint
