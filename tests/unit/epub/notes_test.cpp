#include <gtest/gtest.h>

#include "epub_file.hpp"

namespace offprint::testing {

TEST(EpubNotes, StandAtTheEndOfTheChapterThatRefersToThemFirst) {
    Document document = article({heading(1, "A"), paragraph(Inlines{Text("a"), note_ref(1)}), heading(1, "B"),
                                 paragraph(Inlines{Text("b"), note_ref(0), note_ref(1)})});
    document.notes = {note("zero"), note("one")};
    const EpubFile file = write_epub(document).file;
    EXPECT_EQ(file.body("chapter-1.xhtml"),
              "<h1 id=\"heading-1\">A</h1>"
              "<p>a<sup><a id=\"noteref-2\" href=\"#note-2\" epub:type=\"noteref\" role=\"doc-noteref\">1</a></sup></p>"
              "<section class=\"notes\" epub:type=\"footnotes\"><hr/>"
              "<div class=\"note\" id=\"note-2\" epub:type=\"footnote endnote\" role=\"doc-footnote\">"
              "<p><a href=\"#noteref-2\" role=\"doc-backlink\">1.</a> "
              "<a href=\"chapter-2.xhtml#noteref-2-2\" role=\"doc-backlink\">↑2</a> one</p></div></section>");
    const std::string second = file.body("chapter-2.xhtml");
    EXPECT_NE(second.find("<a id=\"noteref-1\" href=\"#note-1\" epub:type=\"noteref\" role=\"doc-noteref\">2</a>"),
              std::string::npos)
        << second;
    EXPECT_NE(second.find("<a id=\"noteref-2-2\" href=\"chapter-1.xhtml#note-2\""), std::string::npos) << second;
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
    EXPECT_LT(body.find("id=\"note-2\""), body.find("id=\"note-1\""));
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

TEST(EpubNotes, FillFilesLikeText) {
    Document document = article({});
    for (std::size_t i = 0; i < 4; ++i) {
        document.content.push_back(paragraph(Inlines{note_ref(i)}));
        document.notes.push_back(note(std::string(800, 'n')));
    }
    EXPECT_EQ(write_epub(document, {{"split-size", "1"}}).file.spine().size(), 5u);
}

}  // namespace offprint::testing
