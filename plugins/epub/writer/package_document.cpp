#include "writer/package_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "package/relators.hpp"
#include "package/xml.hpp"
#include "writer/accessibility.hpp"
#include "writer/page.hpp"

namespace offprint::epub {

using package::append;
using package::set;

namespace {

class MetadataWriter {
public:
    explicit MetadataWriter(pugi::xml_node element) : element_(element) {}

    /// A Dublin Core element; none for an empty value.
    void add(const char* name, std::string_view value, const char* id = nullptr) {
        if (value.empty()) return;
        pugi::xml_node element = append(element_, name, value);
        if (id != nullptr) set(element, "id", id);
    }

    /// A property of the book, or of the element with the id `refined`; none for an empty value.
    void property(const char* name, std::string_view value, std::string_view refined = {},
                  const char* scheme = nullptr) {
        if (value.empty()) return;
        pugi::xml_node meta = append(element_, "meta", value);
        set(meta, "property", name);
        if (!refined.empty()) set(meta, "refines", "#" + std::string(refined));
        if (scheme != nullptr) set(meta, "scheme", scheme);
    }

    void collection(std::string_view name, const char* id) {
        pugi::xml_node meta = append(element_, "meta", name);
        set(meta, "property", "belongs-to-collection");
        set(meta, "id", id);
    }

    /// As EPUB 2 had it, for reading systems that look for nothing else.
    void legacy(const char* name, std::string_view content) {
        if (content.empty()) return;
        pugi::xml_node meta = append(element_, "meta");
        set(meta, "name", name);
        set(meta, "content", content);
    }

private:
    pugi::xml_node element_;
};

void add_title(MetadataWriter& writer, const Publication& publication, const Metadata& metadata) {
    writer.add("dc:title", publication.title, "title");
    if (metadata.subtitle.empty()) return;
    writer.property("title-type", "main", "title");
    writer.add("dc:title", metadata.subtitle, "subtitle");
    writer.property("title-type", "subtitle", "subtitle");
}

void add_contributors(MetadataWriter& writer, const Publication& publication) {
    int number = 0;
    for (const Contributor& contributor : publication.contributors) {
        if (contributor.name.empty()) continue;
        const std::string id = fmt::format("contributor-{}", ++number);
        const std::string_view code = relator_code(contributor.role);
        writer.add(code == "aut" ? "dc:creator" : "dc:contributor", contributor.name, id.c_str());
        writer.property("role", code, id, "marc:relators");
        writer.property("file-as", contributor.file_as, id);
    }
}

void add_series(MetadataWriter& writer, const Metadata& metadata) {
    if (!metadata.series || metadata.series->name.empty()) return;
    const bool is_number = !metadata.series->position.empty() &&
                           metadata.series->position.find_first_not_of("0123456789.") == std::string::npos;
    writer.collection(metadata.series->name, "series");
    writer.property("collection-type", "series", "series");
    if (is_number) writer.property("group-position", metadata.series->position, "series");
    writer.legacy("calibre:series", metadata.series->name);
    if (is_number) writer.legacy("calibre:series_index", metadata.series->position);
}

// W3CDTF has no time without a zone, so such a time is left out.
std::string w3cdtf(Date date) {
    if (date.time && !date.time->utc_offset_minutes) date.time.reset();
    return date.to_string();
}

void add_metadata(pugi::xml_node element, const Document& document, const Publication& publication) {
    const Metadata& metadata = document.metadata;
    MetadataWriter writer(element);
    writer.add("dc:identifier", publication.identifier, "identifier");
    if (metadata.identifier != publication.identifier) writer.add("dc:identifier", metadata.identifier);
    add_title(writer, publication, metadata);
    for (const std::string& language : publication.languages) writer.add("dc:language", language);
    add_contributors(writer, publication);
    if (metadata.published) writer.add("dc:date", w3cdtf(*metadata.published));
    if (metadata.modified) writer.property("schema:dateModified", w3cdtf(*metadata.modified));
    writer.add("dc:publisher", publication.publisher);
    for (const std::string& source : publication.sources) writer.add("dc:source", source);
    writer.add("dc:description", metadata.description);
    for (const std::string& subject : publication.subjects) writer.add("dc:subject", subject);
    writer.add("dc:rights", publication.rights);
    writer.property("dcterms:modified", publication.modified);
    add_series(writer, metadata);
}

void append_manifest(pugi::xml_node package, const std::vector<PackagedFile>& items) {
    pugi::xml_node manifest = append(package, "manifest");
    for (const PackagedFile& item : items) {
        pugi::xml_node element = append(manifest, "item");
        set(element, "id", item.id);
        set(element, "href", item.path);
        set(element, "media-type", item.media_type);
        if (!item.properties.empty()) set(element, "properties", item.properties);
    }
}

void append_spine(pugi::xml_node package, const Publication& publication, const std::vector<PackagedFile>& items) {
    pugi::xml_node spine = append(package, "spine");
    set(spine, "toc", ncx_item_id);
    if (publication.direction == Direction::right_to_left) set(spine, "page-progression-direction", "rtl");
    for (const PackagedFile& item : items)
        if (item.in_spine) set(append(spine, "itemref"), "idref", item.id);
}

// Kindle looks here for the place where reading starts.
void append_guide(pugi::xml_node package, const std::vector<Landmark>& landmarks, const Publication& publication) {
    pugi::xml_node guide = append(package, "guide");
    for (const Landmark& landmark : landmarks) {
        pugi::xml_node reference = append(guide, "reference");
        set(reference, "type", landmark.guide_type);
        set(reference, "title", publication.title);
        set(reference, "href", landmark.file);
    }
}

}  // namespace

std::string package_document(const PackageParts& parts) {
    pugi::xml_document xml;
    pugi::xml_node package = append(xml, "package");
    set(package, "xmlns", "http://www.idpf.org/2007/opf");
    set(package, "version", "3.0");
    set(package, "unique-identifier", "identifier");
    set(package, "xml:lang", parts.publication.language);
    if (parts.publication.direction == Direction::right_to_left) set(package, "dir", "rtl");

    pugi::xml_node metadata = append(package, "metadata");
    set(metadata, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    add_metadata(metadata, parts.document, parts.publication);
    append_accessibility(metadata, parts.facts);
    MetadataWriter(metadata).legacy("generator", "Offprint");
    if (!parts.cover.empty()) MetadataWriter(metadata).legacy("cover", parts.cover);

    append_manifest(package, parts.items);
    append_spine(package, parts.publication, parts.items);
    append_guide(package, parts.landmarks, parts.publication);
    return package::serialize(xml);
}

}  // namespace offprint::epub
