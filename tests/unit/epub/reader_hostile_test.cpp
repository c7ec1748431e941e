// Books that are broken, protected or made to do harm.
#include <gtest/gtest.h>

#include "book_file.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

ReadResult read(const BookFile& book) {
    return read_only("epub", book.bytes());
}

BookFile book_of(std::string body) {
    return BookFile().chapter(std::move(body));
}

/// The message of the error that reading ends with.
std::string error_of(const std::string& bytes, ErrorCode code = ErrorCode::malformed_input,
                     ContextSettings settings = {}) {
    Context context(std::move(settings));
    const Converter converter(registry());
    ReadRequest request;
    request.format = "epub";
    try {
        converter.read(*open_memory(bytes), request, context);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), code) << error.full_message();
        return error.full_message();
    }
    ADD_FAILURE() << "it was read";
    return {};
}

TEST(EpubReaderHostile, WhatIsNoBookIsOneClearError) {
    EXPECT_NE(error_of("no archive at all").find("ZIP"), std::string::npos);
    EXPECT_NE(error_of(zip_of({{"mimetype", "application/epub+zip"}})).find("no package document"), std::string::npos);
    EXPECT_NE(error_of(zip_of({{"book.opf", "<html/>"}})).find("no package document"), std::string::npos);
    EXPECT_NE(error_of(BookFile().bytes()).find("spine"), std::string::npos);
}

TEST(EpubReaderHostile, ABookWithoutContainerIsFoundByItsPackage) {
    const ReadResult result = read_only(
        "epub",
        zip_of({{"x/book.opf",
                 "<package xmlns='http://www.idpf.org/2007/opf'><metadata/><manifest><item id='a' href='a.xhtml' "
                 "media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine>"
                 "</package>"},
                {"x/a.xhtml", xhtml_page("<p>Words.</p>")}}));
    EXPECT_TRUE(result.reported("epub.container-missing"));
    EXPECT_EQ(plain_text(result.document.content), "Words.");
}

TEST(EpubReaderHostile, TextThatUnpacksToFarMoreThanTheBookIsRefused) {
    const std::string bomb = book_of("<p>" + std::string(std::size_t{17} << 20, 'x') + "</p>").bytes();
    EXPECT_NE(error_of(bomb, ErrorCode::limit_exceeded).find("unpacks"), std::string::npos);
}

TEST(EpubReaderHostile, ManyAttributesOfOneElementTakeLinearTime) {
    std::string body = "<p";
    for (int i = 0; i < 100'000; ++i) body += " a" + std::to_string(i) + "=''";
    EXPECT_EQ(plain_text(read(book_of(body + ">Words.</p>")).document.content), "Words.");
}

TEST(EpubReaderHostile, AProtectedBookIsRefusedByName) {
    BookFile book = book_of("<p>Words.</p>");
    book.files = {{"META-INF/encryption.xml",
                   "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container' "
                   "xmlns:e='http://www.w3.org/2001/04/xmlenc#'><e:EncryptedData><e:EncryptionMethod "
                   "Algorithm='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/><e:CipherData><e:CipherReference "
                   "URI='OEBPS/chapter-1.xhtml'/></e:CipherData></e:EncryptedData></encryption>"}};
    EXPECT_NE(error_of(book.bytes()).find("protected"), std::string::npos);
    book.files.emplace_back("META-INF/license.lcpl", "{}");
    EXPECT_NE(error_of(book.bytes()).find("Readium LCP"), std::string::npos);
}

TEST(EpubReaderHostile, ObfuscatedFontsAreNoObstacle) {
    BookFile book = book_of("<p>Words.</p>");
    book.files = {{"META-INF/encryption.xml",
                   "<encryption><EncryptedData><EncryptionMethod Algorithm='http://www.idpf.org/2008/embedding'/>"
                   "<CipherData><CipherReference URI='OEBPS/chapter-1.xhtml'/></CipherData></EncryptedData>"
                   "</encryption>"}};
    EXPECT_EQ(plain_text(read(book).document.content), "Words.");
}

TEST(EpubReaderHostile, EntitiesThatAFileDeclaresAreNotExpanded) {
    const ReadResult result = read_only(
        "epub",
        zip_of({{"b.opf",
                 "<package xmlns='http://www.idpf.org/2007/opf'><metadata/><manifest><item id='a' href='a.xhtml' "
                 "media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>"},
                {"a.xhtml",
                 "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM "
                 "\"file:///etc/passwd\">]><html xmlns='http://www.w3.org/1999/xhtml'><body><p>&b;&x;</p>"
                 "</body></html>"}}));
    EXPECT_TRUE(result.reported("epub.entities-ignored"));
    EXPECT_EQ(plain_text(result.document.content), "&b;&x;");
}

TEST(EpubReaderHostile, MarkupThatIsNoXmlIsReadAsHtml) {
    const ReadResult result = read(book_of("<p>One<p>Two <b>bold</p>").chapter("<p>Three.</p>"));
    EXPECT_TRUE(result.reported("epub.malformed-xhtml"));
    EXPECT_EQ(plain_text(result.document.content), "One Two bold Three.");
}

TEST(EpubReaderHostile, MissingFilesAndPicturesAreToldAndLeaveTheRest) {
    BookFile book = book_of("<p>Words <img src='gone.png' alt='of a picture'/>.</p>");
    const ReadResult result = read(book.chapter("<p>More.</p>"));
    EXPECT_TRUE(result.reported("epub.file-missing"));
    EXPECT_EQ(plain_text(result.document.content), "Words of a picture. More.");
}

TEST(EpubReaderHostile, PicturesOfTheWebStayReferences) {
    const ReadResult result = read(book_of("<p>A <img src='https://site.example/a.png' alt='picture'/></p>"));
    std::string source;
    walk(result.document, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Image>) source = node.source;
    });
    EXPECT_EQ(source, "https://site.example/a.png");
    EXPECT_TRUE(result.document.resources.empty());
}

TEST(EpubReaderHostile, OneFileNamedOftenIsReadOnce) {
    BookFile book = book_of("<p>Words.</p>");
    std::string again;
    for (int i = 0; i < 50'000; ++i) again += "<item id='again" + std::to_string(i) + "' href='chapter-1.xhtml'/>";
    book.manifest = again;
    EXPECT_EQ(plain_text(read(book).document.content), "Words.");
}

TEST(EpubReaderHostile, ManyFilesAreReadInLinearTime) {
    BookFile book;
    for (int i = 0; i < 5'000; ++i)
        book.chapter("<p id='x'>Words, <a href='chapter-" + std::to_string(5'000 - i) + ".xhtml#x'>there</a>.</p>");
    EXPECT_EQ(read(book).document.content.size(), 5'000U);
}

TEST(EpubReaderHostile, DeepMarkupIsFlattened) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<div>";
    deep += "<p>Words.</p>";
    for (int i = 0; i < 100'000; ++i) deep += "</div>";
    EXPECT_EQ(plain_text(read(book_of(deep)).document.content), "Words.");
}

TEST(EpubReaderHostile, ABombIsALimit) {
    const std::string bytes = book_of("<p>" + std::string(3'000'000, 'a') + "</p>").bytes();
    EXPECT_LT(bytes.size(), 20'000U);
    ContextSettings settings;
    settings.limits.input_bytes = 1'000'000;
    EXPECT_NE(error_of(bytes, ErrorCode::limit_exceeded, settings).find("limit"), std::string::npos);
}

TEST(EpubReaderHostile, OwnMarksInForeignFilesMeanNothing) {
    BookFile book = book_of("<div data-offprint-file='9' data-offprint-group='verse'><p>Words.</p></div>");
    book.metadata += "<meta name='generator' content='Offprint'/>";
    book.chapter("<div data-continued=''><section data-continued=''><p>More.</p></section></div>");
    EXPECT_EQ(plain_text(read(book).document.content), "Words. More.");
}

}  // namespace

}  // namespace offprint::testing
