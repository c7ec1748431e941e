// What a page says its images are: addresses of files beside it, or their bytes.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "offprint/byte_sink.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::html {

/// What every browser shows, ended by null as the plugin's descriptor wants it.
inline constexpr const char* image_types[] = {"image/png",  "image/jpeg", "image/gif", "image/svg+xml",
                                              "image/webp", "image/avif", "image/bmp", nullptr};

/// Images by their keys among the document's resources.
class ImageSources {
public:
    /// Keeps references to all of them.
    ImageSources(const Document& document, ByteSink& sink, Context& context);

    /// True if the page can show the image once more. A page that shows one again and again holds its bytes each time,
    /// in all no more than `limits().resource_bytes`; what is beyond is a diagnostic.
    bool admit(const Image& image);

    /// Writes what the attribute `src` of an image says that was admitted.
    void write(const std::string& key);

private:
    void tell_of_type(const Image& image, const Resource& resource);

    /// True, and counted, if the page can hold `size` bytes more.
    bool has_room(const Image& image, std::size_t size);

    void write_data_url(const Resource& resource);

    const Document& document_;
    ByteSink& sink_;
    Context& context_;
    std::unordered_map<std::string, std::string> files_;  ///< addresses by key; empty: the page holds the bytes
    std::uint64_t bytes_ = 0;                             ///< that the page holds
};

}  // namespace offprint::html
