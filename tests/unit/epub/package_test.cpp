#include <gtest/gtest.h>

#include "epub_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

using Texts = std::vector<std::string>;

std::string only(const EpubFile& file, const char* xpath) {
    const Texts texts = file.package_texts(xpath);
    EXPECT_EQ(texts.size(), 1u) << xpath;
    return texts.empty() ? "" : texts.front();
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

TEST(EpubPackage, ACoverThatNoReaderShowsIsLeftOutWithoutAWarning) {
    Document document = article({paragraph("Text.")});
    document.resources["page"] = {std::make_shared<const std::string>("%PDF-1.4"), "application/pdf", "", 0, 0};
    document.metadata.cover = "page";
    const Written written = write_epub(document);
    EXPECT_EQ(written.codes, Texts{"epub.cover-dropped"});
    EXPECT_EQ(written.file.spine().front(), "title-page.xhtml");
    EXPECT_EQ(written.file.package().select_nodes("//item[starts-with(@media-type, 'image/')]").size(), 0u);
}

TEST(EpubPackage, EmptyDocumentsMakeValidBooks) {
    const Written written = write_epub(Document());
    EXPECT_EQ(written.codes, (Texts{"epub.title-missing", "epub.language-unknown", "epub.empty"}));
    EXPECT_EQ(only(written.file, "//dc:title"), "Untitled");
    EXPECT_EQ(only(written.file, "//dc:language"), "und");
    EXPECT_EQ(only(written.file, "//meta[@property='dcterms:modified']"), "1980-01-01T00:00:00Z");
    EXPECT_EQ(written.file.spine(), Texts{"title-page.xhtml"});
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
        Document document = article({paragraph("x")});
        document.metadata.language = given;
        const Written written = write_epub(document);
        EXPECT_EQ(only(written.file, "//dc:language"), expected) << given;
        EXPECT_EQ(written.codes.empty(), std::string_view(expected) != "und") << given;
    }
}

TEST(EpubPackage, DirectionTurnsPages) {
    Document document = article({paragraph("x")});
    document.attributes.ensure().direction = Direction::right_to_left;
    const EpubFile file = write_epub(document).file;
    EXPECT_STREQ(file.package().child("spine").attribute("page-progression-direction").value(), "rtl");
    EXPECT_STREQ(file.package().attribute("dir").value(), "rtl");
    EXPECT_STREQ(file.xml("chapter-1.xhtml").attribute("dir").value(), "rtl");
}

TEST(EpubPackage, EqualDocumentsGiveEqualBytes) {
    EXPECT_EQ(write("epub", every_node()), write("epub", every_node()));
}

}  // namespace offprint::testing
