#include "offprint/metadata.hpp"

#include <gtest/gtest.h>

#include "offprint/error.hpp"

namespace offprint {
namespace {

TEST(UserMetadata, ReplacesWhatTheDocumentSaid) {
    Metadata metadata;
    metadata.contributors = {{"Wrong Name", "author", "", ""}};
    metadata.provenance[MetadataField::contributors] = Origin::dom;
    set_user_metadata(metadata, "author", "Ada  Quill ");
    set_user_metadata(metadata, "author", "Ben Stone");
    ASSERT_EQ(metadata.contributors.size(), 2U);
    EXPECT_EQ(metadata.contributors[0].name, "Ada Quill");
    EXPECT_EQ(metadata.contributors[1].name, "Ben Stone");
    set_user_metadata(metadata, "date", "2024-02-29");
    EXPECT_EQ(metadata.published->to_string(), "2024-02-29");
    set_user_metadata(metadata, "keywords", "sea, ships,,night ");
    EXPECT_EQ(metadata.keywords, (std::vector<std::string>{"sea", "ships", "night"}));
    EXPECT_EQ(metadata.provenance.at(MetadataField::published), Origin::user);
}

TEST(UserMetadata, SetsEveryNamedField) {
    Metadata metadata;
    for (const MetadataFieldName& name : metadata_field_names()) {
        if (name.field == MetadataField::cover) continue;
        set_user_metadata(metadata, name.option,
                          name.field == MetadataField::published  ? "2024"
                          : name.field == MetadataField::modified ? "2024-01"
                                                                  : "en");
        EXPECT_EQ(metadata.provenance.at(name.field), Origin::user) << name.option;
    }
    Metadata expected = metadata;
    EXPECT_EQ(metadata, expected);
    EXPECT_EQ(metadata.title, "en");
    EXPECT_EQ(metadata.series->name, "en");
}

TEST(UserMetadata, WritesLanguagesInTheUsualCase) {
    Metadata metadata;
    set_user_metadata(metadata, "language", "EN_gb");
    EXPECT_EQ(metadata.language, "en-GB");
}

TEST(UserMetadata, RefusesWhatItCannotHold) {
    Metadata metadata;
    for (const auto& [name, value] : {std::pair{"titel", "x"},
                                      {"date", "yesterday"},
                                      {"language", "English!"},
                                      {"language", "e"},
                                      {"language", "en-a"},
                                      {"cover", "x"}}) {
        try {
            set_user_metadata(metadata, name, value);
            ADD_FAILURE() << name;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::usage);
            EXPECT_NE(std::string(error.what()).find(name), std::string::npos);
        }
    }
}

}  // namespace
}  // namespace offprint
