// What the reader takes from the package document.
#include <gtest/gtest.h>

#include "book_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

Metadata metadata_of(std::string elements) {
    BookFile book;
    book.metadata = std::move(elements);
    return read_only("epub", book.chapter("<p>Words.</p>").bytes()).document.metadata;
}

TEST(EpubReaderMetadata, OfEpub3WithRefinements) {
    const Metadata metadata = metadata_of(
        "<dc:identifier id='uid'>urn:isbn:9780000000002</dc:identifier>"
        "<dc:title id='t1'>Harbours</dc:title><meta refines='#t1' property='title-type'>main</meta>"
        "<dc:title id='t2'>And their cranes</dc:title><meta refines='#t2' property='title-type'>subtitle</meta>"
        "<dc:creator id='c1'>Ada Quill</dc:creator><meta refines='#c1' property='file-as'>Quill, Ada</meta>"
        "<dc:contributor id='c2'>Ben Stone</dc:contributor>"
        "<meta refines='#c2' property='role' scheme='marc:relators'>trl</meta>"
        "<dc:language>en_gb</dc:language><dc:date>2024-02-29</dc:date><dc:publisher>The Quay Press</dc:publisher>"
        "<dc:source>https://quay.example/harbours</dc:source><dc:rights>Free for all</dc:rights>"
        "<dc:description>&lt;p&gt;On &lt;i&gt;harbours&lt;/i&gt;.&lt;/p&gt;</dc:description>"
        "<dc:subject>cranes</dc:subject><dc:subject>quays</dc:subject>"
        "<meta property='dcterms:modified'>2024-03-01T10:00:00Z</meta>"
        "<meta property='belongs-to-collection' id='s'>Coasts</meta>"
        "<meta refines='#s' property='group-position'>2</meta>");
    EXPECT_EQ(metadata.title, "Harbours");
    EXPECT_EQ(metadata.subtitle, "And their cranes");
    const std::vector<Contributor> people = {{"Ada Quill", "author", "Quill, Ada", ""},
                                             {"Ben Stone", "translator", "", ""}};
    EXPECT_EQ(metadata.contributors, people);
    EXPECT_EQ(metadata.language, "en-GB");
    EXPECT_EQ(metadata.published, (Date{2024, 2, 29, {}}));
    EXPECT_EQ(metadata.modified->to_string(), "2024-03-01T10:00:00Z");
    EXPECT_EQ(metadata.publisher, "The Quay Press");
    EXPECT_EQ(metadata.source_url, "https://quay.example/harbours");
    EXPECT_EQ(metadata.rights, "Free for all");
    EXPECT_EQ(metadata.description, "On harbours.");
    EXPECT_EQ(metadata.keywords, (std::vector<std::string>{"cranes", "quays"}));
    EXPECT_EQ(metadata.identifier, "urn:isbn:9780000000002");
    EXPECT_EQ(metadata.series, (Series{"Coasts", "2"}));
    EXPECT_EQ(metadata.provenance.at(MetadataField::title), Origin::meta);
}

TEST(EpubReaderMetadata, OfEpub2WithAttributes) {
    const Metadata metadata = metadata_of(
        "<dc:title>Harbours</dc:title><dc:creator opf:role='aut' opf:file-as='Quill, Ada'>Ada Quill</dc:creator>"
        "<dc:contributor opf:role='bkp'>some program</dc:contributor><dc:language>de</dc:language>"
        "<dc:date opf:event='creation'>2001</dc:date><dc:date opf:event='publication'>1999-05</dc:date>"
        "<meta name='calibre:series' content='Coasts'/><meta name='calibre:series_index' content='3.5'/>");
    const std::vector<Contributor> people = {{"Ada Quill", "author", "Quill, Ada", ""}};
    EXPECT_EQ(metadata.contributors, people);
    EXPECT_EQ(metadata.published, (Date{1999, 5, 0, {}}));
    EXPECT_EQ(metadata.series, (Series{"Coasts", "3.5"}));
}

TEST(EpubReaderMetadata, WhatNobodyKnowsIsNotSet) {
    const Metadata metadata = metadata_of(
        "<dc:title>Harbours</dc:title><dc:creator>Unknown</dc:creator><dc:language>und</dc:language>"
        "<meta property='dcterms:modified'>1980-01-01T00:00:00Z</meta>");
    EXPECT_TRUE(metadata.contributors.empty());
    EXPECT_FALSE(metadata.modified);
}

}  // namespace

}  // namespace offprint::testing
