#include "reader/document_properties.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "credits/people.hpp"
#include "offprint/language.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "package/element.hpp"

namespace offprint::docx::reader {

namespace {

/// What programs write where no time is known.
constexpr std::string_view no_time = "1980-01-01T00:00:00Z";

std::string text_of(pugi::xml_node element) {
    return collapse_space(clean_xml_text(element.text().get()));
}

template <class Take>
void for_each_part(std::string_view text, std::string_view separators, Take take) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        if (const std::string_view part = trim(text.substr(0, end)); !part.empty()) take(std::string(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

class PropertyReader {
public:
    explicit PropertyReader(DocumentProperties& properties) : properties_(properties), metadata_(properties.metadata) {}

    void read_extended(pugi::xml_node root) {
        properties_.is_own = text_of(root.child("ep:Application")) == "Offprint";
        // Word fills in who has paid for it; only our own writer means the publisher.
        if (properties_.is_own) set(MetadataField::publisher, metadata_.publisher, text_of(root.child("ep:Company")));
    }

    void read_core(pugi::xml_node root) {
        const bool is_own = properties_.is_own;
        const std::string title = text_of(root.child("dc:title"));
        // Ours has one for lists of files in any case; whether it is the article's, its first paragraph says.
        if (!is_own) set(MetadataField::title, metadata_.title, title);
        const std::string subject = text_of(root.child("dc:subject"));
        if (is_own)
            set(MetadataField::subtitle, metadata_.subtitle, subject);
        else if (!subject.empty())
            metadata_.keywords.push_back(subject);
        add_people(text_of(root.child("dc:creator")));
        for_each_part(text_of(root.child("cp:keywords")), is_own ? "," : ",;",
                      [&](std::string keyword) { metadata_.keywords.push_back(std::move(keyword)); });
        if (!metadata_.keywords.empty()) metadata_.provenance[MetadataField::keywords] = Origin::meta;
        set(MetadataField::description, metadata_.description, text_of(root.child("dc:description")));
        set(MetadataField::identifier, metadata_.identifier, text_of(root.child("dc:identifier")));
        set(MetadataField::language, metadata_.language, language_tag(text_of(root.child("dc:language"))));
        read_times(text_of(root.child("dcterms:created")), text_of(root.child("dcterms:modified")));
    }

    void read_custom(pugi::xml_node root) {
        for (const pugi::xml_node property : root.children("op:property")) {
            const std::string name = to_lower_ascii(property.attribute("name").value());
            const std::string value = text_of(property.first_child());
            if (name == "source" && is_remote(value)) set(MetadataField::source_url, metadata_.source_url, value);
            if (name == "published" && properties_.is_own)
                if (const std::optional<Date> date = parse_iso_date(value)) metadata_.published = date;
            if (name == "rights") set(MetadataField::rights, metadata_.rights, value);
            if (name == "subtitle") set(MetadataField::subtitle, metadata_.subtitle, value);
            if (name == "series" && !value.empty()) {
                metadata_.series = Series{value, {}};
                metadata_.provenance[MetadataField::series] = Origin::meta;
            }
            if (name == "series position" && metadata_.series) metadata_.series->position = value;
        }
    }

private:
    void set(MetadataField field, std::string& target, std::string value) {
        if (value.empty()) return;
        target = std::move(value);
        metadata_.provenance[field] = Origin::meta;
    }

    void add_people(const std::string& creator) {
        const auto add = [&](std::string name) {
            metadata_.contributors.emplace_back();
            metadata_.contributors.back().name = std::move(name);
        };
        for_each_part(creator, properties_.is_own ? "," : ";", add);
        if (!metadata_.contributors.empty()) metadata_.provenance[MetadataField::contributors] = Origin::meta;
    }

    /// Ours are those of the text; others those of the file, of which the last change alone says something.
    void read_times(const std::string& created, const std::string& modified) {
        const auto parse = [](const std::string& text) {
            std::optional<Date> date = text == no_time ? std::nullopt : parse_iso_date(text);
            if (date && date->time && date->time->hour == 0 && date->time->minute == 0 && date->time->second == 0)
                date->time.reset();
            return date;
        };
        if (properties_.is_own) metadata_.published = parse(created);
        metadata_.modified = parse(modified);
        if (metadata_.published && metadata_.modified == metadata_.published) metadata_.modified.reset();
        if (metadata_.published) metadata_.provenance[MetadataField::published] = Origin::meta;
        if (metadata_.modified) metadata_.provenance[MetadataField::modified] = Origin::meta;
    }

    DocumentProperties& properties_;
    Metadata& metadata_;
};

}  // namespace

DocumentProperties read_properties(Package& package, const PartRelationships& relationships) {
    DocumentProperties properties;
    PropertyReader reader(properties);
    const auto part = [&](const char* type) -> std::optional<XmlPart> {
        const Relationship* relationship = relationships.of_type(type);
        return relationship == nullptr ? std::nullopt : package.read_xml(relationship->target);
    };
    // The type of Strict documents has another spelling.
    std::optional<XmlPart> extended = part("extended-properties");
    if (!extended) extended = part("extendedProperties");
    if (extended) reader.read_extended(extended->root());
    if (const std::optional<XmlPart> core = part("core-properties")) reader.read_core(core->root());
    std::optional<XmlPart> custom = part("custom-properties");
    if (!custom) custom = part("customProperties");
    if (custom) reader.read_custom(custom->root());
    return properties;
}

}  // namespace offprint::docx::reader
