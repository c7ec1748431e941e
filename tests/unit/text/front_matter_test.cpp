#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "offprint/text.hpp"
#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

Document read(const std::string& text, const std::string& article = "auto") {
    return testing::read_only("text", text, {{"article", article}}).document;
}

/// What the front matter said: the language is detected in the text.
Metadata without_language(Metadata metadata) {
    metadata.language.clear();
    metadata.provenance.erase(MetadataField::language);
    return metadata;
}

/// "Ada Quill, Bo Lind (translator)".
std::string people(const Metadata& metadata) {
    std::string names;
    for (const Contributor& person : metadata.contributors) {
        if (!names.empty()) names += ", ";
        names += person.name + (person.role == "author" ? "" : " (" + person.role + ")");
    }
    return names;
}

const std::string body = "\n\nThe body is a sentence that goes on for long enough to be nothing else than what it is.";

TEST(TextFrontMatter, Bylines) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"By: Ada Quill", "Ada Quill"},
        {"By Ada Quill and Bo Lind", "Ada Quill, Bo Lind"},
        {"BY ADA QUILL, BO LIND & CY VOGT", "ADA QUILL, BO LIND, CY VOGT"},
        {"Von Käthe Brandis und Uwe van der Laan", "Käthe Brandis, Uwe van der Laan"},
        {"Par Élodie Rocher et Jean de la Tour", "Élodie Rocher, Jean de la Tour"},
        {"Written by Dr. J. R. Okonedo Jr.", "Dr. J. R. Okonedo Jr."},
        {"Author: Ada Quill\nTranslated by Bo Lind", "Ada Quill, Bo Lind (translator)"},
        {"*By Ada Quill* | 3 May 2020", "Ada Quill"},
        {"(Words & music: Ada Quill)", "Ada Quill"},
        {"By Ada Quill, Staff Writer", "Ada Quill"},
        {"By: /", ""},
    };
    for (const auto& [line, expected] : cases) {
        const Document document = read("A Title\n\n" + line + body);
        EXPECT_EQ(document.metadata.title, "A Title") << line;
        EXPECT_EQ(people(document.metadata), expected) << line;
        EXPECT_EQ(std::get<Paragraph>(document.content.back()).content.size(), 1U) << line;
    }
}

TEST(TextFrontMatter, LinesOfSeveralCredits) {
    const std::vector<std::string> lines = {
        "By Ada Quill | 3 May 2020 | 5 min read",
        "By Ada Quill, 3 May 2020",
        "By Ada Quill on May 3, 2020",
        "By Ada Quill, Published May 3, 2020 at 10:15 am",
        "Ada Quill | 3 May 2020",
        "Ada Quill · May 3, 2020",
        "May 3, 2020 by Ada Quill",
        "Posted on May 3, 2020 by Ada Quill",
        "3. Mai 2020 von Ada Quill",
        "Ada Quill\n3 May 2020",
        "Ada Quill\nBy Ada Quill\n3 May 2020",
        "BY ADA QUILL\nAda Quill\nMay 3, 2020",
    };
    for (const std::string& line : lines) {
        const Metadata metadata = read("A Title\n\n" + line + body).metadata;
        EXPECT_EQ(to_lower_ascii(people(metadata)), "ada quill") << line;
        EXPECT_EQ(metadata.published, (Date{2020, 5, 3, {}})) << line;
    }
}

TEST(TextFrontMatter, WhatStandsAroundTheNames) {
    const std::vector<std::vector<std::string>> cases = {
        {"By Ada Quill\nGazette News, Sundholm\n3 May 2020", "Ada Quill",
         "byline(p(strong(Ada Quill)|Gazette News, Sundholm))"},
        {"Por Inês Prado, da redação", "Inês Prado", "byline(p(strong(Inês Prado)|da redação))"},
        {"By seafarer, Sundholm\n3 May 2020", "seafarer", "byline(p(strong(seafarer)|Sundholm))"},
        {"Ada Quill, Bo Lind\n\nDepartment of Harbours, University of Sund", "Ada Quill, Bo Lind",
         "byline(p(Department of Harbours, University of Sund))"},
    };
    for (const std::vector<std::string>& each : cases) {
        const Document document = read("A Title\n\n" + each[0] + body);
        EXPECT_EQ(people(document.metadata), each[1]);
        EXPECT_EQ(testing::outline({document.content.front()}), each[2]);
        EXPECT_EQ(document.content.size(), 2U) << each[0];
    }
    EXPECT_EQ(people(read("A Title\n\nWords by Ada Quill. Photographs by Cy Vogt." + body).metadata),
              "Ada Quill, Cy Vogt (photographer)");
}

TEST(TextFrontMatter, WhereItAppeared) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"https://gazette.example/ferry", "|https://gazette.example/ferry"},
        {"Source: <https://gazette.example/ferry>", "|https://gazette.example/ferry"},
        {"Originally published at https://gazette.example/ferry", "|https://gazette.example/ferry"},
        {"Source: The Sundholm Gazette", "The Sundholm Gazette|"},
        {"This article first appeared in The Sundholm Gazette.", "The Sundholm Gazette|"},
        {"By Ada Quill | The Sundholm Gazette | 3 May 2020", "The Sundholm Gazette|"},
    };
    for (const auto& [line, expected] : cases) {
        const Document document = read("A Title\n\n" + line + body);
        EXPECT_EQ(document.metadata.publisher + "|" + document.metadata.source_url, expected) << line;
        EXPECT_EQ(document.content.size(), 1U) << line;
    }
    const Document document =
        read("A Title\n\nBy Ada Quill" + body + "\n\nOriginally published at https://gazette.example/a");
    EXPECT_EQ(document.metadata.source_url, "https://gazette.example/a");
    EXPECT_EQ(document.content.size(), 2U);
}

TEST(TextFrontMatter, Titles) {
    const std::string wrapped =
        "\n\nThe body is a sentence that goes on for long enough to be wrapped at\nsome seventy columns, as people did "
        "who wrote letters on machines of\ntheir own, and it has three lines.\n";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"A Title", "A Title"},
        {"THE KEEPER OF THE LANTERN", "THE KEEPER OF THE LANTERN"},
        {"# A Title #", "A Title"},
        {"A Title\n=======", "A Title"},
        {"A Title\n\nA Title", "A Title"},
        {"3 May 2020\n\nA Title", "A Title"},
        {"https://gazette.example/a\n\nA Title", "A Title"},
        {"    The Keeper of the Lantern\n      and Other Stories", "The Keeper of the Lantern and Other Stories"},
        {"What the keeper of the lantern saw on the night when the last ferry\ncame home without its captain",
         "What the keeper of the lantern saw on the night when the last ferry came home without its captain"},
    };
    for (const auto& [head, title] : cases) {
        const Document document = read(head + wrapped);
        EXPECT_EQ(document.metadata.title, title) << head;
        EXPECT_EQ(document.content.size(), 1U) << head;
    }
    for (const std::string head :
         {"The sea is grey\nthe boats are old", "Dear Tove,", "3 May 2020", "The sea was grey."})
        EXPECT_EQ(read(head + wrapped).metadata.title, "") << head;
}

TEST(TextFrontMatter, DatelineTellsTheDayAndStays) {
    const std::string line = "SUNDHOLM, March 7, 2019 (Gazette) - The ferry left with nobody on it but the crew.";
    const Document document = read("A Title\n\n" + line + body);
    EXPECT_EQ(document.metadata.published, (Date{2019, 3, 7, {}}));
    EXPECT_EQ(plain_text({document.content.front()}), line);
    EXPECT_FALSE(read("A Title\n\nSUNDHOLM, March 7 (Gazette) - The ferry left." + body).metadata.published);
}

TEST(TextFrontMatter, SentencesAreNoBylines) {
    for (const char* line :
         {"By the time they came, it was dark.", "By Monday all was over.", "Von hier aus sieht man das Meer",
          "By 1914 nobody cared", "Par temps de pluie, on attend"}) {
        const Document document = read(std::string("A Title\n\n") + line + body);
        EXPECT_EQ(people(document.metadata), "") << line;
        EXPECT_EQ(document.content.size(), 2U) << line;
    }
}

TEST(TextFrontMatter, Dates) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"15 January, 2014", "2014-01-15"},
        {"January 15, 2014", "2014-01-15"},
        {"Wed, Jan. 15th 2014, 10:30 am", "2014-01-15"},
        {"2014-01-15", "2014-01-15"},
        {"Mittwoch, den 15. Januar 2014", "2014-01-15"},
        {"15.01.2014", "2014-01-15"},
        {"Publié le 1er février 2020", "2020-02-01"},
        {"15 de enero de 2014", "2014-01-15"},
        {"Published on January 2014", "2014-01"},
    };
    for (const auto& [line, expected] : cases) {
        const Document document = read("A Title\n\n" + line + body);
        ASSERT_TRUE(document.metadata.published) << line;
        EXPECT_EQ(document.metadata.published->to_string(), expected) << line;
    }
    EXPECT_EQ(read("A Title\n\nUpdated: 3 May 2020" + body).metadata.modified, (Date{2020, 5, 3, {}}));
}

TEST(TextFrontMatter, WhatIsNoDateStays) {
    for (const char* line :
         {"31 February 2014", "15 January", "03/04/2014", "May 2020 be kind", "In 2014, January 15 was cold"}) {
        const Document document = read(std::string("A Title\n\n") + line + body);
        EXPECT_FALSE(document.metadata.published) << line;
        EXPECT_EQ(document.content.size(), 2U) << line;
    }
}

TEST(TextFrontMatter, ArticleAsItIsScraped) {
    const testing::ReadResult result =
        testing::read_only("text", testing::source_file("fixtures/text/scraped-article/input.txt"));
    const Metadata& metadata = result.document.metadata;
    EXPECT_EQ(metadata.title, "Why the Night Train Stopped Twice in Arvenholm");
    EXPECT_TRUE(metadata.subtitle.starts_with("A signal box without a keeper"));
    EXPECT_EQ(people(metadata), "Tove Marling, Idris Okonedo");
    EXPECT_EQ(metadata.published, (Date{2019, 3, 7, {}}));
    EXPECT_EQ(metadata.provenance.at(MetadataField::contributors), Origin::text);
    EXPECT_EQ(testing::outline({result.document.content.front()}),
              "byline(p(strong(Tove Marling)|Senior editor at the Lantern Review) "
              "p(strong(Idris Okonedo)|Lecturer in transport history, University of Sund))");
    EXPECT_EQ(result.document.content.size(), 8U);
    EXPECT_TRUE(result.reported("text.empty-byline"));
}

TEST(TextFrontMatter, WithoutATitleThereIsNone) {
    for (const std::string& text :
         {"By Ada Quill" + body, "A first sentence, and no title." + body, std::string("Alone")}) {
        const Document document = read(text);
        EXPECT_EQ(without_language(document.metadata), Metadata{}) << text;
    }
}

TEST(TextFrontMatter, NeverTakesNothing) {
    const Document document = read("A Title\n\nThe dek\n\nBy: /\nBy: Ada Quill\n3 May 2020" + body, "never");
    EXPECT_EQ(without_language(document.metadata), Metadata{});
    EXPECT_EQ(plain_text(document.content), "A Title The dek By: / By: Ada Quill 3 May 2020" + (" " + body.substr(2)));
}

/// How often each word with a letter in it occurs; the text is cut at everything but letters and digits.
std::map<std::string, int> count_words(const std::string& text) {
    std::map<std::string, int> counts;
    std::string word;
    bool letter = false;
    for (const char c : text + " ") {
        const bool is_letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
        const bool is_digit = c >= '0' && c <= '9';
        letter = letter || is_letter;
        if (is_letter || is_digit) {
            word += c;
            continue;
        }
        if (letter) ++counts[word];
        word.clear();
        letter = false;
    }
    return counts;
}

TEST(TextFrontMatter, NeverDestroysAWord) {
    for (const char* name :
         {"scraped-article", "hard-wrapped-blocks", "german-byline", "title-only", "literary-wrapped"}) {
        const std::string text = testing::source_file(std::string("fixtures/text/") + name + "/input.txt");
        for (const char* style : {"auto", "lines", "blocks"}) {
            const Document document =
                testing::read_only("text", text, {{"article", "never"}, {"text-style", style}}).document;
            EXPECT_EQ(count_words(plain_text(document.content)), count_words(text)) << name << " as " << style;
        }
    }
}

TEST(TextFrontMatter, NeverKeepsHeadersAndBoilerplate) {
    const std::vector<std::string> heads = {
        "---\ntitle: The Last Ferry\nlayout: post\n---",
        "From: Tove Marling\nSubject: Re: The last ferry\nDate: Thu, 7 Mar 2019 14:20:00 GMT",
        "The Last Ferry\n\nBy: /\nBy Ada Quill | 3 May 2020 | 5 min read\n\nShare this article",
        "Network Working Group                  O. Falk\nRequest for Comments: 9999     March 1999\n\n       A "
        "Timetable",
        "Title: The Keeper\n\nAuthor: Ada Quill\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE KEEPER ***",
    };
    for (const std::string& head : heads) {
        const std::string text = head + body + "\n\nAdvertisement\n\nBefore you go\n\nPlease help us.\n\nDonate now\n";
        EXPECT_EQ(count_words(plain_text(read(text, "never").content)), count_words(text)) << head;
    }
}

}  // namespace
}  // namespace offprint
