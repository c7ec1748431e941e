#include <gtest/gtest.h>

#include "docx_file.hpp"

namespace offprint::testing {
namespace {

using Lines = std::vector<std::string>;

Heading heading(int level, Inlines content, std::string id = {}) {
    Heading node;
    node.level = level;
    node.content = std::move(content);
    if (!id.empty()) node.attributes.ensure().id = std::move(id);
    return node;
}

Document article() {
    Ruby ruby;
    ruby.base = {Text("港")};
    ruby.annotation = {Text("みなと")};
    Document subject = document({heading(1, {Text("One")}, "one"), paragraph("Text."),
                                 heading(2, {Text("A "), styled(Style::emphasis, {Text("part")}), note_ref(0)}),
                                 heading(3, {std::move(ruby)}, "three"), heading(4, {Text("Deep")}, "four")});
    subject.metadata.title = "Title";
    subject.notes.resize(1);
    subject.notes[0].content = {paragraph("note")};
    return subject;
}

Lines contents_of(const DocxFile& file) {
    Lines lines;
    for (pugi::xml_node entry : file.all("//w:sdtContent/w:p"))
        lines.push_back(std::string(entry.child("w:pPr").child("w:pStyle").attribute("w:val").value()) + ": " +
                        text_of(entry));
    return lines;
}

TEST(DocxContents, AreThereForWhoAsks) {
    EXPECT_TRUE(write_docx(article()).file.all("//w:sdt").empty());
    const DocxFile file = write_docx(article(), {{"toc", "true"}}).file;
    EXPECT_EQ(contents_of(file), (Lines{"TOCHeading: Contents", "TOC1: One", "TOC2: A part", "TOC3: 港"}));
    EXPECT_EQ(contents_of(write_docx(article(), {{"toc", "true"}, {"toc-depth", "1"}}).file),
              (Lines{"TOCHeading: Contents", "TOC1: One"}));
    const auto place = file.all("//w:body/*");
    EXPECT_STREQ(place.at(1).name(), "w:sdt") << "between title and text";
}

TEST(DocxContents, AreOneFieldWhoseEntriesLeadToTheHeadings) {
    const DocxFile file = write_docx(article(), {{"toc", "true"}}).file;
    EXPECT_STREQ(file.all("//w:instrText").at(0).text().get(), R"( TOC \o "1-3" \h \z \u )");
    Lines marks;
    for (pugi::xml_node mark : file.all("//w:fldChar")) marks.push_back(mark.attribute("w:fldCharType").value());
    EXPECT_EQ(marks, (Lines{"begin", "separate", "end"}));
    const auto links = file.all("//w:sdtContent//w:hyperlink");
    ASSERT_EQ(links.size(), 3u);
    EXPECT_STREQ(links[0].attribute("w:anchor").value(), "one");
    EXPECT_STREQ(links[1].attribute("w:anchor").value(), "_Toc1") << "a heading without an id gets a bookmark";
}

TEST(DocxContents, SpeakTheLanguageOfTheDocument) {
    Document subject = article();
    for (const auto& [language, title] :
         {std::pair("de-AT", "Inhalt"), {"ar", "المحتويات"}, {"zh-Hant", "目錄"}, {"zh", "目录"}, {"xx", "Contents"}}) {
        subject.metadata.language = language;
        const DocxFile file = write_docx(subject, {{"toc", "true"}}).file;
        EXPECT_EQ(contents_of(file).at(0), std::string("TOCHeading: ") + title);
        EXPECT_EQ(file.all("//w:sdtContent/w:p/w:pPr/w:bidi").size(), language == std::string("ar") ? 4u : 0u);
    }
}

TEST(DocxContents, OfADocumentWithoutHeadingsAreNone) {
    EXPECT_TRUE(write_docx(document({paragraph("Text.")}), {{"toc", "true"}}).file.all("//w:sdt").empty());
}

TEST(DocxContents, ListTheArticlesOfABook) {
    Document book = document({});
    book.metadata.title = "Book";
    for (const char* title : {"First", "Second"}) {
        Group article;
        article.kind = GroupKind::article;
        article.metadata = Metadata{};
        article.metadata->title = title;
        article.content = {paragraph("Text.")};
        book.content.push_back(article);
    }
    EXPECT_EQ(contents_of(write_docx(book, {{"toc", "true"}}).file),
              (Lines{"TOCHeading: Contents", "TOC1: First", "TOC1: Second"}));
}

}  // namespace
}  // namespace offprint::testing
