#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "offprint/text.hpp"
#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

testing::ReadResult read(const std::string& text) {
    return testing::read_only("text", text);
}

const std::string body =
    "The ferry to Sundholm left at six, as it had for forty years, and nobody was on it but the crew.\n\n"
    "Captain Orla Venn says the numbers have fallen since the bridge opened, and that winters are worse.\n";

/// "Ada Quill, Bo Lind (translator)".
std::string people(const Metadata& metadata) {
    std::string names;
    for (const Contributor& person : metadata.contributors) {
        if (!names.empty()) names += ", ";
        names += person.name + (person.role == "author" ? "" : " (" + person.role + ")");
    }
    return names;
}

TEST(TextHeaders, Yaml) {
    const testing::ReadResult result = read(
        "---\n"
        "title: \"The Last Ferry: a report\"\n"
        "subtitle: >\n"
        "  Nobody on board\n"
        "  but the crew\n"
        "authors:\n"
        "  - name: Orrin Falk\n"
        "    email: orrin@gazette.example\n"
        "  - Tove Marling\n"
        "date: 2019-03-07T14:20:00+01:00\n"
        "lang: en_GB\n"
        "tags: [ferries, islands]\n"
        "description: 'It''s a report.'\n"
        "layout: post\n"
        "---\n\n" +
        body);
    const Metadata& metadata = result.document.metadata;
    EXPECT_EQ(metadata.title, "The Last Ferry: a report");
    EXPECT_EQ(metadata.subtitle, "Nobody on board but the crew");
    EXPECT_EQ(people(metadata), "Orrin Falk, Tove Marling");
    ASSERT_TRUE(metadata.published);
    EXPECT_EQ(metadata.published->to_string(), "2019-03-07T14:20:00+01:00");
    EXPECT_EQ(metadata.language, "en-GB");
    EXPECT_EQ(metadata.keywords, (std::vector<std::string>{"ferries", "islands"}));
    EXPECT_EQ(metadata.description, "It's a report.");
    EXPECT_EQ(metadata.provenance.at(MetadataField::title), Origin::front_matter);
    EXPECT_EQ(result.document.content.size(), 2U);
    EXPECT_TRUE(result.reported("front-matter.field-ignored"));
}

TEST(TextHeaders, YamlThatIsNoneStays) {
    for (const std::string& header : {
             std::string("---\nkey: [unclosed\n---\n\n"),
             std::string("---\nA sentence between dashes.\n---\n\n"),
             std::string("---\na: &x 1\nb: *x\n---\n\n"),
             std::string("---\n- a list\n- of things\n---\n\n"),
         }) {
        const testing::ReadResult result = read(header + body);
        EXPECT_EQ(result.document.metadata.title, "") << header;
        EXPECT_TRUE(result.reported("front-matter.invalid")) << header;
        EXPECT_GT(result.document.content.size(), 2U) << header;
    }
}

TEST(TextHeaders, SceneBreaksAreNoYaml) {
    const testing::ReadResult result = read("---\n\n" + body);
    EXPECT_FALSE(result.reported("front-matter.invalid"));
}

TEST(TextHeaders, Mail) {
    const testing::ReadResult result = read(
        "From: \"Tove Marling\" <tove@gazette.example>\n"
        "To: island-list@gazette.example\n"
        "Subject: Re: Fwd: The last ferry\n"
        "  to Sundholm\n"
        "Date: Thu, 7 Mar 2019 14:20:00 +0100 (CET)\n\n"
        "Date: the seventh, at noon.\n\n" +
        body);
    const Metadata& metadata = result.document.metadata;
    EXPECT_EQ(metadata.title, "The last ferry to Sundholm");
    EXPECT_EQ(people(metadata), "Tove Marling");
    ASSERT_TRUE(metadata.published);
    EXPECT_EQ(metadata.published->to_string(), "2019-03-07T14:20:00+01:00");
    EXPECT_EQ(result.document.content.size(), 3U);
    EXPECT_TRUE(result.reported("text.field-ignored"));
}

TEST(TextHeaders, MailDates) {
    const std::pair<const char*, const char*> cases[] = {
        {"7 Mar 2019 14:20 GMT", "2019-03-07T14:20:00Z"},
        {"Thu, 07 Mar 2019 14:20:59 -0330", "2019-03-07T14:20:59-03:30"},
        {"Thu, 7 Mar 2019 14:20:00 EST", "2019-03-07T14:20:00-05:00"},
        {"Thu, 7 Mar 2019 14:20:00 -0000", "2019-03-07T14:20:00"},
        {"Thu, 7 Mar 2019", "2019-03-07"},
        {"Donnerstag, 7. März 2019 14:20", "2019-03-07"},
    };
    for (const auto& [date, expected] : cases) {
        const Metadata metadata =
            read("Subject: A ferry\nDate: " + std::string(date) + "\n\n" + body).document.metadata;
        ASSERT_TRUE(metadata.published) << date;
        EXPECT_EQ(metadata.published->to_string(), expected) << date;
    }
}

TEST(TextHeaders, Labels) {
    const std::pair<const char*, const char*> headers[] = {
        {"Title: The Last Ferry\nAuthor: Falk, Orrin\nDate: 7 March 2019\nURL: https://gazette.example/ferry\n\n",
         "The Last Ferry|Orrin Falk|2019-03-07|https://gazette.example/ferry"},
        {"**Title:** The Last Ferry\n**Author:** Orrin Falk and Tove Marling\n\n",
         "The Last Ferry|Orrin Falk, Tove Marling||"},
        {"Titel: Die letzte Fähre\nAutorin: Käthe Brandis\nDatum: 7. März 2019\n\n",
         "Die letzte Fähre|Käthe Brandis|2019-03-07|"},
        {"标题：最后的渡船\n作者：王小明\n日期：2019年3月7日\n\n", "最后的渡船|王小明|2019-03-07|"},
    };
    for (const auto& [header, expected] : headers) {
        const testing::ReadResult result = read(header + body);
        const Metadata& metadata = result.document.metadata;
        EXPECT_EQ(metadata.title + "|" + people(metadata) + "|" +
                      (metadata.published ? metadata.published->to_string() : "") + "|" + metadata.source_url,
                  expected)
            << header;
        EXPECT_EQ(result.document.content.size(), 2U) << header;
    }
}

TEST(TextHeaders, PlaysAndListsAreNoHeaders) {
    for (const char* text : {"ORLA: The boat is here.\nTOVE: Then go.\n\n", "Flour: two cups\nMilk: one cup\nSalt\n\n",
                             "Note: the harbour is closed.\n\n"}) {
        const testing::ReadResult result = read(text + body);
        EXPECT_FALSE(result.reported("text.field-ignored")) << text;
        EXPECT_EQ(result.document.metadata.title, "") << text;
    }
}

TEST(TextHeaders, WhatFollowsAHeaderStays) {
    const testing::ReadResult result =
        read("Title: The Last Ferry\nAuthor: Orrin Falk\nOrla: The boat is here.\nTove: Then go, and tell them so.\n" +
             body);
    EXPECT_EQ(result.document.metadata.title, "The Last Ferry");
    EXPECT_FALSE(result.reported("text.field-ignored"));
    EXPECT_NE(plain_text(result.document.content).find("Orla: The boat is here."), std::string::npos);
}

TEST(TextHeaders, Gutenberg) {
    std::string book;
    for (int i = 0; i < 6; ++i) book += body + "\n";
    const testing::ReadResult result = read(
        "The Project Gutenberg eBook of The Keeper of the Lantern\n\n"
        "This eBook is for the use of anyone anywhere.\n\n"
        "Title: The Keeper of the Lantern\n\n"
        "Author: Orrin Falk\n\n"
        "Translator: Tove Marling\n\n"
        "Release Date: March 7, 2019 [eBook #99999]\n"
        "                Most recently updated: April 1, 2020\n\n"
        "Language: English\n\n"
        "Produced by nobody in particular\n\n"
        "*** START OF THE PROJECT GUTENBERG EBOOK THE KEEPER OF THE LANTERN ***\n\n"
        "THE KEEPER OF THE LANTERN\n\nBy Orrin Falk\n\n" +
        book +
        "*** END OF THE PROJECT GUTENBERG EBOOK THE KEEPER OF THE LANTERN ***\n\n"
        "This file may be given to anyone.\n");
    const Metadata& metadata = result.document.metadata;
    EXPECT_EQ(metadata.title, "The Keeper of the Lantern");
    EXPECT_EQ(people(metadata), "Orrin Falk, Tove Marling (translator)");
    EXPECT_EQ(metadata.published, (Date{2019, 3, 7, {}}));
    EXPECT_EQ(metadata.modified, (Date{2020, 4, 1, {}}));
    EXPECT_EQ(metadata.language, "en");
    EXPECT_EQ(metadata.provenance.at(MetadataField::language), Origin::front_matter);
    EXPECT_EQ(result.document.content.size(), 12U);
    EXPECT_EQ(plain_text(result.document.content).find("Gutenberg"), std::string::npos);
}

TEST(TextHeaders, Rfc) {
    const testing::ReadResult result = read(
        "Network Working Group                                          O. Falk\n"
        "Request for Comments: 9999                            Sundholm Harbour\n"
        "Category: Informational                             T. Marling, Editor\n"
        "                                                            March 1999\n"
        "\n\n"
        "                  A Timetable for Ferries That Carry\n"
        "                            Nobody at All\n"
        "\n"
        "Status of this Memo\n\n"
        "   This memo provides information for the community of islanders.  It\n"
        "   does not specify a ferry of any kind.\n");
    const Metadata& metadata = result.document.metadata;
    EXPECT_EQ(metadata.title, "A Timetable for Ferries That Carry Nobody at All");
    EXPECT_EQ(people(metadata), "O. Falk, T. Marling (editor)");
    EXPECT_EQ(metadata.published, (Date{1999, 3, 0, {}}));
    EXPECT_EQ(metadata.identifier, "RFC 9999");
    EXPECT_TRUE(result.reported("text.field-ignored"));
}

}  // namespace
}  // namespace offprint
