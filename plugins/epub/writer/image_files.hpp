// The document's images as files of the book.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::epub {

/// The images that every reading system shows: core media types of EPUB 3.3 (section 3.2), ended by null as the
/// plugin's descriptor wants it.
inline constexpr const char* image_types[] = {"image/png", "image/jpeg", "image/gif", "image/svg+xml", nullptr};

/// An image of one of these types as a file.
struct ImageFile {
    std::string id;    ///< "image-9f86d081884c7d65", of checksums of the bytes
    std::string path;  ///< "images/9f86d081884c7d65.png"
    std::string_view media_type;
    std::shared_ptr<const std::string> bytes;
    bool animated = false;
    int width = 0;  ///< pixels; 0 when not known
    int height = 0;
};

/// True for the images that reading systems show among their books: those of pixels.
bool can_be_cover(const Resource& resource);

/// Makes a file of each image that the content asks for.
class ImageFiles {
public:
    /// Keeps references to both.
    ImageFiles(const Document& document, Context& context);

    /// The file of a resource, made when it is asked for first; null, with a diagnostic the first time,
    /// when the book cannot carry it. Stays the owner.
    const ImageFile* find(const std::string& resource);

    /// What was asked for and found, in the order of names.
    std::vector<const ImageFile*> used() const;

private:
    const ImageFile* make(const std::string& key, const Resource& resource);

    const Document& document_;
    Context& context_;
    std::unordered_map<std::string, const ImageFile*> found_;  // by resource; null where there is none
    std::map<std::string, ImageFile> files_;                   // by path
};

}  // namespace offprint::epub
