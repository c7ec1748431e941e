// A Word file of our own, read again, makes the same file.
#include <gtest/gtest.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>
#include <string>

#include "docx_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

/// Text of one format may have stood in several nodes: neighbouring runs with equal properties are made one.
std::string joined_runs(const std::string& xml) {
    pugi::xml_document document;
    document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    const auto text = [](pugi::xml_node node) {
        std::ostringstream out;
        if (node) node.print(out, "", pugi::format_raw);
        return out.str();
    };
    for (const pugi::xpath_node found : document.select_nodes("//w:r")) {
        const pugi::xml_node run = found.node();
        pugi::xml_node before = run.previous_sibling();
        const bool is_alike =
            std::string(before.name()) == "w:r" && text(before.child("w:rPr")) == text(run.child("w:rPr"));
        if (!is_alike) continue;
        // The later run takes the earlier one's content, so that a third one meets both.
        pugi::xml_node place = run.child("w:rPr");
        pugi::xml_node receiver = run;
        for (pugi::xml_node child = before.last_child(); child;) {
            const pugi::xml_node next = child.previous_sibling();
            if (std::string(child.name()) != "w:rPr") {
                if (place)
                    receiver.insert_move_after(child, place);
                else
                    receiver.prepend_move(child);
            }
            child = next;
        }
        before.parent().remove_child(before);
    }
    for (const pugi::xpath_node found : document.select_nodes("//w:t")) {
        pugi::xml_node element = found.node();
        element.remove_attribute("xml:space");
        const pugi::xml_node before = element.previous_sibling();
        if (std::string(before.name()) != "w:t") continue;
        element.text().set((std::string(before.text().get()) + element.text().get()).c_str());
        element.parent().remove_child(before);
    }
    return text(document);
}

void expect_same_file(const std::string& first, const std::string& second) {
    const DocxFile one(first);
    const DocxFile other(second);
    ASSERT_EQ(one.names(), other.names());
    for (const std::string& name : one.names()) {
        const bool has_runs = name == "word/document.xml" || name == "word/footnotes.xml";
        if (has_runs)
            EXPECT_EQ(joined_runs(one.bytes(name)), joined_runs(other.bytes(name))) << name;
        else
            EXPECT_EQ(one.bytes(name), other.bytes(name)) << name;
    }
}

TEST(DocxReaderEquality, OfAsidesThatBeginWithAListOrAnAside) {
    const auto aside = [](Blocks content) {
        Group group;
        group.kind = GroupKind::aside;
        group.content = std::move(content);
        return group;
    };
    const Document original = document({paragraph("a"), aside({list({item({paragraph("b")})})}), paragraph("c"),
                                        aside({aside({paragraph("d")}), paragraph("e")})});
    const std::string file = write("docx", original);
    expect_same_file(file, write("docx", read_article("docx", file).document));
}

void expect_comes_back(const Document& original) {
    const std::string file = write("docx", original);
    expect_same_file(file, write("docx", read_article("docx", file).document));
}

TEST(DocxReaderEquality, OfPlacesThatLinksLeadTo) {
    const Attributes one = {.id = "one"};
    const Attributes two = {.id = "two"};
    Heading heading = with(Heading(), two);
    heading.level = 2;
    heading.content = {Text("Tides")};
    const Inlines anchored = {with(Styled(), one), Text("a")};
    Table table;
    table.sections.emplace_back();
    table.sections[0].rows.resize(1);
    table.sections[0].rows[0].cells.resize(2);
    table.sections[0].rows[0].cells[0].attributes = one;
    table.sections[0].rows[0].cells[1].content = {with(paragraph("a"), two)};
    Document noted = document({paragraph(Inlines{Text("a"), note_ref(0)})});
    noted.notes.push_back(with(Note(), one));
    noted.notes[0].content = {with(paragraph("b"), two)};
    Image missing;
    missing.alt = "";
    Figure figure = with(Figure(), one);
    figure.content = {paragraph(Inlines{missing})};
    figure.caption = {paragraph("The lamp")};
    for (const Document& original :
         {document({list({with(item({heading, paragraph("a")}), one)})}), document({list({item({heading})})}),
          document({table}), noted, document({figure}), document({paragraph(anchored)}),
          document({with(paragraph(" "), one), with(paragraph("a"), two)})})
        expect_comes_back(original);
}

TEST(DocxReaderEquality, OfDescriptionsThatBeginWithAList) {
    DefinitionList definitions;
    definitions.items.resize(2);
    for (DefinitionItem& entry : definitions.items) {
        entry.terms.resize(1);
        entry.terms[0].content = {Text("term")};
        entry.descriptions.resize(1);
        entry.descriptions[0].content = {list({item({paragraph("a")})}), paragraph("b")};
    }
    DefinitionList outer = definitions;
    outer.items[0].descriptions[0].content = {definitions, paragraph("c")};
    expect_comes_back(document({definitions, paragraph("d"), outer}));
}

TEST(DocxReaderEquality, OfTablesThatAreAllHead) {
    Table table;
    table.sections.resize(1);
    table.sections[0].kind = SectionKind::head;
    table.sections[0].rows.resize(1);
    table.sections[0].rows[0].cells.resize(2);
    for (TableCell& cell : table.sections[0].rows[0].cells) cell.content = {paragraph("a")};
    expect_comes_back(document({table}));
}

TEST(DocxReaderEquality, OfLooseListsBesideTightOnes) {
    List loose = list({item({paragraph("a")}), item({paragraph("b")})});
    loose.tight = false;
    List tight = loose;
    tight.tight = true;
    expect_comes_back(document({loose, tight}));
}

TEST(DocxReaderEquality, OfALongTextWhoseTitleIsItsHeading) {
    Document original = document(Blocks(60, paragraph("a")));
    original.metadata.title = "Tides";
    original.metadata.contributors = {{"Ada Quill", "author", "", ""}};
    original.metadata.published = Date{2024, 2, 29, {}};
    expect_comes_back(original);
    EXPECT_EQ(read_article("docx", write("docx", original)).document.metadata.title, "Tides");
    original.content[3] = paragraph("b");
    original.metadata.title.clear();
    expect_comes_back(original);
}

TEST(DocxReaderEquality, OfDatesInEveryLanguage) {
    for (const char* language :
         {"ar", "cs", "da", "de", "el", "en", "en-US", "es", "fi", "fr", "he",      "hu", "it", "ja",
          "ko", "nb", "nl", "pl", "pt", "ru", "sv",    "tr", "uk", "zh", "zh-Hant", "mn", ""}) {
        for (const Date& date : {Date{2024, 2, 29, {}}, Date{2023, 12, 31, Date::Time{23, 0, 0, -480}},
                                 Date{2024, 5, 0, {}}, Date{2024, 0, 0, {}}}) {
            Document original = document({paragraph("a")});
            original.metadata.title = "Tides";
            original.metadata.language = language;
            original.metadata.published = date;
            expect_comes_back(original);
            EXPECT_EQ(read_article("docx", write("docx", original)).document.metadata.published, date) << language;
            Group article;
            article.kind = GroupKind::article;
            article.metadata = original.metadata;
            article.content = original.content;
            Document book = document({article});
            book.metadata.language = language;
            book.metadata.title = "Book";
            expect_comes_back(book);
        }
    }
}

TEST(DocxReaderEquality, OfPicturesHoweverLarge) {
    const int sizes[][2] = {{0, 0}, {3, 0}, {0, 3}, {3, 3}, {90, 40}, {4000, 0}, {4000, 4000}};
    for (const auto& size : sizes) {
        Document original = every_node();
        Image picture;
        picture.resource = "image-1";
        picture.width = size[0];
        picture.height = size[1];
        original.content = {paragraph(Inlines{picture})};
        original.notes.clear();
        expect_comes_back(original);
    }
}

TEST(DocxReaderEquality, OfLanguagesThatWordHasOneTagFor) {
    Document original = document({paragraph("a"), with(paragraph("b"), {.language = "en-US"})});
    original.metadata.language = "en";
    expect_comes_back(original);
}

class DocxReaderEqualityOfInputs : public ::testing::TestWithParam<const char*> {};

TEST_P(DocxReaderEqualityOfInputs, OfAnInput) {
    const std::string path = GetParam();
    const std::string format = path.substr(0, path.find('/'));
    const ReadResult input = read_article(format, source_file("fixtures/" + path));
    const std::string file = write("docx", input.document);
    expect_same_file(file, write("docx", read_article("docx", file).document));
}

INSTANTIATE_TEST_SUITE_P(Fixtures, DocxReaderEqualityOfInputs,
                         ::testing::Values("html/docs-page/input.html", "html/footnotes/input.html",
                                           "html/forum/input.html", "html/japanese-essay/input.html",
                                           "html/languages/input.html", "html/lists/input.html",
                                           "html/live-blog/input.html", "html/misnested/input.html",
                                           "html/right-to-left/input.html", "html/saved-mhtml/input.mhtml",
                                           "html/tables/input.html", "html/wide-tables/input.html",
                                           "html/wiki/input.html", "json/mdast/input.json",
                                           "text/gutenberg-verse/input.txt", "text/blocks-footnotes/input.txt",
                                           "text/blocks-definitions/input.txt", "text/lines-arabic/input.txt"));

}  // namespace

}  // namespace offprint::testing
