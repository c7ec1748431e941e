#include "worker/pixels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <utility>

#include "offprint/error.hpp"
#include "offprint/text.hpp"

namespace offprint::image {

namespace {

[[noreturn]] void fail(const std::string& reason) {
    throw Error(ErrorCode::malformed_input, reason);
}

/// What libvips says went wrong, as one line.
[[noreturn]] void fail_as_reported() {
    const std::string messages = vips_error_buffer();
    vips_error_clear();
    const std::string first = clean_xml_text(trim(messages.substr(0, messages.find('\n'))));
    fail("cannot be decoded" + (first.empty() ? "" : ": " + first));
}

/// The outcome of a function of libvips: `call` gets the place for the result and answers 0 if all went well.
template <class Call>
Pixels made(Call&& call) {
    VipsImage* image = nullptr;
    if (call(&image) != 0) fail_as_reported();
    return Pixels(image);
}

template <class Call>
std::string encoded(Call&& call) {
    void* bytes = nullptr;
    std::size_t size = 0;
    if (call(&bytes, &size) != 0) fail_as_reported();
    const std::unique_ptr<void, decltype(&g_free)> owner(bytes, g_free);
    return std::string(static_cast<const char*>(bytes), size);
}

struct Box {
    int width = VIPS_MAX_COORD;
    int height = VIPS_MAX_COORD;
};

// The sides that the image, set upright, may have.
Box box_of(VipsImage* image, const ImageRequest& request) {
    Box box;
    if (request.max_width > 0) box.width = request.max_width;
    if (request.max_height > 0) box.height = request.max_height;
    const double pixels = static_cast<double>(image->Xsize) * image->Ysize;
    if (request.max_pixels == 0 || pixels <= static_cast<double>(request.max_pixels)) return box;
    const double scale = std::sqrt(static_cast<double>(request.max_pixels) / pixels);
    int width = std::max(1, static_cast<int>(image->Xsize * scale));
    int height = std::max(1, static_cast<int>(image->Ysize * scale));
    if (vips_image_get_orientation_swap(image) != 0) std::swap(width, height);
    return {std::min(box.width, width), std::min(box.height, height)};
}

/// How long this process has worked. That others keep the processor busy makes no image late.
std::chrono::nanoseconds time_worked() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void stop_when_late(VipsImage* image, VipsProgress*, const std::chrono::nanoseconds* deadline) {
    if (time_worked() > *deadline) vips_image_set_kill(image, TRUE);
}

/// Computes all pixels, which takes the time that decoding takes.
Pixels computed(const Pixels& pixels, std::uint64_t seconds) {
    std::chrono::nanoseconds deadline = time_worked() + std::chrono::seconds(seconds);
    vips_image_set_progress(pixels.get(), TRUE);
    g_signal_connect(pixels.get(), "eval", G_CALLBACK(stop_when_late), &deadline);
    Pixels result(vips_image_copy_memory(pixels.get()));
    g_signal_handlers_disconnect_by_func(pixels.get(), reinterpret_cast<void*>(stop_when_late), &deadline);
    if (result) return result;
    if (time_worked() <= deadline) fail_as_reported();
    vips_error_clear();
    fail(fmt::format("takes more than {} seconds to decode", seconds));
}

constexpr double svg_scale = 2;

/// libvips looks at the bytes itself. What bears the marks of two types must not reach a decoder by that of the other:
/// a drawing that passes for an AVIF was not cleaned.
void check_type(const std::string& bytes, std::string_view media_type) {
    const char* found = vips_foreign_find_load_buffer(bytes.data(), bytes.size());
    if (found == nullptr) fail_as_reported();
    const bool is_that_type = std::ranges::any_of(decoders, [&](const Decoder& decoder) {
        return decoder.media_type == media_type && std::string_view(found).starts_with(decoder.name);
    });
    if (!is_that_type) fail("is not of the type that it claims to be");
}

}  // namespace

Source::Source(const std::string& bytes, const ImageInfo& info, const Limits& limits)
    : bytes_(bytes), is_truncated_(info.truncated) {
    const auto check_size = [&](int width, int height) {
        if (std::uint64_t(width) * std::uint64_t(height) > limits.image_pixels)
            fail(fmt::format("has {} x {} pixels, more than --limit pixels={} allows", width, height,
                             limits.image_pixels));
    };
    check_size(info.width, info.height);
    if (info.media_type == "image/bmp") {
        std::string reason;
        if (!decode_bitmap(bytes, bitmap_, reason)) fail(reason);
        header_.reset(vips_image_new_from_memory(bitmap_.pixels.data(), bitmap_.pixels.size(), bitmap_.width,
                                                 bitmap_.height, 4, VIPS_FORMAT_UCHAR));
        if (header_) header_->Type = VIPS_INTERPRETATION_sRGB;
        is_decoded_ = true;
    } else if (info.media_type == "image/svg+xml") {
        VipsImage* image = nullptr;
        vips_svgload_buffer(const_cast<char*>(bytes.data()), bytes.size(), &image, "scale", svg_scale, nullptr);
        header_.reset(image);
        is_decoded_ = true;
    } else {
        check_type(bytes, info.media_type);
        header_.reset(
            vips_image_new_from_buffer(bytes.data(), bytes.size(), "", "access", VIPS_ACCESS_SEQUENTIAL, nullptr));
    }
    if (!header_) fail_as_reported();
    check_size(header_->Xsize, header_->Ysize);
}

bool Source::is_gray() const {
    return header_->Bands < 3;
}

bool Source::has_alpha() const {
    return vips_image_hasalpha(header_.get()) != 0;
}

bool Source::is_profiled() const {
    return header_->Type == VIPS_INTERPRETATION_CMYK || vips_image_get_typeof(header_.get(), VIPS_META_ICC_NAME) != 0;
}

Pixels Source::shrunk(const ImageRequest& request) const {
    const auto [width, height] = box_of(header_.get(), request);
    return made([&, width = width, height = height](VipsImage** out) {
        if (is_decoded_)
            return vips_thumbnail_image(header_.get(), out, width, "height", height, "size", VIPS_SIZE_DOWN, nullptr);
        // From the bytes again: of a JPEG, no more pixels are made than the smaller size needs. libvips 8.14 forgets
        // its own property `fail_on` here. What is known to be cut off is shown as far as it goes. Without a profile
        // there is nothing to convert, but libvips would try, and write beyond its buffers for some GIFs.
        return vips_thumbnail_buffer(const_cast<char*>(bytes_.data()), bytes_.size(), out, width, "height", height,
                                     "size", VIPS_SIZE_DOWN, "option_string",
                                     is_truncated_ ? "[fail_on=none]" : "[fail_on=truncated]",
                                     is_profiled() ? "export_profile" : nullptr, "srgb", nullptr);
    });
}

Pixels Source::decode(const ImageRequest& request, std::uint64_t seconds) const {
    const Pixels small = shrunk(request);
    const VipsInterpretation space =
        request.gray || small->Bands < 3 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;
    const Pixels coloured = made([&](VipsImage** out) { return vips_colourspace(small.get(), out, space, nullptr); });
    const Pixels bytes = made([&](VipsImage** out) { return vips_cast_uchar(coloured.get(), out, nullptr); });
    return computed(bytes, seconds);
}

bool is_transparent(const Pixels& pixels) {
    if (vips_image_hasalpha(pixels.get()) == 0) return false;
    const Pixels alpha =
        made([&](VipsImage** out) { return vips_extract_band(pixels.get(), out, pixels->Bands - 1, nullptr); });
    double least = 0;
    if (vips_min(alpha.get(), &least, nullptr) != 0) fail_as_reported();
    return least < 255;
}

Pixels on_white(Pixels pixels) {
    if (vips_image_hasalpha(pixels.get()) == 0) return pixels;
    const double white = 255;
    const std::unique_ptr<VipsArrayDouble, void (*)(VipsArrayDouble*)> background(
        vips_array_double_new(&white, 1), [](VipsArrayDouble* array) { vips_area_unref(VIPS_AREA(array)); });
    return made(
        [&](VipsImage** out) { return vips_flatten(pixels.get(), out, "background", background.get(), nullptr); });
}

std::string encode_png(const Pixels& pixels) {
    return encoded([&](void** bytes, std::size_t* size) {
        return vips_pngsave_buffer(pixels.get(), bytes, size, "strip", TRUE, nullptr);
    });
}

std::string encode_jpeg(const Pixels& pixels, int quality) {
    return encoded([&](void** bytes, std::size_t* size) {
        return vips_jpegsave_buffer(pixels.get(), bytes, size, "Q", quality, "strip", TRUE, "optimize_coding", TRUE,
                                    nullptr);
    });
}

}  // namespace offprint::image
