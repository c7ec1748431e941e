// What is known about an article beside its text. Absent means that the source did not say.
// Thread safety: values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/date.hpp"
#include "offprint/export.hpp"

namespace offprint {

/// Where a metadata field was found; `detected` is concluded from all of the text.
enum class Origin { json_ld, meta, html_lang, dom, front_matter, text, detected, url, user };

/// Stable name as JSON shows it: "json-ld", "meta", "html-lang", ... Never null.
OFFPRINT_API const char* name_of(Origin origin) noexcept;

/// The fields of `Metadata`, as provenance and `--metadata` name them.
enum class MetadataField {
    title,
    subtitle,
    contributors,
    published,
    modified,
    language,
    publisher,
    source_url,
    description,
    keywords,
    identifier,
    rights,
    cover,
    series,
};

/// One field's names to the outside.
struct MetadataFieldName {
    MetadataField field;
    const char* option;  ///< in `--metadata NAME=VALUE`: "title", "author", "date", ...
    const char* json;    ///< in JSON, from schema.org: "headline", "author", "datePublished", ...
};

/// Every field once, in documentation order.
OFFPRINT_API const std::vector<MetadataFieldName>& metadata_field_names();

/// Somebody who had a part in the article.
struct Contributor {
    std::string name;             ///< as it is printed: "Ada Quill"
    std::string role = "author";  ///< "author", "editor", "translator", "illustrator", "photographer", ...
    std::string file_as;          ///< for sorting: "Quill, Ada"; empty when not known
    std::string url;
    bool operator==(const Contributor&) const = default;
};

/// What the article is a part of.
struct Series {
    std::string name;
    std::string position;  ///< "3", "3.5"; may be empty
    bool operator==(const Series&) const = default;
};

/// Typed, UTF-8, single-line values. An empty string, vector or optional means "not known".
struct Metadata {
    std::string title;
    std::string subtitle;  ///< the dek
    std::vector<Contributor> contributors;
    std::optional<Date> published;
    std::optional<Date> modified;
    std::string language;    ///< BCP 47
    std::string publisher;   ///< the publication or site
    std::string source_url;  ///< canonical address of the article
    std::string description;
    std::vector<std::string> keywords;
    std::string identifier;  ///< an ISBN, DOI or URN that the source itself names
    std::string rights;
    std::string cover;  ///< key into `Document::resources`
    std::string
        cover_source;  ///< address of the cover as the source names it; absolute once `embed_images` has seen it
    std::optional<Series> series;
    std::map<MetadataField, Origin> provenance;  ///< for each field that is set

    bool operator==(const Metadata&) const = default;
};

/// Sets one field from text, as `--metadata NAME=VALUE` does. "author" adds a contributor; the first
/// author from the user replaces those that the document named. Throws `Error{usage}` for an
/// unknown name or a value that the field cannot hold.
OFFPRINT_API void set_user_metadata(Metadata& metadata, std::string_view name, std::string_view value);

}  // namespace offprint
