// What the reader makes of the files of a book.
#include <gtest/gtest.h>

#include <algorithm>

#include "book_file.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

ReadResult read(const BookFile& book) {
    return read_only("epub", book.bytes());
}

Document content_of(std::string body) {
    return read(BookFile().chapter(std::move(body))).document;
}

/// Every node of one kind, in reading order.
template <class N>
std::vector<const N*> all(const Document& document) {
    std::vector<const N*> found;
    walk(document, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, N>) found.push_back(&node);
    });
    return found;
}

TEST(EpubReader, FilesComeInTheOrderOfTheSpine) {
    const Document document =
        read(BookFile().chapter("<h1>One</h1><p>First.</p>").chapter("<h1>Two</h1><p>Second.</p>")).document;
    EXPECT_EQ(plain_text(document.content), "One First. Two Second.");
    EXPECT_EQ(all<Heading>(document).size(), 2U);
}

TEST(EpubReader, LinksBetweenFilesLeadToIdsOfTheDocument) {
    const Document document = read(BookFile()
                                       .chapter("<p id='x'>One, see <a href='chapter-2.xhtml#x'>the other</a>, "
                                                "<a href='chapter-2.xhtml'>all of it</a>.</p>")
                                       .chapter("<h1>Two</h1><p id='x'>Back to <a href='chapter-1.xhtml#x'>x</a>.</p>"))
                                  .document;
    const auto links = all<Link>(document);
    ASSERT_EQ(links.size(), 3U);
    EXPECT_EQ(links[0]->url, "#x-2");
    EXPECT_EQ(links[1]->url, "#" + std::string(all<Heading>(document)[0]->id()));
    EXPECT_EQ(links[2]->url, "#x");
    EXPECT_EQ(all<Paragraph>(document)[0]->id(), "x");
    EXPECT_EQ(all<Paragraph>(document)[1]->id(), "x-2");
}

TEST(EpubReader, ALinkToWhatIsNotInTheBookKeepsItsWords) {
    const ReadResult result = read(BookFile().chapter("<p>See <a href='gone.xhtml#x'>there</a>.</p>"));
    EXPECT_TRUE(result.reported("epub.link-unresolved"));
    EXPECT_TRUE(all<Link>(result.document).empty());
    EXPECT_EQ(plain_text(result.document.content), "See there.");
}

TEST(EpubReader, NotesInAFileOfTheirOwnAreNotes) {
    const Document document =
        read(BookFile()
                 .chapter("<h1>Text</h1><p>Words<a id='r1' epub:type='noteref' href='chapter-2.xhtml#n1'>1</a>.</p>")
                 .chapter("<section epub:type='rearnotes'><h2>Notes</h2><ol><li id='n1' epub:type='rearnote'><p>Of "
                          "course. <a href='chapter-1.xhtml#r1' epub:type='referrer'>back</a></p></li></ol></section>"))
            .document;
    ASSERT_EQ(document.notes.size(), 1U);
    EXPECT_EQ(plain_text(document.notes[0].content), "Of course.");
    EXPECT_EQ(plain_text(document.content), "Text Words.");
}

TEST(EpubReader, PageBreaksGoButMayBeLedTo) {
    const Document document = content_of(
        "<p>Before <span epub:type='pagebreak' id='p7' title='7'>7</span>after, <a href='#p7'>page 7</a>.</p>");
    EXPECT_EQ(plain_text(document.content), "Before after, page 7.");
    EXPECT_EQ(all<Link>(document)[0]->url, "#p7");
}

TEST(EpubReader, EmptyElementsOfXmlEndWhereTheyEnd) {
    const Document document = content_of("<p><a id='here'/>Plain <i/>words.</p><div/><p>More.</p>");
    EXPECT_EQ(plain_text(document.content), "Plain words. More.");
    EXPECT_TRUE(all<Styled>(document).empty());
}

TEST(EpubReader, EntitiesOfHtmlAreTheirCharactersAndEscapedOnesAreText) {
    EXPECT_EQ(plain_text(content_of("<p>caf&eacute; &amp;eacute; &#x2014;<![CDATA[ <b> & ]]>.</p>").content),
              "café &eacute; — <b> & .");
}

TEST(EpubReader, PrefixesOfNamespacesDoNotMatter) {
    const Document document =
        content_of("<p>So <m:math xmlns:m='http://www.w3.org/1998/Math/MathML'><m:mi>x</m:mi></m:math> is.</p>");
    ASSERT_EQ(all<Math>(document).size(), 1U);
    EXPECT_NE(all<Math>(document)[0]->mathml.find("<mi>x</mi>"), std::string::npos);
}

TEST(EpubReader, PicturesAreResourcesOnceEach) {
    BookFile book;
    book.files = {{"OEBPS/img/a b.png", small_png()}, {"OEBPS/img/copy.png", small_png()}};
    book.chapter("<p><img src='img/a%20b.png' alt='A pattern'/></p><p><img src='img/copy.png' alt='Again'/></p>");
    const Document document = read(book).document;
    EXPECT_EQ(document.resources.size(), 1U);
    const auto images = all<Image>(document);
    ASSERT_EQ(images.size(), 2U);
    EXPECT_EQ(images[0]->resource, images[1]->resource);
    EXPECT_EQ(images[0]->alt, "A pattern");
}

TEST(EpubReader, ADrawingAroundOnePictureIsThePicture) {
    BookFile book;
    book.files = {{"OEBPS/map.png", small_png()}};
    book.chapter(
        "<div><svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 4 2'>"
        "<title>The map</title><image width='4' height='2' xlink:href='map.png'/></svg></div><p>Words.</p>");
    const Document document = read(book).document;
    ASSERT_EQ(all<Image>(document).size(), 1U);
    EXPECT_FALSE(all<Image>(document)[0]->resource.empty());
    EXPECT_EQ(all<Image>(document)[0]->alt, "The map");
}

TEST(EpubReader, CoversTitlePagesAndTablesOfContentsAreNotText) {
    BookFile book;
    book.metadata += "<dc:creator>Ada Quill</dc:creator><meta name='cover' content='pic'/>";
    book.manifest = "<item id='pic' href='cover.png' media-type='image/png'/>";
    book.files = {{"OEBPS/cover.png", small_png()}};
    book.chapter("<div><img src='cover.png' alt='Cover'/></div>")
        .chapter("<section epub:type='titlepage'><h1>Harbours</h1><p>by Ada Quill</p></section>")
        .chapter("<nav epub:type='toc'><ol><li><a href='chapter-4.xhtml'>One</a></li></ol></nav>")
        .chapter("<h1>One</h1><p>Words.</p>");
    const Document document = read(book).document;
    EXPECT_EQ(plain_text(document.content), "One Words.");
    EXPECT_TRUE(document.resources.contains(document.metadata.cover));
}

TEST(EpubReader, ATitlePageWithMoreThanTheMetadataStays) {
    const Document document =
        content_of("<section epub:type='titlepage'><h1>Harbours</h1><p>For my aunt</p></section>");
    EXPECT_EQ(plain_text(document.content), "Harbours For my aunt");
}

TEST(EpubReader, AFileInAnotherLanguageSaysSo) {
    BookFile book;
    book.chapter("<p>The harbour.</p>").chapter("<p>Le port.</p>");
    book.chapters[1].second = "<div xml:lang='fr'><p>Le port.</p></div>";
    const Document document = read(book).document;
    const auto groups = all<Group>(document);
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0]->attributes->language, "fr");
}

TEST(EpubReader, RightToLeftBooksSayTheirDirectionOnce) {
    BookFile book;
    book.spine_attributes = "page-progression-direction='rtl'";
    const Document document = read(book.chapter("<p>שלום</p>")).document;
    ASSERT_TRUE(document.attributes);
    EXPECT_EQ(document.attributes->direction, Direction::right_to_left);
    EXPECT_TRUE(all<Group>(document).empty());
}

}  // namespace

}  // namespace offprint::testing
