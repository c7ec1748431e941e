// Drawings: pictures in DrawingML (ECMA-376 Part 1, 20.4) and VML (Part 4, 19), and what stands for other drawings.
// Thread safety: an object belongs to one thread.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "offprint/document.hpp"
#include "reader/conversion.hpp"

namespace offprint::docx::reader {

/// What a drawing holds.
struct Drawing {
    struct Picture {
        Image image;
        std::string url;  ///< where a click leads; empty for nowhere
    };
    std::vector<Picture> pictures;
    std::vector<pugi::xml_node> boxes;  ///< `w:txbxContent`
    bool is_rule = false;               ///< a horizontal line
};

class PictureReader {
public:
    explicit PictureReader(Conversion& conversion) : conversion_(conversion) {}

    /// Reads a `w:drawing`, `w:pict` or `w:object` of a part with these relationships. A picture that cannot be had
    /// keeps its text alternative, and its address if it is on the web; nothing outside of the package is opened.
    Drawing read(pugi::xml_node drawing, const PartRelationships& relationships);

private:
    void read_drawing_ml(pugi::xml_node drawing, const PartRelationships& relationships, Drawing& result);
    void read_vml(pugi::xml_node drawing, const PartRelationships& relationships, Drawing& result);
    bool embed_drawing(Image& image, pugi::xml_node blip, const PartRelationships& relationships);
    void embed(Image& image, std::string_view relationship, const PartRelationships& relationships);
    void set_declared_size(Image& image, double width, double height) const;
    const std::string* resource(const std::string& part);

    Conversion& conversion_;
    std::map<std::string, std::string> keys_;  ///< of resources by their parts; empty for what is no picture
};

}  // namespace offprint::docx::reader
