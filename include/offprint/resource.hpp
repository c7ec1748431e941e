// Bytes that belong to a document: its images.
// Thread safety: values; the bytes are immutable and may be shared between threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "offprint/export.hpp"

namespace offprint {

/// An image of the document. Copies share the bytes.
struct Resource {
    std::shared_ptr<const std::string> bytes;  ///< never null in a valid document
    std::string media_type;                    ///< by the bytes, never by a name: "image/png"
    std::string source_url;                    ///< where it came from; empty for data: URIs
    int width = 0;                             ///< pixels; 0 when not known
    int height = 0;
    /// The SVG, cleaned, that `bytes` were drawn from, for writers that ask for both (`ImageRequest::keep_drawings`);
    /// else null.
    std::shared_ptr<const std::string> drawing = nullptr;

    OFFPRINT_API bool operator==(const Resource& other) const;
};

/// What the first bytes of an image say about it.
struct ImageInfo {
    std::string_view media_type;  ///< "image/png", "image/jpeg", "image/gif", "image/webp",
                                  ///< "image/avif", "image/bmp", "image/tiff", "image/svg+xml"
    std::string_view extension;   ///< without a dot: "png", "jpg", ...
    int width = 0;                ///< pixels; 0 when the header does not say
    int height = 0;
    bool animated = false;   ///< GIF with several frames, animated WebP
    bool turned = false;     ///< JPEG that its EXIF orientation turns or mirrors; width and height are of before
    bool cmyk = false;       ///< JPEG in the colours of print
    bool truncated = false;  ///< PNG, JPEG or GIF whose bytes end before the picture does
};

/// Recognises an image by its bytes alone. Reads headers and looks for the end, never decodes; any bytes are safe.
/// Nullopt for other bytes, and for an image whose header is cut off or claims no possible size.
OFFPRINT_API std::optional<ImageInfo> sniff_image(std::string_view bytes);

}  // namespace offprint
