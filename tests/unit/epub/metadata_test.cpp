// What the package document says about a book, and about one of several articles.
#include <gtest/gtest.h>

#include <set>

#include "epub_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

using Texts = std::vector<std::string>;

std::string identifier(const Document& document, const OptionValues& options = {}) {
    return write_epub(document, options).file.package_texts("//dc:identifier[@id='identifier']").front();
}

std::string modified(const Document& document, ContextSettings settings = {}) {
    const EpubFile file = write_epub(document, {}, std::move(settings)).file;
    return file.package_texts("//meta[@property='dcterms:modified']").front();
}

Document article_in(std::string language, std::string author) {
    Document document = article({paragraph("Text.")});
    document.metadata.language = std::move(language);
    document.metadata.contributors = {{author, "author", "", ""}};
    document.metadata.source_url = "https://example.org/" + author;
    document.metadata.keywords = {"tides", author};
    document.metadata.publisher = "The Slack Water Review";
    document.metadata.rights = "CC BY 4.0";
    return document;
}

}  // namespace

TEST(EpubMetadata, TheIdentifierFollowsTheSourceElseTheContent) {
    Document document = article({paragraph("a")});
    const std::string of_content = identifier(document);
    EXPECT_EQ(of_content, identifier(document));
    EXPECT_NE(of_content, identifier(article({paragraph("b")})));
    document.metadata.source_url = "http://www.example.com/";
    const std::string of_source = identifier(document);
    document.content.clear();
    EXPECT_EQ(of_source, identifier(document));
    EXPECT_TRUE(of_source.starts_with("urn:uuid:"));
    EXPECT_EQ(of_source[9 + 14], '5') << "version 5";
}

TEST(EpubMetadata, BooksForDifferentDevicesAreDifferentBooks) {
    Document document = article({paragraph("a")});
    document.metadata.source_url = "http://www.example.com/";
    std::set<std::string> identifiers = {identifier(document, {{"profile", "kobo"}, {"kepub", "true"}})};
    for (const char* profile : {"generic", "kindle", "kobo", "apple"})
        identifiers.insert(identifier(document, {{"profile", profile}}));
    EXPECT_EQ(identifiers.size(), 5u);
}

TEST(EpubMetadata, NavigationAndPackageAgreeOnTheIdentifier) {
    const EpubFile file = write_epub(article({heading(1, "A")}), {{"profile", "kindle"}}).file;
    EXPECT_EQ(file.xml("toc.ncx").select_node("//meta[@name='dtb:uid']/@content").attribute().value(),
              file.package_texts("//dc:identifier[@id='identifier']").front());
}

TEST(EpubMetadata, ModifiedIsTheGivenMomentElseTheDocumentsDate) {
    Document document = article({});
    document.metadata.published = parse_iso_date("2014-01-15");
    EXPECT_EQ(modified(document), "2014-01-15T00:00:00Z");
    document.metadata.modified = parse_iso_date("2015-02-03T01:30:00+02:00");
    EXPECT_EQ(modified(document), "2015-02-02T23:30:00Z");
    ContextSettings settings;
    settings.source_date_epoch = 86400;
    EXPECT_EQ(modified(document, std::move(settings)), "1970-01-02T00:00:00Z");
}

TEST(EpubMetadata, TheArticlesOwnDatesStayApartFromTheBooks) {
    Document document = article({});
    document.metadata.published = parse_iso_date("2014-01-15");
    document.metadata.modified = parse_iso_date("2015-02-03");
    ContextSettings settings;
    settings.source_date_epoch = 86400;
    const EpubFile file = write_epub(document, {}, std::move(settings)).file;
    EXPECT_EQ(file.package_texts("//dc:date"), Texts{"2014-01-15"});
    EXPECT_EQ(file.package_texts("//meta[@property='schema:dateModified']"), Texts{"2015-02-03"});
}

TEST(EpubMetadata, ABookIsAsOldAsItsYoungestArticle) {
    std::vector<Document> articles = {article({}), article({}), article({})};
    articles[0].metadata.published = parse_iso_date("2014-01-15");
    articles[1].metadata.published = parse_iso_date("2016-05-01");
    EXPECT_EQ(modified(make_book(std::move(articles))), "2016-05-01T00:00:00Z");
}

TEST(EpubMetadata, WhatArticlesSayIsGathered) {
    const EpubFile file =
        write_epub(make_book({article_in("en", "Ada"), article_in("fr", "Berthe"), article_in("en", "Ada")})).file;
    EXPECT_EQ(file.package_texts("//dc:language"), (Texts{"en", "fr"}));
    EXPECT_EQ(file.package_texts("//dc:creator"), (Texts{"Ada", "Berthe"}));
    EXPECT_EQ(file.package_texts("//dc:source"), (Texts{"https://example.org/Ada", "https://example.org/Berthe"}));
    EXPECT_EQ(file.package_texts("//dc:subject"), (Texts{"tides", "Ada", "Berthe"}));
    EXPECT_EQ(file.package_texts("//dc:publisher"), Texts{"The Slack Water Review"});
    EXPECT_EQ(file.package_texts("//dc:rights"), Texts{"CC BY 4.0"});
}

TEST(EpubMetadata, WhatHoldsForOneArticleIsNotSaidOfTheBook) {
    Document other = article_in("en", "Berthe");
    other.metadata.publisher = "Another Review";
    other.metadata.rights.clear();
    const EpubFile file = write_epub(make_book({article_in("en", "Ada"), other})).file;
    EXPECT_EQ(file.package_texts("//dc:publisher | //dc:rights"), Texts());
}

TEST(EpubMetadata, ABookOfArticlesFromRightToLeftIsReadSo) {
    Document document = article({paragraph("x")});
    document.attributes.ensure().direction = Direction::right_to_left;
    const auto progression = [](const Document& book) {
        const EpubFile file = write_epub(book).file;
        return std::string(file.package().child("spine").attribute("page-progression-direction").value());
    };
    EXPECT_EQ(progression(make_book({document, document})), "rtl");
    EXPECT_EQ(progression(make_book({document, article({paragraph("x")})})), "");
}

}  // namespace offprint::testing
