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

/// What a picture has to fit into, twips.
struct PictureBox {
    int width;
    int height;
};

class Pictures {
public:
    /// `drawings`: how many the file has already, numbered from 1.
    explicit Pictures(int drawings) : last_id_(drawings) {}

    /// Appends `image`, which is `resource`, to a run: as large as declared, but undistorted, else by its own density,
    /// else at 96 pixels an inch; shrunk into `box`. A drawing that its pixels come from is there beside them. No
    /// description: it is decorative. False, and nothing appended, when Word cannot show these bytes.
    bool append_drawing(pugi::xml_node run, const Image& image, const Resource& resource, PictureBox box,
                        const std::optional<std::string>& description, Relationships& relationships);

    /// Adds the media parts to the package.
    void add_to(Parts& parts) const;

private:
    struct Media {
        std::string name;  ///< relative to the folder of the parts with text
        std::string_view media_type;
        int density;  ///< see density.hpp
        std::shared_ptr<const std::string> bytes;
        std::string drawing_name;                    ///< in the same folder
        std::shared_ptr<const std::string> drawing;  ///< SVG that the bytes were drawn from; null for none
    };

    /// Null when Word cannot show the resource.
    const Media* find(const std::string& key, const Resource& resource);

    std::vector<Media> media_;
    std::map<std::string, std::size_t, std::less<>> by_key_;
    int last_id_;
};

}  // namespace offprint::docx
