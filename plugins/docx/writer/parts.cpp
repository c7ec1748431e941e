#include "parts.hpp"

#include <map>
#include <utility>

#include "markup.hpp"
#include "package/zip_archive.hpp"

namespace offprint::docx {

namespace {

std::string relationships_name(std::string_view part) {
    const std::size_t slash = part.rfind('/') + 1;  // npos + 1 == 0: no folder
    return std::string(part.substr(0, slash)) + "_rels/" + std::string(part.substr(slash)) + ".rels";
}

std::string extension_of(std::string_view name) {
    return std::string(name.substr(name.rfind('.') + 1));
}

}  // namespace

void Parts::add(Part part) {
    parts_.push_back(std::move(part));
}

void Parts::add_image(std::string_view name, std::string_view media_type, std::shared_ptr<const std::string> bytes) {
    media_.push_back({std::string(name), std::string(media_type), std::move(bytes)});
}

std::string Parts::content_types() const {
    pugi::xml_document part;
    const pugi::xml_node root = append(part, "Types");
    set(root, "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");

    std::map<std::string, std::string> defaults = {{"rels", "application/vnd.openxmlformats-package.relationships+xml"},
                                                   {"xml", "application/xml"}};
    for (const Media& image : media_) defaults.emplace(extension_of(image.name), image.media_type);
    for (const auto& [extension, content_type] : defaults) {
        const pugi::xml_node element = append(root, "Default");
        set(element, "Extension", extension);
        set(element, "ContentType", content_type);
    }
    for (const Part& entry : parts_) {
        const pugi::xml_node element = append(root, "Override");
        set(element, "PartName", "/" + entry.name);
        set(element, "ContentType", entry.content_type);
    }
    return package::serialize(part);
}

void Parts::zip(const Relationships& relationships, ByteSink& sink) {
    package::ZipArchive archive;
    archive.add("[Content_Types].xml", content_types());
    archive.add("_rels/.rels", relationships.xml());
    for (Part& part : parts_) archive.add(part.name, std::move(part.content));
    for (Media& image : media_) archive.add_stored(image.name, std::move(image.bytes));
    for (const Part& part : parts_)
        if (!part.relationships.empty()) archive.add(relationships_name(part.name), part.relationships.xml());
    archive.finish(sink);
}

}  // namespace offprint::docx
