// The image converter over libvips, as it works in the worker. Its pixels never leave this folder.
// Thread safety: a converter belongs to one thread; many may work side by side.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "offprint/image_converter.hpp"

namespace offprint::image {

/// Photographs become JPEG; drawings, and what is transparent, PNG. What was encoded anew is upright, in sRGB or shades
/// of gray with 8 bits a channel, and without metadata; equal images give equal bytes. Of an animation the first
/// picture remains, and a drawing in SVG becomes twice its size in pixels, as sharp screens want it.
class VipsConverter final : public ImageConverter {
public:
    /// Starts libvips once a process: one thread an image, nothing cached, only the decoders that are meant to be used.
    VipsConverter();
    ~VipsConverter() override;
    VipsConverter(const VipsConverter&) = delete;
    VipsConverter& operator=(const VipsConverter&) = delete;

    /// What one image may take; decoders look at the time between the parts of an image only.
    static std::uint64_t seconds_for(const Limits& limits);

    std::optional<Resource> convert(const Resource& image, const ImageRequest& request, const Limits& limits,
                                    std::string& reason) override;
};

}  // namespace offprint::image
