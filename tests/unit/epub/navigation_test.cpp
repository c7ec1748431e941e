#include <gtest/gtest.h>

#include "epub_file.hpp"
#include "offprint/text.hpp"

namespace offprint::testing {

namespace {

using Names = std::vector<std::string>;

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

Names attributes(const EpubFile& file, const std::string& name, const char* xpath) {
    Names values;
    for (const pugi::xpath_node& found : file.xml(name).select_nodes(xpath))
        values.push_back(found.attribute().value());
    return values;
}

}  // namespace

TEST(EpubNavigation, ContentsFollowTheSpineToTheWantedDepth) {
    const Document document =
        article({heading(1, "A"), heading(2, "B", "b"), heading(3, "C"), paragraph("x"), heading(1, "D")});
    EXPECT_EQ(contents(write_epub(document).file), (Names{"1 Tides title-page.xhtml", "1 A chapter-1.xhtml#heading-1",
                                                          "2 B chapter-1.xhtml#b", "1 D chapter-2.xhtml#heading-1"}));
    EXPECT_EQ(contents(write_epub(document, {{"toc-depth", "7"}}).file).size(), 5u);
    EXPECT_EQ(contents(write_epub(document, {{"toc-depth", "0"}}).file).size(), 1u);

    const EpubFile file = write_epub(document).file;
    const pugi::xml_node ncx = file.xml("toc.ncx");
    EXPECT_EQ(ncx.select_nodes("//navPoint").size(), 4u);
    EXPECT_STREQ(ncx.select_node("//meta[@name='dtb:uid']/@content").attribute().value(),
                 file.package_texts("//dc:identifier").front().c_str());
}

TEST(EpubNavigation, ABookHasItsArticlesEachWithTitleNumbersAndLanguage) {
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

TEST(EpubNavigation, LabelsAreNeverEmpty) {
    Heading picture = heading(2, "");
    picture.content = {Image()};
    Document document = article({heading(1, " \u00a0 "), heading(2, "B"), picture, heading(1, "C")});
    document.metadata.title.clear();
    EXPECT_EQ(contents(write_epub(document).file),
              (Names{"1 Untitled title-page.xhtml", "1 B chapter-1.xhtml#heading-2", "1 C chapter-2.xhtml#heading-1"}));
}

TEST(EpubNavigation, TheContentsMayBeAPage) {
    const Document document = article({heading(1, "A"), paragraph("a")});
    const EpubFile without = write_epub(document).file;
    EXPECT_EQ(without.spine(), (Names{"title-page.xhtml", "chapter-1.xhtml"}));
    EXPECT_EQ(attributes(without, "nav.xhtml", "//nav[2]//a/@epub:type"), (Names{"titlepage", "bodymatter"}));

    const EpubFile with = write_epub(document, {{"toc", "true"}}).file;
    EXPECT_EQ(with.spine(), (Names{"title-page.xhtml", "nav.xhtml", "chapter-1.xhtml"}));
    EXPECT_EQ(attributes(with, "nav.xhtml", "//nav[2]//a/@epub:type"), (Names{"titlepage", "toc", "bodymatter"}));
    EXPECT_EQ(attributes(with, "package.opf", "//guide//@type"), (Names{"title-page", "toc", "text"}));
}

TEST(EpubNavigation, LinksBetweenArticlesStayInTheBook) {
    std::vector<Document> articles(2, article({heading(2, "Part", "part")}));
    articles[0].content.push_back(paragraph(
        Inlines{link("https://example.org/second#part", "part"), link("https://example.org/second", "second")}));
    articles[1].metadata.source_url = "https://example.org/second";
    const EpubFile file = write_epub(make_book(articles)).file;
    EXPECT_EQ(attributes(file, "article-1-chapter-1.xhtml", "//p/a/@href"),
              (Names{"article-2-chapter-1.xhtml#a2-part", "article-2-chapter-1.xhtml#a2-title"}));
}

}  // namespace offprint::testing
