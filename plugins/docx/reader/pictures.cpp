#include "reader/pictures.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "package/element.hpp"

namespace offprint::docx::reader {

namespace {

constexpr double emu_per_pixel = 914400.0 / 96;
constexpr double largest_size = 100'000;  // pixels; more is no picture's size

int pixels(double size) {
    return size > 0 && size < largest_size ? std::max(1, static_cast<int>(std::lround(size))) : 0;
}

int pixels_of_emu(std::string_view text) {
    const std::optional<int> emu = whole_number(text);
    return emu ? pixels(*emu / emu_per_pixel) : 0;
}

/// "width:127.5pt" in a VML style; 0 where it does not say.
int style_length(std::string_view style, std::string_view property) {
    for (std::size_t begin = 0; begin < style.size();) {
        const std::size_t end = std::min(style.find(';', begin), style.size());
        const std::string_view declaration = style.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos || trim(declaration.substr(0, colon)) != property) continue;
        const std::string_view value = trim(declaration.substr(colon + 1));
        if (value.ends_with("px")) return pixels(whole_number(value.substr(0, value.size() - 2)).value_or(0));
        const std::optional<int> length = twips(value);
        return length ? pixels(*length / 15.0) : 0;
    }
    return 0;
}

bool is_decorative(pugi::xml_node properties) {
    const pugi::xml_node mark = find_below(properties, "adec:decorative");
    const std::string_view value = mark.attribute("val").value();
    return value == "1" || value == "true";
}

/// What the author says that a picture shows; what a program made up is a name and is not asked for.
std::optional<std::string> alternative(pugi::xml_node properties) {
    if (is_decorative(properties)) return std::string();
    std::string text = collapse_space(clean_xml_text(properties.attribute("descr").value()));
    if (text.empty()) text = collapse_space(clean_xml_text(properties.attribute("title").value()));
    if (text.empty()) return std::nullopt;
    return text;
}

bool is_click_target(const Relationship* relationship) {
    return relationship != nullptr && relationship->is_external && is_safe_link(relationship->target);
}

}  // namespace

Drawing PictureReader::read(pugi::xml_node drawing, const PartRelationships& relationships) {
    Drawing result;
    if (name_of(drawing) == "w:drawing")
        read_drawing_ml(drawing, relationships, result);
    else
        read_vml(drawing, relationships, result);
    if (result.pictures.empty() && result.boxes.empty() && !result.is_rule) ++conversion_.omitted.shapes;
    return result;
}

void PictureReader::read_drawing_ml(pugi::xml_node drawing, const PartRelationships& relationships, Drawing& result) {
    const pugi::xml_node place = drawing.first_child();  // wp:inline or wp:anchor
    const pugi::xml_node extent = place.child("wp:extent");
    const pugi::xml_node properties = place.child("wp:docPr");
    const Relationship* click = relationships.find(properties.child("a:hlinkClick").attribute("r:id").value());
    for (pugi::xml_node node = next_in_tree(place, drawing); node;) {
        const std::string_view name = name_of(node);
        if (name == "w:txbxContent") {
            result.boxes.push_back(node);
            node = next_after(node, drawing);  // what is in it is read as paragraphs
            continue;
        }
        if (name == "pic:pic") {
            Drawing::Picture picture;
            const bool is_first = result.pictures.empty();
            picture.image.alt = alternative(is_first ? properties : node.child("pic:nvPicPr").child("pic:cNvPr"));
            if (is_first) {
                picture.image.width = pixels_of_emu(extent.attribute("cx").value());
                picture.image.height = pixels_of_emu(extent.attribute("cy").value());
            }
            const pugi::xml_node blip = find_below(node, "a:blip");
            const pugi::xml_attribute embedded = blip.attribute("r:embed");
            if (!embed_drawing(picture.image, find_below(blip, "asvg:svgBlip"), relationships))
                embed(picture.image, (embedded ? embedded : blip.attribute("r:link")).value(), relationships);
            if (conversion_.is_own)
                set_declared_size(picture.image, extent.attribute("cx").as_double(),
                                  extent.attribute("cy").as_double());
            if (is_click_target(click)) picture.url = click->target;
            result.pictures.push_back(std::move(picture));
            node = next_after(node, drawing);
            continue;
        }
        node = next_in_tree(node, drawing);
    }
}

void PictureReader::read_vml(pugi::xml_node drawing, const PartRelationships& relationships, Drawing& result) {
    for (pugi::xml_node node = next_in_tree(drawing, drawing); node;) {
        const std::string_view name = name_of(node);
        if (name == "w:txbxContent") {
            result.boxes.push_back(node);
            node = next_after(node, drawing);
            continue;
        }
        if (std::string_view(node.attribute("o:hr").value()).starts_with('t')) result.is_rule = true;
        if (name == "v:imagedata" && !result.is_rule) {
            const pugi::xml_node shape = node.parent();
            Drawing::Picture picture;
            std::string text = collapse_space(clean_xml_text(shape.attribute("alt").value()));
            if (!text.empty()) picture.image.alt = std::move(text);
            const std::string_view style = shape.attribute("style").value();
            picture.image.width = style_length(style, "width");
            picture.image.height = style_length(style, "height");
            const pugi::xml_attribute id = node.attribute("r:id") ? node.attribute("r:id") : node.attribute("r:pict");
            embed(picture.image, id.value(), relationships);
            result.pictures.push_back(std::move(picture));
        }
        node = next_in_tree(node, drawing);
    }
}

/// Takes the drawing that the pixels beside it come from; false if there is none that can be had.
bool PictureReader::embed_drawing(Image& image, pugi::xml_node blip, const PartRelationships& relationships) {
    const Relationship* relationship = relationships.find(blip.attribute("r:embed").value());
    if (relationship == nullptr || relationship->is_external || !conversion_.package.has(relationship->target))
        return false;
    const std::string* key = resource(relationship->target);
    if (key != nullptr) image.resource = *key;
    return key != nullptr;
}

void PictureReader::embed(Image& image, std::string_view id, const PartRelationships& relationships) {
    const Relationship* relationship = relationships.find(id);
    if (relationship == nullptr) {
        conversion_.context.report(
            Severity::warning, "docx.image-missing",
            "a picture refers to a part that the file does not name; its text alternative remains");
        return;
    }
    if (relationship->is_external) {
        if (is_remote(relationship->target)) image.source = encode_url(relationship->target);
        conversion_.context.report(Severity::warning, "docx.image-external",
                                   fmt::format("a picture lies outside of the file, at {}; it was not opened",
                                               utf8_prefix(clean_xml_text(relationship->target), 100)));
        return;
    }
    if (const std::string* key = resource(relationship->target)) image.resource = *key;
}

/// What our own writer went by when it made a picture that large. A size that somebody declared is a whole number of
/// pixels in one direction at least; one without is the picture's own, or was made smaller to fit the page.
void PictureReader::set_declared_size(Image& image, double width, double height) const {
    const auto found = conversion_.document.resources.find(image.resource);
    if (found == conversion_.document.resources.end()) return;
    const auto is_whole = [](double emu) { return std::fmod(emu, emu_per_pixel) == 0; };
    if (is_whole(width) && is_whole(height)) return;
    if (is_whole(width) || is_whole(height)) {
        (is_whole(width) ? image.height : image.width) = 0;
        return;
    }
    const Resource& resource = found->second;
    const bool is_smaller = resource.width * emu_per_pixel > width && resource.height * emu_per_pixel > height;
    const auto at_least = [](double emu) { return static_cast<int>(std::ceil(emu / emu_per_pixel)); };
    image.width = is_smaller ? 0 : at_least(width);
    image.height = is_smaller ? 0 : at_least(height);
}

const std::string* PictureReader::resource(const std::string& part) {
    const auto [known, is_new] = keys_.try_emplace(part);
    if (is_new) {
        Context& context = conversion_.context;
        std::optional<std::string> bytes = conversion_.package.read(part);
        const std::optional<ImageInfo> info = bytes ? sniff_image(*bytes) : std::nullopt;
        if (!bytes) {
            context.report(
                Severity::warning, "docx.image-missing",
                fmt::format("the picture {} is not in the file, or damaged; its text alternative remains", part));
        } else if (!info || std::uint64_t(info->width) * std::uint64_t(info->height) > context.limits().image_pixels) {
            context.report(Severity::warning, "docx.image-unreadable",
                           fmt::format("the picture {} is of a type that nothing but Office shows (EMF, WMF), too "
                                       "large or damaged; its text alternative remains",
                                       part));
        } else {
            known->second = conversion_.resources.add({std::make_shared<const std::string>(std::move(*bytes)),
                                                       std::string(info->media_type),
                                                       {},
                                                       info->width,
                                                       info->height});
        }
    }
    return known->second.empty() ? nullptr : &known->second;
}

}  // namespace offprint::docx::reader
