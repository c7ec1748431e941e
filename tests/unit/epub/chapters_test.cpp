#include <gtest/gtest.h>

#include "epub_file.hpp"

namespace offprint::testing {

namespace {

using Names = std::vector<std::string>;

Block long_paragraph(char letter) {
    return paragraph(std::string(800, letter));
}

// Labels of the table of contents, each with its depth.
void collect_labels(pugi::xml_node list, int depth, Names& labels) {
    for (const pugi::xml_node& item : list.children("li")) {
        labels.push_back(std::to_string(depth) + " " + item.child("a").text().get() + " " +
                         item.child("a").attribute("href").value());
        collect_labels(item.child("ol"), depth + 1, labels);
    }
}

Names contents(const EpubFile& file) {
    Names labels;
    collect_labels(file.xml("nav.xhtml").child("body").child("nav").child("ol"), 1, labels);
    return labels;
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
    EXPECT_TRUE(file.body("chapter-1-2.xhtml").starts_with("<section lang=\"fr\" xml:lang=\"fr\"><div><p>b"));
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

TEST(EpubChapters, ContentsFollowTheSpineToTheWantedDepth) {
    const Document document =
        article({heading(1, "A"), heading(2, "B", "b"), heading(3, "C"), paragraph("x"), heading(1, "D")});
    EXPECT_EQ(contents(write_epub(document).file), (Names{"1 Tides title-page.xhtml", "1 A chapter-1.xhtml#heading-1",
                                                          "2 B chapter-1.xhtml#b", "1 D chapter-2.xhtml#heading-3"}));
    EXPECT_EQ(contents(write_epub(document, {{"toc-depth", "7"}}).file).size(), 5u);
    EXPECT_EQ(contents(write_epub(document, {{"toc-depth", "0"}}).file).size(), 1u);

    const EpubFile file = write_epub(document).file;
    const pugi::xml_node ncx = file.xml("toc.ncx");
    EXPECT_EQ(ncx.select_nodes("//navPoint").size(), 4u);
    EXPECT_STREQ(ncx.select_node("//meta[@name='dtb:uid']/@content").attribute().value(),
                 file.package_texts("//dc:identifier").front().c_str());
}

TEST(EpubChapters, ABookHasItsArticlesEachWithTitleNumbersAndLanguage) {
    std::vector<Document> articles;
    for (const char* title : {"First", "Second"}) {
        Document document = article({heading(1, "Part", "part"), paragraph(Inlines{note_ref(0)})});
        document.metadata.title = title;
        document.metadata.language = std::string(title) == "First" ? "de" : "fr";
        document.metadata.contributors = {{.name = std::string("Author of ") + title}};
        document.notes = {note("n")};
        articles.push_back(document);
    }
    const EpubFile file = write_epub(make_book(articles)).file;
    EXPECT_EQ(file.spine(), (Names{"title-page.xhtml", "article-1-chapter-1.xhtml", "article-2-chapter-1.xhtml"}));
    EXPECT_EQ(contents(file), (Names{"1 First title-page.xhtml", "1 First article-1-chapter-1.xhtml",
                                     "2 Part article-1-chapter-1.xhtml#a1-part", "1 Second article-2-chapter-1.xhtml",
                                     "2 Part article-2-chapter-1.xhtml#a2-part"}));
    const std::string body = file.body("article-2-chapter-1.xhtml");
    EXPECT_TRUE(body.starts_with("<header class=\"article-title\"><h1 class=\"title\"")) << body;
    EXPECT_NE(body.find("Author of Second"), std::string::npos);
    EXPECT_NE(body.find(">1</a></sup>"), std::string::npos) << "note numbers start again";
    EXPECT_STREQ(file.xml("article-2-chapter-1.xhtml").attribute("lang").value(), "fr");
    EXPECT_EQ(file.package_texts("//dc:creator"), (Names{"Author of First", "Author of Second"}));
}

}  // namespace offprint::testing
