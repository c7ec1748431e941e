#include "pictures.hpp"

#include <gtest/gtest.h>
#include <vips/vips.h>

#include <array>
#include <memory>

#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

struct Unreference {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Picture = std::unique_ptr<VipsImage, Unreference>;

template <class Call>
Picture made(Call&& call) {
    static const bool started = VIPS_INIT("tests") == 0;
    EXPECT_TRUE(started);
    VipsImage* image = nullptr;
    EXPECT_EQ(call(&image), 0) << vips_error_buffer();
    return Picture(image);
}

std::string encoded(const Picture& picture, const char* suffix) {
    void* bytes = nullptr;
    std::size_t size = 0;
    EXPECT_EQ(vips_image_write_to_buffer(picture.get(), suffix, &bytes, &size, nullptr), 0) << vips_error_buffer();
    const std::unique_ptr<void, decltype(&g_free)> owner(bytes, g_free);
    return std::string(static_cast<const char*>(bytes), size);
}

Picture in_srgb(const Picture& picture) {
    return made([&](VipsImage** out) {
        return vips_copy(picture.get(), out, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr);
    });
}

Picture soft_noise(int width, int height) {
    std::array<Picture, 3> channels;
    std::array<VipsImage*, 3> pointers{};
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const Picture noise = made([&](VipsImage** out) {
            return vips_gaussnoise(out, width, height, "mean", 128.0, "sigma", 60.0, "seed", int(i), nullptr);
        });
        const Picture soft = made([&](VipsImage** out) { return vips_gaussblur(noise.get(), out, 2, nullptr); });
        channels[i] = made([&](VipsImage** out) { return vips_cast_uchar(soft.get(), out, nullptr); });
        pointers[i] = channels[i].get();
    }
    return in_srgb(made([&](VipsImage** out) { return vips_bandjoin(pointers.data(), out, 3, nullptr); }));
}

Picture rectangle(int bands) {
    const Picture black = made([&](VipsImage** out) { return vips_black(out, 80, 60, "bands", bands, nullptr); });
    Picture picture(vips_image_copy_memory(black.get()));
    vips_draw_rect1(picture.get(), 255, 10, 10, 30, 20, "fill", TRUE, nullptr);
    return in_srgb(picture);
}

std::string little(std::uint32_t number, std::size_t count) {
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i, number >>= 8) bytes += static_cast<char>(number & 0xFFU);
    return bytes;
}

}  // namespace

std::string photograph(const char* suffix, int width, int height) {
    return encoded(soft_noise(width, height), suffix);
}

std::string drawing(const char* suffix) {
    return encoded(rectangle(3), suffix);
}

std::string transparent_drawing(const char* suffix) {
    return encoded(rectangle(4), suffix);
}

std::string cmyk_photograph() {
    const Picture rgb = soft_noise(300, 200);
    return encoded(
        made([&](VipsImage** out) { return vips_icc_export(rgb.get(), out, "output_profile", "cmyk", nullptr); }),
        ".jpg");
}

std::string wide_gamut_red() {
    const Picture black = made([&](VipsImage** out) { return vips_black(out, 40, 30, "bands", 3, nullptr); });
    Picture copy(vips_image_copy_memory(black.get()));
    const std::array<double, 3> ink = {200, 40, 30};
    vips_draw_rect(copy.get(), const_cast<double*>(ink.data()), 3, 0, 0, 40, 30, "fill", TRUE, nullptr);
    const Picture red = in_srgb(copy);
    return encoded(made([&](VipsImage** out) {
                       return vips_icc_transform(red.get(), out, "p3", "input_profile", "srgb", nullptr);
                   }),
                   ".png");
}

std::string animation() {
    const Picture frame = rectangle(3);
    std::array<VipsImage*, 2> frames = {frame.get(), frame.get()};
    const Picture strip =
        made([&](VipsImage** out) { return vips_arrayjoin(frames.data(), out, 2, "across", 1, nullptr); });
    const Picture pages = made([&](VipsImage** out) { return vips_copy(strip.get(), out, nullptr); });
    vips_image_set_int(pages.get(), "page-height", 60);
    // Frames that are equal would be one.
    const Picture changed(vips_image_copy_memory(pages.get()));
    vips_draw_rect1(changed.get(), 128, 0, 100, 9, 9, "fill", TRUE, nullptr);
    return encoded(changed, ".gif");
}

std::string turned(std::string_view jpeg, int orientation) {
    const std::string tag = little(0x0112, 2) + little(3, 2) + little(1, 4) + little(std::uint32_t(orientation), 4);
    const std::string tiff = std::string("II*\0\x08\0\0\0\x01\0", 10) + tag + std::string(4, '\0');
    const std::string exif = std::string("Exif\0\0", 6) + tiff;
    const std::string segment = {'\xFF', '\xE1', '\0', static_cast<char>(exif.size() + 2)};
    return std::string(jpeg.substr(0, 2)) + segment + exif + std::string(jpeg.substr(2));
}

std::string bitmap(int width, int height, int depth, std::string_view palette_and_rows, std::uint32_t compression) {
    const std::uint32_t before_rows = 54 + (depth <= 8 ? 4U << depth : 0U) + (compression == 3 ? 12 : 0);
    return "BM" + little(0, 8) + little(before_rows, 4) + little(40, 4) + little(std::uint32_t(width), 4) +
           little(std::uint32_t(height), 4) + little(1, 2) + little(std::uint32_t(depth), 2) + little(compression, 4) +
           little(0, 20) + std::string(palette_and_rows);
}

std::string with_number(std::string bytes, std::size_t at, std::uint32_t number) {
    for (std::size_t i = 0; i < 4; ++i) bytes.at(at + i) = static_cast<char>(number >> (24 - 8 * i) & 0xFFU);
    return bytes;
}

Resource resource_of(std::string bytes) {
    const ImageInfo info = sniff_image(bytes).value_or(ImageInfo{"application/octet-stream", "bin"});
    return {std::make_shared<const std::string>(std::move(bytes)),
            std::string(info.media_type),
            {},
            info.width,
            info.height};
}

std::optional<Resource> convert(const std::string& bytes, const ImageRequest& request, std::string* reason) {
    static const std::unique_ptr<ImageConverter> converter = registry()->make_image_converter();  // one process for all
    std::string ignored;
    return converter->convert(resource_of(bytes), request, {}, reason ? *reason : ignored);
}

std::vector<int> pixel(const Resource& image, int x, int y) {
    const Picture picture(vips_image_new_from_buffer(image.bytes->data(), image.bytes->size(), "", nullptr));
    double* values = nullptr;
    int count = 0;
    if (!picture || vips_getpoint(picture.get(), &values, &count, x, y, nullptr) != 0) return {};
    const std::vector<int> channels(values, values + count);
    g_free(values);
    return channels;
}

}  // namespace offprint::testing
