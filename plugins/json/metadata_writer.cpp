#include "metadata_writer.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "word_count.hpp"

namespace offprint::json {

namespace {

bool is_author(const Contributor& contributor) {
    return contributor.role == "author";
}

/// `position`: the place among all contributors, from 1; 0 where authors come first, as the two lists say already.
void write_contributor(Output& out, const Contributor& contributor, std::size_t position) {
    out.begin_object();
    out.member("name", contributor.name);
    out.member("role", contributor.role);
    out.member_if_set("fileAs", contributor.file_as);
    out.member_if_set("url", contributor.url);
    if (position != 0) out.member("position", std::uint64_t{position});
    out.end_object();
}

/// Writes the authors, or all others.
void write_contributors(Output& out, const char* name, const std::vector<Contributor>& contributors, bool authors) {
    const auto is_listed = [&](const Contributor& contributor) { return is_author(contributor) == authors; };
    if (std::ranges::none_of(contributors, is_listed)) return;
    const bool authors_first = std::ranges::is_partitioned(contributors, is_author);
    out.begin_array(name);
    for (std::size_t i = 0; i < contributors.size(); ++i)
        if (is_listed(contributors[i])) write_contributor(out, contributors[i], authors_first ? 0 : i + 1);
    out.end_array();
}

void write_date(Output& out, const char* name, const std::optional<Date>& date) {
    if (date) out.member(name, date->to_string());
}

void write_keywords(Output& out, const char* name, const std::vector<std::string>& keywords) {
    if (keywords.empty()) return;
    out.begin_array(name);
    for (const std::string& keyword : keywords) out.value(keyword);
    out.end_array();
}

void write_cover(Output& out, const char* name, const Metadata& metadata) {
    if (metadata.cover.empty() && metadata.cover_source.empty()) return;
    out.begin_object(name);
    out.member_if_set("asset", metadata.cover);
    out.member_if_set(metadata.cover.empty() ? "url" : "sourceUrl", metadata.cover_source);
    out.end_object();
}

void write_series(Output& out, const char* name, const std::optional<Series>& series) {
    if (!series) return;
    out.begin_object(name);
    out.member("name", series->name);
    out.member_if_set("position", series->position);
    out.end_object();
}

void write_field(Output& out, const Metadata& metadata, const MetadataFieldName& field) {
    switch (field.field) {
        case MetadataField::title:
            return out.member_if_set(field.json, metadata.title);
        case MetadataField::subtitle:
            return out.member_if_set(field.json, metadata.subtitle);
        case MetadataField::contributors:
            write_contributors(out, field.json, metadata.contributors, true);
            return write_contributors(out, "contributor", metadata.contributors, false);
        case MetadataField::published:
            return write_date(out, field.json, metadata.published);
        case MetadataField::modified:
            return write_date(out, field.json, metadata.modified);
        case MetadataField::language:
            return out.member_if_set(field.json, metadata.language);
        case MetadataField::publisher:
            return out.member_if_set(field.json, metadata.publisher);
        case MetadataField::source_url:
            return out.member_if_set(field.json, metadata.source_url);
        case MetadataField::description:
            return out.member_if_set(field.json, metadata.description);
        case MetadataField::keywords:
            return write_keywords(out, field.json, metadata.keywords);
        case MetadataField::identifier:
            return out.member_if_set(field.json, metadata.identifier);
        case MetadataField::rights:
            return out.member_if_set(field.json, metadata.rights);
        case MetadataField::cover:
            return write_cover(out, field.json, metadata);
        case MetadataField::series:
            return write_series(out, field.json, metadata.series);
    }
}

void write_provenance(Output& out, const Metadata& metadata) {
    if (metadata.provenance.empty()) return;
    out.begin_object("provenance");
    for (const MetadataFieldName& field : metadata_field_names()) {
        const auto origin = metadata.provenance.find(field.field);
        if (origin != metadata.provenance.end()) out.member(field.json, name_of(origin->second));
    }
    out.end_object();
}

}  // namespace

void write_metadata(Output& out, const Metadata& metadata, const Blocks& content) {
    out.begin_object();
    for (const MetadataFieldName& field : metadata_field_names()) write_field(out, metadata, field);
    out.member("wordCount", count_words(content));
    write_provenance(out, metadata);
    out.end_object();
}

}  // namespace offprint::json
