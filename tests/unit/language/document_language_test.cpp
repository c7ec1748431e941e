#include "language/document_language.hpp"

#include <gtest/gtest.h>

#include <string>

#include "support/written_languages.hpp"

namespace offprint::language {
namespace {

std::string_view text_in(std::string_view language) {
    for (const WrittenText& written : written_texts)
        if (written.language == language) return written.text;
    return {};
}

Block paragraph(std::string_view text) {
    Paragraph result;
    result.content.emplace_back(Text(std::string(text)));
    return result;
}

Document document_in(std::string_view language, int paragraphs) {
    Document document;
    for (int i = 0; i < paragraphs; ++i) document.content.push_back(paragraph(text_in(language)));
    return document;
}

/// The codes of what completing `document` reports.
std::string codes(Document& document) {
    Context context;
    complete_language(document, context);
    std::string result;
    for (const Diagnostic& diagnostic : context.diagnostics()) result += diagnostic.code;
    return result;
}

TEST(DocumentLanguage, IsDetectedWhereNothingSaysIt) {
    Document document = document_in("cs", 1);
    EXPECT_EQ(codes(document), "");
    EXPECT_EQ(document.metadata.language, "cs");
    EXPECT_EQ(document.metadata.provenance.at(MetadataField::language), Origin::detected);
    EXPECT_STREQ(name_of(Origin::detected), "detected");
}

TEST(DocumentLanguage, StaysUnknownInAShortText) {
    Document document;
    document.content.push_back(paragraph("A title"));
    EXPECT_EQ(codes(document), "language.unknown");
    EXPECT_EQ(document.metadata.language, "");
    EXPECT_TRUE(document.metadata.provenance.empty());
}

TEST(DocumentLanguage, ADeclarationStandsUntilALongTextRefutesIt) {
    Document document = document_in("de", 1);
    document.metadata.language = "en";
    EXPECT_EQ(codes(document), "");
    EXPECT_EQ(document.metadata.language, "en");

    document = document_in("de", 4);
    document.metadata.language = "en";
    EXPECT_EQ(codes(document), "language.declaration-ignored");
    EXPECT_EQ(document.metadata.language, "de");
}

TEST(DocumentLanguage, ADeclaredRegionOrNearLanguageStands) {
    for (const char* declared : {"de-AT", "de"}) {
        Document document = document_in("de", 4);
        document.metadata.language = declared;
        EXPECT_EQ(codes(document), "");
        EXPECT_EQ(document.metadata.language, declared);
    }
    Document document = document_in("cs", 4);
    document.metadata.language = "sk";
    EXPECT_EQ(codes(document), "");
}

TEST(DocumentLanguage, ABilingualPageKeepsWhatItDeclares) {
    Document document = document_in("de", 4);
    for (int i = 0; i < 2; ++i) document.content.push_back(paragraph(text_in("fr")));
    document.metadata.language = "fr";
    EXPECT_EQ(codes(document), "");
    EXPECT_EQ(document.metadata.language, "fr");
}

TEST(DocumentLanguage, WhatIsMarkedAsAnotherLanguageHasNoSay) {
    Document document = document_in("de", 4);
    Quote quote;
    quote.attributes.ensure().language = "fr";
    for (int i = 0; i < 20; ++i) quote.content.push_back(paragraph(text_in("fr")));
    document.content.emplace_back(std::move(quote));
    EXPECT_EQ(codes(document), "");
    EXPECT_EQ(document.metadata.language, "de");
}

TEST(DocumentLanguage, IsThatOfThePiecesOfALongText) {
    Document document = document_in("en", 0);
    for (int i = 0; i < 20000; ++i) document.content.push_back(paragraph(text_in("ja")));
    EXPECT_EQ(codes(document), "");
    EXPECT_EQ(document.metadata.language, "ja");
}

}  // namespace
}  // namespace offprint::language
