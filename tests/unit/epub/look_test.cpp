// Title pages, colophons, style sheets, and what pages tell their style sheet.
#include <gtest/gtest.h>

#include "epub_file.hpp"
#include "offprint/error.hpp"

namespace offprint::testing {

namespace {

Metadata about_a_lighthouse() {
    Metadata metadata;
    metadata.title = "The Light on Carrow Head";
    metadata.subtitle = "What a harbour loses";
    metadata.contributors = {{"Ines Calder", "author", "", ""}};
    metadata.published = Date{2024, 10, 19, Date::Time{6, 30, 0, 60}};
    metadata.language = "en";
    metadata.publisher = "Tideway Review";
    metadata.source_url = "https://www.tideway-review.example/carrow";
    return metadata;
}

std::string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "word ";
    return text;
}

Document with(Metadata metadata, Blocks content = {}) {
    Document document;
    document.metadata = std::move(metadata);
    document.content = std::move(content);
    return document;
}

std::string title_page(const Document& document) {
    return write_epub(document).file.body("title-page.xhtml");
}

std::string date_line(const std::string& language, Date date) {
    Metadata metadata;
    metadata.title = "Tides";
    metadata.language = language;
    metadata.published = date;
    const EpubFile file = write_epub(with(metadata)).file;
    return file.xml("title-page.xhtml").select_node("//*[@class='date']/time").node().child_value();
}

}  // namespace

TEST(EpubLook, TheTitlePageSaysWhatAndWhoAndWhenAndWhere) {
    EXPECT_EQ(title_page(with(about_a_lighthouse(), {paragraph(words(470))})),
              "<section class=\"title-page\" epub:type=\"titlepage\"><p class=\"publisher\">Tideway Review</p>"
              "<h1 class=\"title\">The Light on Carrow Head</h1><p class=\"subtitle\">What a harbour loses</p>"
              "<div class=\"imprint\"><p class=\"byline\">Ines Calder</p>"
              "<p class=\"date\"><time datetime=\"2024-10-19\">19 October 2024</time> \u00B7 3 min</p>"
              "<p class=\"source\"><a href=\"https://www.tideway-review.example/carrow\">tideway-review.example</a></p>"
              "</div></section>");
}

TEST(EpubLook, ATitlePageWithNothingToSayIsATitle) {
    EXPECT_EQ(title_page(article({})),
              "<section class=\"title-page\" epub:type=\"titlepage\"><h1 class=\"title\">Tides</h1></section>");
}

TEST(EpubLook, DatesAreWrittenInTheDocumentsLanguage) {
    const Date day{2024, 3, 5, {}};
    const std::pair<const char*, const char*> dates[] = {
        {"en", "5 March 2024"},     {"en-GB", "5 March 2024"},    {"en-US", "March 5, 2024"},
        {"de-AT", "5. März 2024"},  {"es", "5 de marzo de 2024"}, {"ru", "5 марта 2024"},
        {"hu", "2024. március 5."}, {"ja", "2024年3月5日"},       {"zh-Hant-TW", "2024年3月5日"},
        {"ko", "2024년 3월 5일"},   {"he", "5 במרץ 2024"},        {"eo", "2024-03-05"},
        {"", "2024-03-05"},         {"enm", "2024-03-05"},
    };
    for (const auto& [language, text] : dates) EXPECT_EQ(date_line(language, day), text) << language;
    EXPECT_EQ(date_line("en", {2024, 3, 0, {}}), "2024-03") << "no day is made up";
    EXPECT_EQ(date_line("de", {2024, 0, 0, {}}), "2024");
}

TEST(EpubLook, ReadingTimeCountsWordsOrSigns) {
    const auto minutes = [](Blocks content) {
        const EpubFile file = write_epub(article(std::move(content))).file;
        return std::string(file.xml("title-page.xhtml").select_node("//*[@class='date']").node().child_value());
    };
    EXPECT_EQ(minutes({paragraph("One")}), "1 min");
    EXPECT_EQ(minutes({paragraph(words(230))}), "1 min");
    EXPECT_EQ(minutes({paragraph(words(231))}), "2 min");
    std::string signs;
    for (int i = 0; i < 801; ++i) signs += "川";
    EXPECT_EQ(minutes({paragraph(signs)}), "3 min");
    CodeBlock code;
    code.text = words(1000);
    EXPECT_EQ(minutes({code}), "");
}

TEST(EpubLook, TheColophonSaysWhereTheTextIsFromAndWhatIsMissing) {
    Metadata metadata = about_a_lighthouse();
    metadata.modified = Date{2024, 11, 2, {}};
    metadata.rights = "https://creativecommons.org/licenses/by/4.0/";
    Image image;
    image.source = "https://tideway-review.example/lamp.png";
    const EpubFile file = write_epub(with(metadata, {paragraph(Inlines{image})})).file;
    EXPECT_EQ(file.spine().back(), "colophon.xhtml");
    EXPECT_EQ(file.body("colophon.xhtml"),
              "<section class=\"colophon\" epub:type=\"colophon\" role=\"doc-colophon\">"
              "<p class=\"name\">The Light on Carrow Head</p><p class=\"publisher\">Tideway Review</p>"
              "<p class=\"source\"><a href=\"https://www.tideway-review.example/carrow\">"
              "https://www.tideway-review.example/carrow</a></p><p>Published: 19 October 2024</p>"
              "<p>Updated: 2 November 2024</p><p class=\"rights\">"
              "<a href=\"https://creativecommons.org/licenses/by/4.0/\">"
              "https://creativecommons.org/licenses/by/4.0/</a></p><p>Images left out: 1</p></section>");
}

TEST(EpubLook, AColophonIsLeftOutWhenItIsNotWantedOrHasNothingToSay) {
    EXPECT_FALSE(write_epub(with(about_a_lighthouse()), {{"colophon", "false"}}).file.has("EPUB/colophon.xhtml"));
    EXPECT_FALSE(write_epub(article({paragraph("Text.")})).file.has("EPUB/colophon.xhtml"));
    Metadata on_title_page = about_a_lighthouse();
    on_title_page.source_url.clear();
    EXPECT_FALSE(write_epub(with(on_title_page)).file.has("EPUB/colophon.xhtml"));
}

TEST(EpubLook, TheColophonOfABookHasEveryArticle) {
    Document book;
    book.metadata.title = "Two";
    book.metadata.language = "eo";
    for (const char* name : {"First", "Second"}) {
        Group group;
        group.kind = GroupKind::article;
        group.metadata.ensure() = about_a_lighthouse();
        group.metadata->title = name;
        book.content.emplace_back(std::move(group));
    }
    const std::string body = write_epub(book).file.body("colophon.xhtml");
    EXPECT_NE(body.find("<div><p class=\"name\">First</p>"), std::string::npos) << body;
    EXPECT_NE(body.find("<div><p class=\"name\">Second</p>"), std::string::npos) << body;
    EXPECT_NE(body.find("<p>2024-10-19</p>"), std::string::npos) << "no words of a language that is not known";
}

TEST(EpubLook, AStyleSheetReplacesOursOrAddsToIt) {
    const std::string ours = write_epub(article({})).file.bytes("EPUB/style.css");
    const OptionValues both = {{"css", "p { margin: 0 }"}, {"extra-css", "em { color: red }"}};
    EXPECT_EQ(write_epub(article({}), {{"css", "p { margin: 0 }"}}).file.bytes("EPUB/style.css"), "p { margin: 0 }");
    EXPECT_EQ(write_epub(article({}), {{"extra-css", "em { color: red }"}}).file.bytes("EPUB/style.css"),
              ours + "\nem { color: red }");
    EXPECT_EQ(write_epub(article({}), both).file.bytes("EPUB/style.css"), "p { margin: 0 }\nem { color: red }");
}

TEST(EpubLook, AStyleSheetThatReadingSystemsMayRefuseIsReported) {
    const Document document = article({paragraph("a")});
    for (const char* option : {"css", "extra-css"}) {
        EXPECT_EQ(write_epub(document, {{option, "p { color: red }"}}).codes, std::vector<std::string>());
        EXPECT_EQ(write_epub(document, {{option, "p { } }"}}).codes,
                  std::vector<std::string>{"epub.style-sheet-unsound"});
        EXPECT_THROW(write_epub(document, {{option, "/* \xE9 */"}}), Error) << "not in UTF-8";
    }
}

TEST(EpubLook, OurStyleSheetHasNothingThatDevicesChokeOn) {
    const std::string sheet = write_epub(article({})).file.bytes("EPUB/style.css");
    for (const char* word : {"position", "overflow:", "direction", "unicode-bidi", "vh", "vw", "px;\n  font", "--",
                             "color", "background", "widows", "orphans", "@", "!important", "var(", "calc("})
        EXPECT_EQ(sheet.find(word), std::string::npos) << word;
    EXPECT_EQ(std::count(sheet.begin(), sheet.end(), '{'), std::count(sheet.begin(), sheet.end(), '}'));
    EXPECT_LT(sheet.size(), 8000u);
}

TEST(EpubLook, PagesTellTheirStyleSheetWhatItCannotKnow) {
    const auto classes = [](const char* language, Direction direction) {
        Document document = article({paragraph("x")});
        document.metadata.language = language;
        if (direction != Direction::unspecified) document.attributes.ensure().direction = direction;
        return std::string(write_epub(document).file.xml("chapter-1.xhtml").child("body").attribute("class").value());
    };
    EXPECT_EQ(classes("en", Direction::unspecified), "");
    EXPECT_EQ(classes("ja", Direction::unspecified), "upright");
    EXPECT_EQ(classes("ar-EG", Direction::right_to_left), "rtl upright");
    EXPECT_EQ(classes("az-Arab", Direction::right_to_left), "rtl");
}

TEST(EpubLook, CodeRunsFromLeftToRightOnEveryPage) {
    CodeBlock block;
    block.text = "a = b";
    Code code;
    code.text = "f(x)";
    Document document = article({block, paragraph(Inlines{code})});
    EXPECT_EQ(write_epub(document).file.body("chapter-1.xhtml"),
              "<pre><code>a = b</code></pre><p><code>f(x)</code></p>");
    document.attributes.ensure().direction = Direction::right_to_left;
    EXPECT_EQ(write_epub(document).file.body("chapter-1.xhtml"),
              "<pre dir=\"ltr\"><code>a = b</code></pre><p><code dir=\"ltr\">f(x)</code></p>");
}

TEST(EpubLook, TablesOfManyColumnsAreSetSmaller) {
    const auto class_with = [](std::size_t columns) {
        TableRow row;
        row.cells.resize(columns);
        for (TableCell& cell : row.cells) cell.header = true;
        TableSection section;
        section.rows = {row};
        Table table;
        table.sections = {section};
        const EpubFile file = write_epub(article({table})).file;
        return std::string(file.xml("chapter-1.xhtml").select_node("//table").node().attribute("class").value());
    };
    EXPECT_EQ(class_with(4), "");
    EXPECT_EQ(class_with(5), "wide");
    EXPECT_EQ(class_with(7), "wide");
    EXPECT_EQ(class_with(8), "widest");
}

TEST(EpubLook, HeadingsStandOverTheirFigures) {
    TableCell heading_cell;
    heading_cell.header = true;
    heading_cell.content = {paragraph("k")};
    TableCell figure;
    figure.alignment = Alignment::right;
    TableSection head;
    head.kind = SectionKind::head;
    head.rows.resize(1);
    head.rows[0].cells = {heading_cell, heading_cell};
    TableSection body;
    body.rows.resize(1);
    body.rows[0].cells = {TableCell(), figure};
    Table table;
    table.sections = {head, body};
    EXPECT_EQ(write_epub(article({table})).file.body("chapter-1.xhtml"),
              "<table><thead><tr><th scope=\"col\">k</th><th class=\"right\" scope=\"col\">k</th></tr></thead>"
              "<tbody><tr><td/><td class=\"right\"/></tr></tbody></table>");
}

}  // namespace offprint::testing
