#include <gtest/gtest.h>

#include "epub_file.hpp"

namespace offprint::testing {

namespace {

using Names = std::vector<std::string>;

Block long_paragraph(char letter) {
    return paragraph(std::string(800, letter));
}

}  // namespace

TEST(EpubChapters, EndAtHeadingsOfTheWantedLevel) {
    const Document document = article({paragraph("lead"), heading(1, "A"), paragraph("a"), heading(2, "B"),
                                       paragraph("b"), heading(1, "C"), paragraph("c")});
    EXPECT_EQ(write_epub(document).file.spine(),
              (Names{"title-page.xhtml", "chapter-1.xhtml", "chapter-2.xhtml", "chapter-3.xhtml"}));
    EXPECT_EQ(write_epub(document, {{"split-level", "2"}}).file.spine().size(), 5u);
    EXPECT_EQ(write_epub(document, {{"split-level", "0"}}).file.spine().size(), 2u);
}

TEST(EpubChapters, EndBetweenBlocksWhenTheyAreFullAndKeepHeadingsWithTheirText) {
    const Document document =
        article({long_paragraph('a'), heading(2, "B"), long_paragraph('b'), heading(1, "C"), long_paragraph('c')});
    const EpubFile file = write_epub(document, {{"split-size", "1"}}).file;
    EXPECT_EQ(file.spine(), (Names{"title-page.xhtml", "chapter-1.xhtml", "chapter-1-2.xhtml", "chapter-2.xhtml"}));
    EXPECT_TRUE(file.body("chapter-1-2.xhtml").starts_with("<h2 "));
}

TEST(EpubChapters, DoNotBeginInWhatStandsApart) {
    Group aside;
    aside.kind = GroupKind::aside;
    aside.content = {heading(1, "B"), long_paragraph('b'), heading(1, "C"), long_paragraph('c')};
    Figure figure;
    figure.content = {heading(1, "D"), long_paragraph('d'), long_paragraph('e')};
    const Document document = article({paragraph("lead"), aside, figure});
    EXPECT_EQ(write_epub(document).file.spine().size(), 2u);
    EXPECT_EQ(write_epub(document, {{"split-size", "1"}}).file.spine(),
              (Names{"title-page.xhtml", "chapter-1.xhtml", "chapter-1-2.xhtml", "chapter-1-3.xhtml"}))
        << "an aside is divided where it must be, a figure never";
}

TEST(EpubChapters, ADifferentTextRenamesNoOtherFile) {
    const Document document = article({heading(1, "A"), long_paragraph('a'), heading(1, "B"), long_paragraph('b')});
    Document longer = document;
    longer.content.insert(longer.content.begin() + 1, 5, long_paragraph('x'));
    const EpubFile before = write_epub(document, {{"split-size", "1"}}).file;
    const EpubFile after = write_epub(longer, {{"split-size", "1"}}).file;
    EXPECT_EQ(after.spine().size(), before.spine().size() + 5);
    EXPECT_EQ(after.bytes("EPUB/chapter-2.xhtml"), before.bytes("EPUB/chapter-2.xhtml"));
}

TEST(EpubChapters, GroupsAreDividedAndOpenedAgain) {
    Group inner;
    inner.content = {long_paragraph('a'), long_paragraph('b')};
    inner.attributes.ensure().id = "inner";
    Group outer;
    outer.kind = GroupKind::section;
    outer.content = {inner, paragraph("c")};
    outer.attributes.ensure().language = "fr";
    const EpubFile file =
        write_epub(article({outer, paragraph(Inlines{link("#inner", "up")})}), {{"split-size", "1"}}).file;
    EXPECT_TRUE(
        file.body("chapter-1.xhtml").starts_with("<section lang=\"fr\" xml:lang=\"fr\"><div id=\"inner\"><p>a"));
    EXPECT_TRUE(
        file.body("chapter-1-2.xhtml")
            .starts_with("<section lang=\"fr\" xml:lang=\"fr\" data-continued=\"\"><div data-continued=\"\"><p>b"));
    EXPECT_TRUE(file.body("chapter-1-2.xhtml").find("</div><p>c</p></section><p><a href=\"chapter-1.xhtml#inner\"") !=
                std::string::npos);
}

TEST(EpubChapters, LinksAndIdsFollow) {
    Document document = article({heading(1, "A", "kapitel ä"), paragraph("a")});
    std::get<Heading>(document.content[0]).attributes->id = "kapitel:ä";
    document.content.push_back(heading(1, "B", "note-1"));
    document.content.push_back(
        paragraph(Inlines{link("#kapitel:ä", "x"), link("#note-1", "y"), link("#start", "z"), note_ref(0)}));
    document.attributes.ensure().id = "start";
    document.notes = {with_id(note("n"), "own")};
    document.content.push_back(paragraph(Inlines{link("#own", "to the note")}));
    const EpubFile file = write_epub(document).file;
    const std::string body = file.body("chapter-2.xhtml");
    EXPECT_NE(body.find("<a href=\"chapter-1.xhtml#id-kapitel_3a_c3_a4\">x</a>"), std::string::npos) << body;
    EXPECT_NE(body.find("<a href=\"#id-note_2d1\">y</a>"), std::string::npos) << body;
    EXPECT_NE(body.find("<a href=\"title-page.xhtml#start\">z</a>"), std::string::npos) << body;
    EXPECT_NE(body.find("<a href=\"#note-1\">to the note</a>"), std::string::npos) << body;
}

}  // namespace offprint::testing
