#include <gtest/gtest.h>

#include "epub_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

using namespace std::string_view_literals;
using Texts = std::vector<std::string>;

std::string only(const EpubFile& file, const char* xpath) {
    const Texts texts = file.package_texts(xpath);
    EXPECT_EQ(texts.size(), 1u) << xpath;
    return texts.empty() ? "" : texts.front();
}

constexpr std::string_view gif = "GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"sv;

Document with_image(std::optional<std::string> alt) {
    Image image;
    image.resource = "i";
    image.alt = std::move(alt);
    Document document = article({paragraph(Inlines{image})});
    document.resources["i"] = {std::make_shared<const std::string>(gif), "image/gif", {}, 1, 1};
    return document;
}

}  // namespace

TEST(EpubPackage, SaysAllThatIsKnown) {
    const EpubFile file = write_epub(every_node()).file;
    EXPECT_EQ(file.bytes("mimetype"), "application/epub+zip");
    EXPECT_EQ(file.names()[1], "META-INF/container.xml");
    EXPECT_EQ(only(file, "//dc:language"), "en-GB");
    EXPECT_EQ(only(file, "//dc:creator"), "Ada Quill");
    EXPECT_EQ(only(file, "//meta[@refines='#contributor-1'][@property='role']"), "aut");
    EXPECT_EQ(only(file, "//meta[@refines='#contributor-1'][@property='file-as']"), "Quill, Ada");
    EXPECT_EQ(only(file, "//meta[@refines='#contributor-2'][@property='role']"), "trl");
    EXPECT_EQ(file.package_texts("//dc:subject").size(), every_node().metadata.keywords.size());
    EXPECT_EQ(only(file, "//meta[@property='belongs-to-collection']"), every_node().metadata.series->name);
    EXPECT_EQ(only(file, "//meta[@property='group-position']"), every_node().metadata.series->position);
    EXPECT_EQ(file.package().select_nodes("//item[@properties='cover-image']").size(), 1u);
    EXPECT_STREQ(file.package().select_node("//meta[@name='cover']/@content").attribute().value(),
                 file.package().select_node("//item[@properties='cover-image']/@id").attribute().value());
    EXPECT_NE(file.body("title-page.xhtml").find("href=\"https://example.org/every-node\""), std::string::npos);
}

TEST(EpubPackage, TheCoverIsTheFirstPage) {
    const EpubFile file = write_epub(every_node()).file;
    EXPECT_EQ(file.spine().front(), "cover.xhtml");
    const std::string image = file.package().select_node("//item[@properties='cover-image']/@href").attribute().value();
    EXPECT_NE(file.body("cover.xhtml").find("<img src=\"" + image + "\" alt=\"Every node &amp; &lt;kind>\""),
              std::string::npos)
        << file.body("cover.xhtml");
    EXPECT_STREQ(file.package().select_node("//reference[@type='cover']/@href").attribute().value(), "cover.xhtml");
    EXPECT_NE(file.body("nav.xhtml").find("<a epub:type=\"cover\" href=\"cover.xhtml\">"), std::string::npos);
}

TEST(EpubPackage, ACoverThatNoReaderShowsIsLeftOutWithoutAWarning) {
    Document document = article({paragraph("Text.")});
    document.resources["drawing"] = {
        std::make_shared<const std::string>("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'/>"),
        "image/svg+xml", "", 4, 4};
    document.metadata.cover = "drawing";
    const Written written = write_epub(document);
    EXPECT_EQ(written.codes, Texts{"epub.cover-dropped"});
    EXPECT_EQ(written.file.spine().front(), "title-page.xhtml");
    EXPECT_EQ(written.file.package().select_nodes("//item[starts-with(@media-type, 'image/')]").size(), 0u);
}

TEST(EpubPackage, EmptyDocumentsMakeValidBooks) {
    const Written written = write_epub(Document());
    EXPECT_EQ(written.codes, (Texts{"epub.title-missing", "epub.language-unknown"}));
    EXPECT_EQ(only(written.file, "//dc:title"), "Untitled");
    EXPECT_EQ(only(written.file, "//dc:language"), "und");
    EXPECT_EQ(only(written.file, "//meta[@property='dcterms:modified']"), "1980-01-01T00:00:00Z");
    EXPECT_EQ(written.file.spine(), Texts{"title-page.xhtml"});
}

TEST(EpubPackage, IdentifierFollowsTheSourceElseTheContent) {
    const auto identifier = [](const Document& document) {
        return only(write_epub(document).file, "//dc:identifier[@id='identifier']");
    };
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

TEST(EpubPackage, ModifiedIsTheGivenMomentElseTheDocumentsDate) {
    Document document = article({});
    const auto modified = [&](ContextSettings settings = {}) {
        return only(write_epub(document, {}, std::move(settings)).file, "//meta[@property='dcterms:modified']");
    };
    document.metadata.published = parse_iso_date("2014-01-15");
    EXPECT_EQ(modified(), "2014-01-15T00:00:00Z");
    document.metadata.modified = parse_iso_date("2015-02-03T01:30:00+02:00");
    EXPECT_EQ(modified(), "2015-02-02T23:30:00Z");
    ContextSettings settings;
    settings.source_date_epoch = 86400;
    EXPECT_EQ(modified(std::move(settings)), "1970-01-02T00:00:00Z");
}

TEST(EpubPackage, LanguageTagsMustBeWellFormed) {
    const std::pair<const char*, const char*> tags[] = {
        {"en", "en"},
        {"en_US", "en-US"},
        {"zh-Hant-TW", "zh-Hant-TW"},
        {"de-1996", "de-1996"},
        {"x-klingon", "x-klingon"},
        {"sr-Latn-u-co-phonebk", "sr-Latn-u-co-phonebk"},
        {"english!", "und"},
        {"e", "und"},
        {"en--US", "und"},
        {"toolonglanguage", "und"},
        {"de-1996-1996", "und"},
        {"en-x", "und"},
    };
    for (const auto& [given, expected] : tags) {
        Document document = article({});
        document.metadata.language = given;
        const Written written = write_epub(document);
        EXPECT_EQ(only(written.file, "//dc:language"), expected) << given;
        EXPECT_EQ(written.codes.empty(), std::string_view(expected) != "und") << given;
    }
}

TEST(EpubPackage, AccessibilityIsComputed) {
    const auto features = [](const Document& document) {
        return write_epub(document).file.package_texts("//meta[@property='schema:accessibilityFeature']");
    };
    const auto modes = [](const Document& document) {
        return write_epub(document).file.package_texts("//meta[@property='schema:accessMode']");
    };
    EXPECT_EQ(features(article({paragraph("x")})), (Texts{"tableOfContents", "readingOrder"}));
    EXPECT_EQ(features(with_image("A dot")), (Texts{"tableOfContents", "readingOrder", "alternativeText"}));
    EXPECT_EQ(features(with_image(std::nullopt)), (Texts{"tableOfContents", "readingOrder"}));
    EXPECT_EQ(modes(with_image("A dot")), (Texts{"textual", "visual"}));
    EXPECT_EQ(modes(with_image("")), (Texts{"textual"})) << "decoration informs nobody";
    EXPECT_EQ(write_epub(with_image(std::nullopt)).codes, Texts{"epub.image-without-alt"});
}

TEST(EpubPackage, DirectionTurnsPages) {
    Document document = article({paragraph("x")});
    document.attributes.ensure().direction = Direction::right_to_left;
    const EpubFile file = write_epub(document).file;
    EXPECT_STREQ(file.package().child("spine").attribute("page-progression-direction").value(), "rtl");
    EXPECT_STREQ(file.xml("chapter-1.xhtml").attribute("dir").value(), "rtl");
}

TEST(EpubPackage, AStyleSheetReplacesOurs) {
    const EpubFile file = write_epub(article({}), {{"css", "p { margin: 0 }"}}).file;
    EXPECT_EQ(file.bytes("EPUB/style.css"), "p { margin: 0 }");
}

TEST(EpubPackage, EqualDocumentsGiveEqualBytes) {
    EXPECT_EQ(write("epub", every_node()), write("epub", every_node()));
}

}  // namespace offprint::testing
