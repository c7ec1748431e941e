// What the image service does: pixels of one image made fit for a writer and a device.
// Thread safety: a converter belongs to one conversion on one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "offprint/export.hpp"
#include "offprint/limits.hpp"
#include "offprint/resource.hpp"

namespace offprint {

/// What an image is to be. An image that is all this already is left as it is, to the byte.
struct ImageRequest {
    std::vector<std::string> media_types;  ///< what may come out; empty: anything
    int max_width = 0;   ///< pixels; larger images are made smaller, none larger; 0: no bound. A drawing in SVG has
    int max_height = 0;  ///< no pixels: it stays as it is wherever SVG may come out
    std::uint64_t max_pixels = 0;  ///< width times height, the same way
    int jpeg_quality = 85;         ///< 1..100
    bool gray = false;             ///< shades of gray only
    bool opaque = false;           ///< transparent parts become white, but for those of animations
    bool first_frame = false;      ///< of an animation only its first picture
    bool keep_drawings = false;    ///< SVG that becomes pixels stays beside them, in its colours: `Resource::drawing`

    bool operator==(const ImageRequest&) const = default;
};

/// False if the header shows that an image is all that `request` asks for, so that no pixel has to be looked at.
/// Besides what is asked for, no image stays turned, in the colours of print or cut off, which few programs show right.
OFFPRINT_API bool may_need_change(const ImageInfo& image, const ImageRequest& request);

/// Decodes and encodes pixels. Comes from the service `image`, since what it needs is heavy.
class OFFPRINT_API ImageConverter {
public:
    virtual ~ImageConverter();

    /// The image as `request` wants it, with its media type and size in pixels, or nullopt with `reason` set to one
    /// line. Looks at the header before it decodes: no more than `limits.image_pixels`. Any bytes are safe.
    virtual std::optional<Resource> convert(const Resource& image, const ImageRequest& request, const Limits& limits,
                                            std::string& reason) = 0;
};

}  // namespace offprint
