// What is done with libvips to the pixels of one image.
// Thread safety: pure but for their arguments; libvips must have been started.
#pragma once

#include <vips/vips.h>

#include <memory>
#include <string>
#include <string_view>

#include "offprint/image_converter.hpp"
#include "worker/bitmap.hpp"

namespace offprint::image {

struct Unreference {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};

/// An image of libvips, which computes its pixels when somebody wants them.
using Pixels = std::unique_ptr<VipsImage, Unreference>;

/// The one decoder of libvips that an image of a type may be given to.
struct Decoder {
    std::string_view media_type;
    const char* name;
};

/// Everything else that libvips could open stays shut, ImageMagick and PDF above all. SVG comes without references to
/// the outside, and librsvg is memory-safe. Bitmaps are decoded by us.
inline constexpr Decoder decoders[] = {
    {"image/png", "VipsForeignLoadPng"},     {"image/jpeg", "VipsForeignLoadJpeg"},
    {"image/gif", "VipsForeignLoadNsgif"},   {"image/webp", "VipsForeignLoadWebp"},
    {"image/avif", "VipsForeignLoadHeif"},   {"image/tiff", "VipsForeignLoadTiff"},
    {"image/svg+xml", "VipsForeignLoadSvg"},
};

/// An image of which only the header was read. Keeps a reference to the bytes.
class Source {
public:
    /// Throws `Error{malformed_input}` if the header makes no sense, or claims more pixels than `limits` allow.
    Source(const std::string& bytes, const ImageInfo& info, const Limits& limits);

    bool is_gray() const;
    bool has_alpha() const;

    /// Decodes: upright, within the size that `request` allows, in sRGB or shades of gray. Throws
    /// `Error{malformed_input}`, also after `seconds`.
    Pixels decode(const ImageRequest& request, std::uint64_t seconds) const;

private:
    bool is_profiled() const;  ///< its colours are to be converted
    Pixels shrunk(const ImageRequest& request) const;

    const std::string& bytes_;
    bool is_truncated_;
    Bitmap bitmap_;
    Pixels header_;
    bool is_decoded_ = false;  ///< the header has the pixels with it
};

/// True if some pixel lets the background through.
bool is_transparent(const Pixels& pixels);

/// Without the alpha channel; what was transparent is white.
Pixels on_white(Pixels pixels);

/// Encoded without metadata. Throw `Error{malformed_input}`.
std::string encode_png(const Pixels& pixels);
std::string encode_jpeg(const Pixels& pixels, int quality);

}  // namespace offprint::image
