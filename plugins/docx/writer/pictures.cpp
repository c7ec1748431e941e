#include "pictures.hpp"

#include <algorithm>
#include <iterator>

#include "markup.hpp"

namespace offprint::docx {

namespace {

constexpr long long emu_per_pixel = 914400 / 96;
constexpr long long emu_per_twip = 914400 / 1440;

// Word itself shows two more, which are large or rare: only what nobody could convert stays such.
bool word_shows(std::string_view media_type) {
    return media_type == "image/bmp" || media_type == "image/tiff" ||
           std::any_of(std::begin(image_types), std::end(image_types) - 1,
                       [&](std::string_view type) { return type == media_type; });
}

/// A size in pixels with the missing measure from the picture's own proportions.
Extent declared_pixels(const Image& image, const Resource& resource) {
    const bool known = resource.width > 0 && resource.height > 0;
    const double ratio = known ? static_cast<double>(resource.height) / resource.width : 0.75;
    const auto whole = [](double pixels) { return std::max(1LL, static_cast<long long>(pixels + 0.5)); };
    if (image.width > 0 && image.height > 0) return {image.width, image.height};
    if (image.width > 0) return {image.width, whole(image.width * ratio)};
    if (image.height > 0) return {whole(image.height / ratio), image.height};
    if (known) return {resource.width, resource.height};
    return {320, 240};
}

void append_decorative_mark(pugi::xml_node properties) {
    const pugi::xml_node extension = append(append(properties, "a:extLst"), "a:ext");
    set(extension, "uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}");
    const pugi::xml_node decorative = append(extension, "adec:decorative");
    set(decorative, "xmlns:adec", "http://schemas.microsoft.com/office/drawing/2017/decorative");
    set(decorative, "val", "1");
}

void set_extent(pugi::xml_node element, Extent extent) {
    set_number(element, "cx", extent.width);
    set_number(element, "cy", extent.height);
}

void append_picture(pugi::xml_node graphic, int id, const std::string& relationship, Extent extent) {
    const pugi::xml_node data = append(graphic, "a:graphicData");
    set(data, "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture");
    const pugi::xml_node picture = append(data, "pic:pic");
    const pugi::xml_node non_visual = append(picture, "pic:nvPicPr");
    const pugi::xml_node properties = append(non_visual, "pic:cNvPr");
    set_number(properties, "id", id);
    set(properties, "name", "Picture " + std::to_string(id));
    append(non_visual, "pic:cNvPicPr");
    const pugi::xml_node fill = append(picture, "pic:blipFill");
    set(append(fill, "a:blip"), "r:embed", relationship);
    append(append(fill, "a:stretch"), "a:fillRect");
    const pugi::xml_node shape = append(picture, "pic:spPr");
    const pugi::xml_node transform = append(shape, "a:xfrm");
    const pugi::xml_node offset = append(transform, "a:off");
    set(offset, "x", "0");
    set(offset, "y", "0");
    set_extent(append(transform, "a:ext"), extent);
    const pugi::xml_node geometry = append(shape, "a:prstGeom");
    set(geometry, "prst", "rect");
    append(geometry, "a:avLst");
}

}  // namespace

Extent picture_extent(const Image& image, const Resource& resource, int most_width, int most_height) {
    const Extent pixels = declared_pixels(image, resource);
    const double width = static_cast<double>(pixels.width) * emu_per_pixel;
    const double height = static_cast<double>(pixels.height) * emu_per_pixel;
    const double scale = std::min({1.0, static_cast<double>(most_width * emu_per_twip) / width,
                                   static_cast<double>(most_height * emu_per_twip) / height});
    const auto at_least_a_pixel = [](double emu) { return std::max(emu_per_pixel, static_cast<long long>(emu)); };
    return {at_least_a_pixel(width * scale), at_least_a_pixel(height * scale)};
}

const std::string* Pictures::media_name(std::string_view key, const Resource& resource) {
    const std::optional<ImageInfo> info = sniff_image(*resource.bytes);
    if (!info || !word_shows(info->media_type)) return nullptr;
    const auto [known, inserted] = by_key_.try_emplace(std::string(key), media_.size());
    if (inserted) {
        std::string name = "media/image" + std::to_string(media_.size() + 1) + "." + std::string(info->extension);
        media_.push_back({std::move(name), info->media_type, resource.bytes});
    }
    return &media_[known->second].name;
}

bool Pictures::append_drawing(pugi::xml_node run, std::string_view key, const Resource& resource, Extent extent,
                              const std::optional<std::string>& description, Relationships& relationships) {
    const std::string* name = media_name(key, resource);
    if (!name) return false;
    const int id = ++last_id_;
    const pugi::xml_node drawing = append(append(run, "w:drawing"), "wp:inline");
    for (const char* distance : {"distT", "distB", "distL", "distR"}) set(drawing, distance, "0");
    set_extent(append(drawing, "wp:extent"), extent);
    const pugi::xml_node properties = append(drawing, "wp:docPr");
    set_number(properties, "id", id);
    set(properties, "name", "Picture " + std::to_string(id));
    set(properties, "descr", description.value_or(""));
    if (!description) append_decorative_mark(properties);
    const pugi::xml_node locks = append(append(drawing, "wp:cNvGraphicFramePr"), "a:graphicFrameLocks");
    set(locks, "noChangeAspect", "1");
    append_picture(append(drawing, "a:graphic"), id, relationships.add("image", *name), extent);
    return true;
}

void Pictures::add_to(Parts& parts) const {
    for (const Media& media : media_) parts.add_image("word/" + media.name, media.media_type, media.bytes);
}

}  // namespace offprint::docx
