// Pictures: the media parts and the DrawingML that places them in a line of text.
// Thread safety: an object belongs to one thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/document.hpp"
#include "parts.hpp"
#include "relationships.hpp"

namespace offprint::docx {

/// The pictures that every program for Word files shows, ended by null as the plugin's descriptor wants it.
inline constexpr const char* image_types[] = {"image/png", "image/jpeg", "image/gif", nullptr};

/// A picture's size in EMU (1/914400 inch).
struct Extent {
    long long width;
    long long height;
};

/// The size that `image` shows `resource` at: as declared, else at 96 pixels an inch, shrunk into
/// `most_width` x `most_height` twips.
Extent picture_extent(const Image& image, const Resource& resource, int most_width, int most_height);

class Pictures {
public:
    /// Appends the picture to a run. No description: it is decorative. False, and nothing appended, when
    /// Word cannot show these bytes.
    bool append_drawing(pugi::xml_node run, std::string_view key, const Resource& resource, Extent extent,
                        const std::optional<std::string>& description, Relationships& relationships);

    /// Adds the media parts to the package.
    void add_to(Parts& parts) const;

private:
    struct Media {
        std::string name;  ///< relative to the folder of the parts with text
        std::string_view media_type;
        std::shared_ptr<const std::string> bytes;
    };

    const std::string* media_name(std::string_view key, const Resource& resource);

    std::vector<Media> media_;
    std::map<std::string, std::size_t, std::less<>> by_key_;
    int last_id_ = 0;
};

}  // namespace offprint::docx
