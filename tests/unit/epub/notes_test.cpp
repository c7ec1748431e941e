#include <gtest/gtest.h>

#include "epub_file.hpp"

namespace offprint::testing {

using Names = std::vector<std::string>;

TEST(EpubNotes, StandAtTheEndOfTheChapterThatRefersToThemFirst) {
    Document document = article({heading(1, "A"), paragraph(Inlines{Text("a"), note_ref(1)}), heading(1, "B"),
                                 paragraph(Inlines{Text("b"), note_ref(0), note_ref(1)})});
    document.notes = {note("zero"), note("one")};
    const EpubFile file = write_epub(document).file;
    EXPECT_EQ(file.body("chapter-1.xhtml"),
              "<h1 id=\"heading-1\">A</h1>"
              "<p>a<sup><a id=\"noteref-1\" href=\"#note-1\" epub:type=\"noteref endnote\" "
              "role=\"doc-noteref\">1</a></sup></p>"
              "<section class=\"notes\" epub:type=\"endnotes\" role=\"doc-endnotes\"><hr/>"
              "<div id=\"note-1\" class=\"note\" epub:type=\"footnote endnote\" role=\"doc-footnote\">"
              "<p><a href=\"#noteref-1\" role=\"doc-backlink\">1.</a> "
              "<a href=\"chapter-2.xhtml#noteref-2\" role=\"doc-backlink\">↑2</a> one</p></div></section>");
    const std::string second = file.body("chapter-2.xhtml");
    EXPECT_NE(
        second.find("<a id=\"noteref-1\" href=\"#note-1\" epub:type=\"noteref endnote\" role=\"doc-noteref\">2</a>"),
        std::string::npos)
        << second;
    EXPECT_NE(second.find("<a id=\"noteref-2\" href=\"chapter-1.xhtml#note-1\""), std::string::npos) << second;
}

TEST(EpubNotes, MayReferToNotesAndStartWithAnyBlock) {
    Document document = article({paragraph(Inlines{note_ref(1)})});
    CodeBlock code;
    code.text = "x";
    Note first;
    first.content = {code, paragraph(Inlines{note_ref(0)})};
    document.notes = {first, note("")};
    document.notes[1].content = {paragraph(Inlines{Text("see"), note_ref(0)})};
    const EpubFile file = write_epub(document).file;
    const std::string body = file.body("chapter-1.xhtml");
    EXPECT_LT(body.find("see"), body.find("<code>x</code>"));
    EXPECT_NE(body.find("role=\"doc-backlink\">↑2</a> </p><pre><code>x</code></pre>"), std::string::npos) << body;
}

TEST(EpubNotes, InALinkAreNoLinkButCanBeGoneBackTo) {
    Link outer = link("https://example.org/", "text");
    outer.content.push_back(note_ref(0));
    Document document = article({paragraph(Inlines{outer})});
    document.notes = {note("n")};
    const EpubFile file = write_epub(document).file;
    EXPECT_TRUE(
        file.body("chapter-1.xhtml")
            .starts_with("<p><a href=\"https://example.org/\">text<sup><span id=\"noteref-1\">1</span></sup></a>"));
}

TEST(EpubNotes, ThatNobodyRefersToAreKept) {
    Document document = article({heading(1, "A"), heading(1, "B")});
    document.notes = {note("lost and found")};
    const EpubFile file = write_epub(document).file;
    EXPECT_NE(file.body("chapter-2.xhtml").find("<p>1. lost and found</p>"), std::string::npos);
    document.content.clear();
    EXPECT_EQ(write_epub(document).file.spine().size(), 2u);
}

// A text of some hundred bytes a chapter, each with a note of `length` letters.
Document chapters_with_notes(std::size_t length) {
    Document document = article({});
    for (std::size_t i = 0; i < 4; ++i) {
        document.content.push_back(heading(i == 2 ? 1 : 2, "H"));
        document.content.push_back(paragraph(Inlines{note_ref(i)}));
        document.notes.push_back(note(std::string(length, 'n')));
    }
    return document;
}

TEST(EpubNotes, ThatDoNotFitGoOnInFilesOfTheirOwn) {
    const EpubFile file = write_epub(chapters_with_notes(300), {{"split-size", "1"}}).file;
    EXPECT_EQ(file.spine(), (Names{"title-page.xhtml", "chapter-1.xhtml", "chapter-1-notes.xhtml", "chapter-2.xhtml",
                                   "chapter-2-notes.xhtml"}))
        << "the first note stands below the text";
    EXPECT_TRUE(file.body("chapter-1-notes.xhtml").starts_with("<section class=\"notes\" epub:type=\"endnotes\"") &&
                file.body("chapter-1-notes.xhtml").find("<hr/>") == std::string::npos);
    EXPECT_EQ(write_epub(chapters_with_notes(900), {{"split-size", "1"}}).file.spine().size(), 7u);
}

TEST(EpubNotes, FollowTheWholeChapterNotItsParts) {
    Document document =
        article({paragraph(Inlines{Text(std::string(500, 'a')), note_ref(0)}), paragraph(std::string(600, 'b'))});
    document.notes = {note("n")};
    const EpubFile file = write_epub(document, {{"split-size", "1"}}).file;
    EXPECT_EQ(file.spine(), (Names{"title-page.xhtml", "chapter-1.xhtml", "chapter-1-2.xhtml"}));
    EXPECT_NE(file.body("chapter-1.xhtml").find("href=\"chapter-1-2.xhtml#note-1\""), std::string::npos);
    EXPECT_NE(file.body("chapter-1-2.xhtml").find("href=\"chapter-1.xhtml#noteref-1\""), std::string::npos);
}

TEST(EpubNotes, MayStandAtTheEnd) {
    const Document document = chapters_with_notes(600);
    EXPECT_EQ(write_epub(document, {{"notes", "end"}}).file.spine(),
              (Names{"title-page.xhtml", "chapter-1.xhtml", "chapter-2.xhtml", "notes.xhtml"}));
    const EpubFile book = write_epub(make_book({document, document}), {{"notes", "end"}, {"split-size", "2"}}).file;
    EXPECT_EQ(book.spine(), (Names{"title-page.xhtml", "article-1-chapter-1.xhtml", "article-1-chapter-2.xhtml",
                                   "article-1-notes.xhtml", "article-1-notes-2.xhtml", "article-2-chapter-1.xhtml",
                                   "article-2-chapter-2.xhtml", "article-2-notes.xhtml", "article-2-notes-2.xhtml"}));
    EXPECT_EQ(write_epub(article({paragraph("x")}), {{"notes", "end"}}).file.spine().size(), 2u);
}

}  // namespace offprint::testing
