#include "metadata_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace offprint::json {

namespace {

/// A contributor and the place in the printed order; 0 where the lists' own order is the printed one.
struct PlacedContributor {
    Contributor contributor;
    std::int64_t position = 0;
};

PlacedContributor read_contributor(Input& input, const char* role) {
    PlacedContributor read;
    read.contributor.role = role;
    input.read_object([&](std::string_view name) {
        if (name == "name") return void(read.contributor.name = input.read_text());
        if (name == "role") return void(read.contributor.role = input.read_text());
        if (name == "fileAs") return void(read.contributor.file_as = input.read_text());
        if (name == "url") return void(read.contributor.url = input.read_text());
        if (name == "position") return void(read.position = input.read_integer(1));
        input.skip();
    });
    return read;
}

Date read_date(Input& input) {
    const std::size_t begin = input.offset();
    const std::optional<Date> date = parse_iso_date(input.read_text());
    if (!date) input.fail("a date of the calendar is expected, as ISO 8601 writes it", begin);
    return *date;
}

std::vector<std::string> read_keywords(Input& input) {
    std::vector<std::string> keywords;
    input.read_array([&] { keywords.push_back(input.read_text()); });
    return keywords;
}

Series read_series(Input& input) {
    Series series;
    input.read_object([&](std::string_view name) {
        if (name == "name") return void(series.name = input.read_text());
        if (name == "position") return void(series.position = input.read_text());
        input.skip();
    });
    return series;
}

std::optional<Origin> origin_named(std::string_view name) {
    for (int origin = 0; origin <= static_cast<int>(Origin::user); ++origin)
        if (name_of(static_cast<Origin>(origin)) == name) return static_cast<Origin>(origin);
    return std::nullopt;
}

const MetadataFieldName* field_named(std::string_view name) {
    const std::vector<MetadataFieldName>& fields = metadata_field_names();
    const auto field = std::ranges::find(fields, name, &MetadataFieldName::json);
    return field == fields.end() ? nullptr : &*field;
}

class MetadataReader {
public:
    MetadataReader(Input& input, ReferenceTable& assets) : input_(input), assets_(assets) {}

    Metadata read() {
        input_.read_object([&](std::string_view name) {
            if (name == "contributor") return read_contributors(others_, "contributor");
            if (name == "provenance") return read_provenance();
            if (const MetadataFieldName* field = field_named(name)) return read_field(field->field);
            input_.skip();
        });
        std::move(others_.begin(), others_.end(), std::back_inserter(authors_));
        std::ranges::stable_sort(authors_, {}, &PlacedContributor::position);
        for (PlacedContributor& read : authors_) metadata_.contributors.push_back(std::move(read.contributor));
        return std::move(metadata_);
    }

private:
    void read_field(MetadataField field) {
        switch (field) {
            case MetadataField::title:
                return void(metadata_.title = input_.read_text());
            case MetadataField::subtitle:
                return void(metadata_.subtitle = input_.read_text());
            case MetadataField::contributors:
                return read_contributors(authors_, "author");
            case MetadataField::published:
                return void(metadata_.published = read_date(input_));
            case MetadataField::modified:
                return void(metadata_.modified = read_date(input_));
            case MetadataField::language:
                return void(metadata_.language = input_.read_text());
            case MetadataField::publisher:
                return void(metadata_.publisher = input_.read_text());
            case MetadataField::source_url:
                return void(metadata_.source_url = input_.read_text());
            case MetadataField::description:
                return void(metadata_.description = input_.read_text());
            case MetadataField::keywords:
                return void(metadata_.keywords = read_keywords(input_));
            case MetadataField::identifier:
                return void(metadata_.identifier = input_.read_text());
            case MetadataField::rights:
                return void(metadata_.rights = input_.read_text());
            case MetadataField::cover:
                return read_cover();
            case MetadataField::series:
                return void(metadata_.series = read_series(input_));
        }
    }

    void read_contributors(std::vector<PlacedContributor>& list, const char* role) {
        input_.read_array([&] { list.push_back(read_contributor(input_, role)); });
    }

    void read_cover() {
        input_.read_object([&](std::string_view name) {
            if (name == "asset") {
                const std::size_t begin = input_.offset();
                metadata_.cover = input_.read_text();
                if (!metadata_.cover.empty()) assets_.add(metadata_.cover, begin);
                return;
            }
            if (name == "url" || name == "sourceUrl") return void(metadata_.cover_source = input_.read_text());
            input_.skip();
        });
    }

    /// What a later version may know of is passed over.
    void read_provenance() {
        input_.read_object([&](std::string_view name) {
            const MetadataFieldName* field = field_named(name);
            const std::optional<Origin> origin = origin_named(input_.read_text());
            if (field != nullptr && origin) metadata_.provenance[field->field] = *origin;
        });
    }

    Input& input_;
    ReferenceTable& assets_;
    Metadata metadata_;
    std::vector<PlacedContributor> authors_;
    std::vector<PlacedContributor> others_;
};

}  // namespace

Metadata read_metadata(Input& input, ReferenceTable& assets) {
    return MetadataReader(input, assets).read();
}

}  // namespace offprint::json
