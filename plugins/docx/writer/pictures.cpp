#include "pictures.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "density.hpp"
#include "markup.hpp"

namespace offprint::docx {

namespace {

constexpr double emu_per_pixel = 914400.0 / 96;
constexpr double emu_per_twip = 914400.0 / 1440;

// Word itself shows two more, which are large or rare: only what nobody could convert stays such.
bool word_shows(std::string_view media_type) {
    return media_type == "image/bmp" || media_type == "image/tiff" ||
           std::any_of(std::begin(image_types), std::end(image_types) - 1,
                       [&](std::string_view type) { return type == media_type; });
}

struct Size {
    double width;
    double height;

    Size scaled(double factor) const { return {width * factor, height * factor}; }
};

/// In EMU (1/914400 inch).
struct Extent {
    long long width;
    long long height;
};

/// In CSS pixels, of which 96 make an inch. A file of fewer pixels an inch was made for screens, and means nothing by
/// it.
Size natural_size(const Image& image, const Resource& resource, int density) {
    constexpr int pixels_per_inch = 96;
    const Size pixels{static_cast<double>(resource.width), static_cast<double>(resource.height)};
    if (pixels.width > 0 && pixels.height > 0)
        return pixels.scaled(static_cast<double>(pixels_per_inch) / std::max(density, pixels_per_inch));
    if (image.width > 0 && image.height > 0)
        return {static_cast<double>(image.width), static_cast<double>(image.height)};
    return {320, 240};
}

/// What makes `size` as large as fits into `width` x `height`, of which what is not above 0 does not bound.
double scale_into(Size size, double width, double height) {
    double scale = std::numeric_limits<double>::infinity();
    if (width > 0) scale = std::min(scale, width / size.width);
    if (height > 0) scale = std::min(scale, height / size.height);
    return scale;
}

/// Declared measures bound the picture; its proportions stay its own, for that is how pages are made to scale.
Extent extent_of(const Image& image, const Resource& resource, int density, PictureBox box) {
    Size size = natural_size(image, resource, density);
    if (image.width > 0 || image.height > 0) size = size.scaled(scale_into(size, image.width, image.height));
    size = size.scaled(emu_per_pixel);
    size = size.scaled(std::min(1.0, scale_into(size, box.width * emu_per_twip, box.height * emu_per_twip)));
    const auto at_least_a_pixel = [](double emu) { return static_cast<long long>(std::max(emu_per_pixel, emu + 0.5)); };
    return {at_least_a_pixel(size.width), at_least_a_pixel(size.height)};
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

/// The pixels that every program shows, and the drawing that newer ones show in their place (MS-ODRAWXML, svgBlip).
void append_blip(pugi::xml_node fill, const std::string& pixels, const std::string& drawing) {
    const pugi::xml_node blip = append(fill, "a:blip");
    set(blip, "r:embed", pixels);
    if (drawing.empty()) return;
    const pugi::xml_node extension = append(append(blip, "a:extLst"), "a:ext");
    set(extension, "uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}");
    const pugi::xml_node svg = append(extension, "asvg:svgBlip");
    set(svg, "xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main");
    set(svg, "r:embed", drawing);
}

/// Appends the frame of a picture and returns what fills it.
pugi::xml_node append_picture(pugi::xml_node graphic, int id, Extent extent) {
    const pugi::xml_node data = append(graphic, "a:graphicData");
    set(data, "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture");
    const pugi::xml_node picture = append(data, "pic:pic");
    const pugi::xml_node non_visual = append(picture, "pic:nvPicPr");
    const pugi::xml_node properties = append(non_visual, "pic:cNvPr");
    set_number(properties, "id", id);
    set(properties, "name", "Picture " + std::to_string(id));
    append(non_visual, "pic:cNvPicPr");
    const pugi::xml_node fill = append(picture, "pic:blipFill");
    const pugi::xml_node shape = append(picture, "pic:spPr");
    const pugi::xml_node transform = append(shape, "a:xfrm");
    const pugi::xml_node offset = append(transform, "a:off");
    set(offset, "x", "0");
    set(offset, "y", "0");
    set_extent(append(transform, "a:ext"), extent);
    const pugi::xml_node geometry = append(shape, "a:prstGeom");
    set(geometry, "prst", "rect");
    append(geometry, "a:avLst");
    return fill;
}

}  // namespace

const Pictures::Media* Pictures::find(const std::string& key, const Resource& resource) {
    if (const auto known = by_key_.find(key); known != by_key_.end()) return &media_[known->second];
    const std::optional<ImageInfo> info = sniff_image(*resource.bytes);
    if (!info || !word_shows(info->media_type)) return nullptr;
    by_key_.emplace(key, media_.size());
    const std::string name = "media/image" + std::to_string(media_.size() + 1) + ".";
    media_.push_back({name + std::string(info->extension), info->media_type, picture_density(*resource.bytes),
                      resource.bytes, name + "svg", resource.drawing});
    return &media_.back();
}

bool Pictures::append_drawing(pugi::xml_node run, const Image& image, const Resource& resource, PictureBox box,
                              const std::optional<std::string>& description, Relationships& relationships) {
    const Media* media = find(image.resource, resource);
    if (!media) return false;
    const Extent extent = extent_of(image, resource, media->density, box);
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
    const pugi::xml_node fill = append_picture(append(drawing, "a:graphic"), id, extent);
    const std::string pixels = relationships.add("image", media->name);
    append_blip(fill, pixels, media->drawing ? relationships.add("image", media->drawing_name) : std::string());
    append(append(fill, "a:stretch"), "a:fillRect");
    return true;
}

void Pictures::add_to(Parts& parts) const {
    for (const Media& media : media_) {
        parts.add_image("word/" + media.name, media.media_type, media.bytes);
        if (media.drawing) parts.add({"word/" + media.drawing_name, "image/svg+xml", *media.drawing});
    }
}

}  // namespace offprint::docx
