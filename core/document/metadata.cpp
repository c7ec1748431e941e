#include "offprint/metadata.hpp"

#include <algorithm>

#include "offprint/error.hpp"
#include "offprint/language.hpp"
#include "offprint/text.hpp"

namespace offprint {

const char* name_of(Origin origin) noexcept {
    switch (origin) {
        case Origin::json_ld:
            return "json-ld";
        case Origin::meta:
            return "meta";
        case Origin::html_lang:
            return "html-lang";
        case Origin::dom:
            return "dom";
        case Origin::front_matter:
            return "front-matter";
        case Origin::text:
            return "text";
        case Origin::detected:
            return "detected";
        case Origin::url:
            return "url";
        case Origin::user:
            return "user";
    }
    return "unknown";
}

const std::vector<MetadataFieldName>& metadata_field_names() {
    static const std::vector<MetadataFieldName> names = {
        {MetadataField::title, "title", "headline"},
        {MetadataField::subtitle, "subtitle", "alternativeHeadline"},
        {MetadataField::contributors, "author", "author"},
        {MetadataField::published, "date", "datePublished"},
        {MetadataField::modified, "modified", "dateModified"},
        {MetadataField::language, "language", "inLanguage"},
        {MetadataField::publisher, "publisher", "publisher"},
        {MetadataField::source_url, "source", "url"},
        {MetadataField::description, "description", "description"},
        {MetadataField::keywords, "keywords", "keywords"},
        {MetadataField::identifier, "identifier", "identifier"},
        {MetadataField::rights, "rights", "license"},
        {MetadataField::cover, "cover", "image"},
        {MetadataField::series, "series", "isPartOf"},
    };
    return names;
}

namespace {

MetadataField field_named(std::string_view name) {
    std::string known;
    for (const MetadataFieldName& entry : metadata_field_names()) {
        if (entry.field == MetadataField::cover) continue;  // a resource, not a text
        if (entry.option == name) return entry.field;
        known += (known.empty() ? "" : ", ") + std::string(entry.option);
    }
    throw Error(ErrorCode::usage, "unknown metadata '" + std::string(name) + "'; known are " + known);
}

Date date_from_user(std::string_view name, std::string_view value) {
    if (std::optional<Date> date = parse_iso_date(value)) return *date;
    throw Error(ErrorCode::usage, "metadata '" + std::string(name) + "' wants a date such as 2024-02-29, not '" +
                                      std::string(value) + "'");
}

std::vector<std::string> split_list(std::string_view value) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t end = std::min(value.find(',', begin), value.size());
        const std::string_view part = trim(value.substr(begin, end - begin));
        if (!part.empty()) parts.emplace_back(part);
        begin = end + 1;
    }
    return parts;
}

}  // namespace

void set_user_metadata(Metadata& metadata, std::string_view name, std::string_view value) {
    const MetadataField field = field_named(name);
    const std::string text = collapse_space(clean_xml_text(value));
    switch (field) {
        case MetadataField::title:
            metadata.title = text;
            break;
        case MetadataField::subtitle:
            metadata.subtitle = text;
            break;
        case MetadataField::contributors: {
            const auto origin = metadata.provenance.find(field);
            if (origin == metadata.provenance.end() || origin->second != Origin::user) metadata.contributors.clear();
            metadata.contributors.push_back({text, "author", "", ""});
            break;
        }
        case MetadataField::published:
            metadata.published = date_from_user(name, value);
            break;
        case MetadataField::modified:
            metadata.modified = date_from_user(name, value);
            break;
        case MetadataField::language:
            metadata.language = language_tag(text);
            if (metadata.language.empty())
                throw Error(ErrorCode::usage,
                            "metadata 'language' wants a BCP 47 tag such as en-GB, not '" + text + "'");
            break;
        case MetadataField::publisher:
            metadata.publisher = text;
            break;
        case MetadataField::source_url:
            metadata.source_url = text;
            break;
        case MetadataField::description:
            metadata.description = text;
            break;
        case MetadataField::keywords:
            metadata.keywords = split_list(text);
            break;
        case MetadataField::identifier:
            metadata.identifier = text;
            break;
        case MetadataField::rights:
            metadata.rights = text;
            break;
        case MetadataField::cover:
            break;
        case MetadataField::series:
            metadata.series = Series{text, ""};
            break;
    }
    metadata.provenance[field] = Origin::user;
}

}  // namespace offprint
