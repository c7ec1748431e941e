#include "metadata_case.hpp"

namespace offprint::testing {
namespace {

std::string json_ld(const std::string& json) {
    return "<script type='application/ld+json'>" + json + "</script>";
}

TEST(HtmlMetadata, Titles) {
    const std::pair<const char*, const char*> cases[] = {
        {"<title>Low tide at noon - The Harbour Post</title><p>x", "Low tide at noon"},
        {"<title>The Harbour Post | Low tide at noon</title><meta property=og:site_name content='The Harbour Post'>",
         "Low tide at noon"},
        {"<title>Low tide at noon - Post</title><h1>Post</h1><h1>Low tide at noon</h1>", "Low tide at noon"},
        {"<title>Low tide - Post</title><meta property=og:title content='Low tide, high hopes'>",
         "Low tide, high hopes"},
        {"<title>T-shirts and tides</title>", "T-shirts and tides"},
        {"<p>nothing", ""},
    };
    for (const auto& [markup, title] : cases) EXPECT_EQ(metadata_of(markup).title, title) << markup;
}

TEST(HtmlMetadata, JsonLd) {
    const Metadata metadata = metadata_of("<title>Tides &amp; time</title>" + json_ld(R"({"@graph": [
          {"@type": "Person", "@id": "#ada", "name": "Ada Quill", "url": "https://p.example/ada"},
          {"@type": "NewsArticle", "headline": "Another story", "author": "Nobody Else"},
          {"@type": ["Thing", "NewsArticle"], "headline": "Tides &amp; time", "datePublished": "2024-02-29T06:00:00Z",
           "dateModified": "2024-03-01", "author": [{"@id": "#ada"}, {"@type": "Person", "name": "Ben Reed"}],
           "publisher": {"name": "The Post"}, "description": "d", "inLanguage": "en",
           "keywords": "sea, moon", "url": "https://p.example/tides"}]})"));
    EXPECT_EQ(metadata.title, "Tides & time");
    EXPECT_EQ(people_of(metadata), "Ada Quill; Ben Reed");
    EXPECT_EQ(metadata.contributors.at(0).url, "https://p.example/ada");
    EXPECT_EQ(metadata.published->to_string(), "2024-02-29T06:00:00Z");
    EXPECT_EQ(metadata.modified->to_string(), "2024-03-01");
    EXPECT_EQ(metadata.publisher, "The Post");
    EXPECT_EQ(metadata.keywords, (std::vector<std::string>{"sea", "moon"}));
    EXPECT_EQ(metadata.source_url, "https://p.example/tides");
    EXPECT_EQ(metadata.provenance.at(MetadataField::contributors), Origin::json_ld);
}

TEST(HtmlMetadata, BrokenJsonLdIsSkipped) {
    const ReadResult result =
        read_only("html", json_ld("{\"headline\": ") + json_ld(std::string(100000, '[')) + "<p>x");
    EXPECT_TRUE(result.reported("html.json-ld-invalid"));
    EXPECT_EQ(outline(result.document), "p(x)");
}

TEST(HtmlMetadata, JsonLdAsSitesWriteIt) {
    const std::string object = R"({"@type": "Article", "headline": "Low tide", "author": "Ada Quill"})";
    const std::string cases[] = {
        "<!--" + object + "-->",
        "//<![CDATA[\n" + object + "\n//]]>",
        object + ";",
        "[" + object + ",]",
        R"({"@type": "Article", "headline": "Low tide", "author": ["Ada Quill",],})",
        "{\"@type\": \"Article\", \"description\": \"two\nlines\", \"author\": \"Ada Quill\"}",
        R"({"@type": "WebPage", "author": {"@id": "#ada"}, "x": {"@type": "Person"}} )",
        R"({"mainEntity": {"@type": "NewsArticle", "author": {"name": ["Ada Quill"]}}})",
    };
    for (const std::string& json : cases) {
        const bool is_unresolved = json.find("#ada") != std::string::npos;
        EXPECT_EQ(people_of(metadata_of(json_ld(json))), is_unresolved ? "" : "Ada Quill") << json;
    }
}

TEST(HtmlMetadata, OfJsonLdTheArticleCounts) {
    const Metadata metadata =
        metadata_of("<title>Low tide at noon</title>" +
                    json_ld(R"([{"@type": "WebPage", "name": "Low tide at noon", "datePublished": "2020-01-01"},
                    {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "Sea"}]},
                    {"@type": "VideoObject", "name": "A film", "datePublished": "2021-01-01"},
                    {"@type": "Organization", "name": "Tide Board", "datePublished": "2022-01-01"},
                    {"@type": "NewsArticle", "headline": "Another story", "datePublished": "2023-01-01"},
                    {"@type": "NewsArticle", "headline": "Low tide at noon", "datePublished": "2024-02-29",
                     "comment": {"@type": "Comment", "author": "Cy Nolan"},
                     "isPartOf": {"@type": "WebSite", "name": "The Post"}}])"));
    EXPECT_EQ(published_in(metadata), "2024-02-29");
    EXPECT_EQ(people_of(metadata), "");
    EXPECT_EQ(metadata.publisher, "The Post");
    EXPECT_EQ(published_in(metadata_of(json_ld(R"({"@type": "WebPage", "datePublished": "2020-01-01"})"))),
              "2020-01-01");
}

TEST(HtmlMetadata, ParselyPage) {
    const Metadata metadata = metadata_of(
        "<meta name=parsely-page content='{\"title\": \"Low &amp;amp; high\", \"authors\": [\"Ada Quill\", \"Ben "
        "Reed\"], "
        "\"pub_date\": \"2024-02-29T06:00:00Z\"}'><p>x");
    EXPECT_EQ(metadata.title, "Low & high");
    EXPECT_EQ(people_of(metadata), "Ada Quill; Ben Reed");
    EXPECT_EQ(published_in(metadata), "2024-02-29T06:00:00Z");
    EXPECT_EQ(people_of(metadata_of("<meta name=parsely-page content='no json'><p>x")), "");
}

TEST(HtmlMetadata, MetaElements) {
    const Metadata metadata = metadata_of(
        "<html lang=de_AT><meta name=author content='Von Ada Quill und Ben Reed'>"
        "<meta property=article:published_time content='2024-02-29T06:00:00+01:00'>"
        "<meta name=description content=' d  e '><meta property=og:site_name content=Post>"
        "<meta name=keywords content='a, b,,a'><link rel=canonical href=/x><link rel=license "
        "href='https://l.example/'>",
        {{"base-url", "https://p.example/y"}});
    EXPECT_EQ(people_of(metadata), "Ada Quill; Ben Reed");
    EXPECT_EQ(metadata.published->to_string(), "2024-02-29T06:00:00+01:00");
    EXPECT_EQ(metadata.description, "d e");
    EXPECT_EQ(metadata.publisher, "Post");
    EXPECT_EQ(metadata.language, "de-AT");
    EXPECT_EQ(metadata.rights, "https://l.example/");
    EXPECT_EQ(metadata.source_url, "https://p.example/x");
    EXPECT_EQ(metadata.keywords, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(metadata.provenance.at(MetadataField::language), Origin::html_lang);
}

TEST(HtmlMetadata, NamesOfPeople) {
    const std::pair<const char*, const char*> cases[] = {
        {"By Ada Quill", "Ada Quill"},
        {"Ada Quill, Ben Reed and Cy Nolan", "Ada Quill; Ben Reed; Cy Nolan"},
        {"Quill, Ada", "Ada Quill"},
        {"Quill, Ada, 1850-1910", "Ada Quill"},
        {"Quill, Ada, 1950-", "Ada Quill"},
        {"Ada Quill, Ada Quill", "Ada Quill"},
        {"a@b.example", ""},
        {"12 minutes", ""},
        {"editor@post.example, Ada Quill", "Ada Quill"},
    };
    for (const auto& [text, names] : cases)
        EXPECT_EQ(people_of(metadata_of("<meta name=author content='" + std::string(text) + "'>")), names) << text;
}

TEST(HtmlMetadata, WhatThePageShows) {
    const Metadata metadata = metadata_of(
        "<p>By <a rel=author href=/ada>Ada Quill</a> on <time datetime='2024-02-29'>a day</time>"
        "<div class=comments><span class=author>Some Reader</span></div>");
    EXPECT_EQ(people_of(metadata), "Ada Quill");
    EXPECT_EQ(metadata.published->to_string(), "2024-02-29");
    EXPECT_EQ(metadata.provenance.at(MetadataField::published), Origin::dom);
}

TEST(HtmlMetadata, DatesInAddresses) {
    const std::pair<const char*, const char*> cases[] = {
        {"https://p.example/2014/01/15/tide", "2014-01-15"},
        {"https://p.example/a/2014-01-15-tide", "2014-01-15"},
        {"https://p.example/world/2014/jan/15/tide", "2014-01-15"},
        {"https://p.example/2014/january/05", "2014-01-05"},
        {"https://p.example/2014/tides/05", ""},
        {"https://p.example/2014/jan/45/tide", ""},
        {"https://p.example/2014/13/45/tide", ""},
        {"https://p.example/1234/56/78", ""},
        {"https://p.example/20140115", ""},
    };
    for (const auto& [url, date] : cases) {
        const Metadata metadata = metadata_of("<p>x", {{"base-url", url}});
        EXPECT_EQ(metadata.published ? metadata.published->to_string() : "", date) << url;
    }
}

TEST(HtmlMetadata, NothingIsInvented) {
    const Metadata metadata = metadata_of(
        "<meta name=author content='https://social.example/me'><meta property=og:site_name content='The Post'>"
        "<meta name=dcterms.creator content='The Post'><meta name=date content=yesterday>" +
        json_ld(R"({"@type": "Article", "author": {"name": "The Post"}})") + "<p class=byline>Read 5 comments");
    EXPECT_EQ(people_of(metadata), "");
    EXPECT_FALSE(metadata.published);
    EXPECT_EQ(metadata.language, "");
    EXPECT_EQ(metadata.source_url, "");
}

TEST(HtmlMetadata, ListsAreBounded) {
    std::string names;
    std::string keywords;
    for (int i = 0; i < 100000; ++i) {
        names += "Q" + std::string(1, static_cast<char>('a' + i % 26)) +
                 std::string(1, static_cast<char>('a' + i / 26 % 26)) + ", ";
        keywords += "k" + std::to_string(i) + ",";
    }
    EXPECT_EQ(people_of(metadata_of("<meta name=author content='" + names + "'>")), "");
    std::string authors;
    for (std::size_t i = 0; i < 200; ++i) authors += "<meta name=author content='" + names.substr(i * 5, 3) + " Reed'>";
    EXPECT_EQ(metadata_of(authors).contributors.size(), 100U);
    EXPECT_EQ(metadata_of("<meta name=keywords content='" + keywords + "'>").keywords.size(), 200U);
    const std::string json = R"({"@type": "Article", "headline": "x", "keywords": "a, b,, a)" + keywords + "\"}";
    EXPECT_EQ(metadata_of(json_ld(json)).keywords.size(), 200U);
}

TEST(HtmlMetadata, CrowdedPagesAreReadInBoundedWork) {
    constexpr int many = 20000;
    const std::string start = "<title>Low tide at noon</title><h1>Low tide at noon</h1>";
    const auto repeated = [](const std::string& text) {
        std::string result;
        for (int i = 0; i < many; ++i) result += text;
        return result;
    };
    std::string authors;
    for (int i = 0; i < many; ++i) {
        const std::string letters{static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26 % 26)};
        authors += "<span class=author>Q" + letters + " Reed</span>";
    }
    EXPECT_LE(metadata_of(start + authors).contributors.size(), 100U);
    EXPECT_EQ(people_of(metadata_of(start + repeated("<div class=author>") + "Ada Quill")), "Ada Quill");
    EXPECT_EQ(metadata_of(start + repeated("<h1>Low tide at midnight</h1>")).title, "Low tide at noon");
    EXPECT_EQ(published_in(metadata_of(start + repeated("<time datetime=2024-02-29>x</time>"))), "2024-02-29");
}

TEST(HtmlMetadata, LicencesAndIdentifiers) {
    const std::pair<const char*, const char*> cases[] = {
        {"<link rel=license href='https://l.example/by'>", "https://l.example/by"},
        {"<p>Text under <a rel='license nofollow' href='https://l.example/by'>a licence</a>", "https://l.example/by"},
        {"<meta name=dcterms.rights content='All rights kept'>", "All rights kept"},
        {"<p>Text under <a href='https://l.example/by'>a licence</a>", ""},
    };
    for (const auto& [markup, rights] : cases) EXPECT_EQ(metadata_of(markup).rights, rights) << markup;
    EXPECT_EQ(metadata_of("<meta name=citation_doi content='10.1234/tide'><p>x").identifier, "10.1234/tide");
}

TEST(HtmlMetadata, OnlyLanguageTagsAreLanguages) {
    const std::pair<const char*, const char*> cases[] = {
        {"<html lang=de_at>", "de-AT"},
        {"<html lang='en-'>", ""},
        {"<html lang='english language'>", ""},
        {"<html lang=C>", ""},
        {"<meta http-equiv=content-language content='fr, en'>", "fr"},
    };
    for (const auto& [markup, language] : cases) EXPECT_EQ(metadata_of(markup).language, language) << markup;
}

}  // namespace
}  // namespace offprint::testing
