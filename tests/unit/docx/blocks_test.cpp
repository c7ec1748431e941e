#include <gtest/gtest.h>

#include <limits>

#include "docx_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {
namespace {

using Lines = std::vector<std::string>;

Heading heading(int level, std::string text) {
    Heading node;
    node.level = level;
    node.content = {Text(std::move(text))};
    return node;
}

Group group(GroupKind kind, Blocks content) {
    Group node;
    node.kind = kind;
    node.content = std::move(content);
    return node;
}

Lines lines(Blocks content) {
    return write_docx(document(std::move(content))).file.paragraphs();
}

TEST(DocxTitle, StandsBeforeTheTextInWordsStyles) {
    Document subject = document({heading(2, "Part"), heading(3, "Piece"), paragraph("Text.")});
    subject.metadata.title = "Title";
    subject.metadata.subtitle = "Dek";
    subject.metadata.contributors = {
        {"Ada", "author", "", ""}, {"Ben", "author", "", ""}, {"Cy", "editor", "", ""}, {"Di", "", "", ""}};
    subject.metadata.published = Date{2024, 2, 29, Date::Time{6, 0, 0, {}}};
    EXPECT_EQ(write_docx(subject).file.paragraphs(),
              (Lines{"Title: Title", "Subtitle: Dek", "Author: Ada, Ben; Cy (editor); Di", "Date: 29 February 2024",
                     "Heading1: Part", "Heading2: Piece", ": Text."}));
    subject.content.insert(subject.content.begin(), group(GroupKind::byline, {paragraph("By Ada and Ben")}));
    const Lines with_group = write_docx(subject).file.paragraphs();
    EXPECT_EQ(with_group.at(2), "Date: 29 February 2024");
    EXPECT_EQ(with_group.at(3), "Author: By Ada and Ben");
}

TEST(DocxTitle, OfABooksArticleIsAHeadingOnANewPage) {
    Document book = document({});
    book.metadata.title = "Book";
    for (const char* title : {"First", "Second"}) {
        Group article = group(GroupKind::article, {heading(2, "Inside"), paragraph("Text.")});
        article.metadata = Metadata{};
        article.metadata->title = title;
        article.metadata->contributors = {{"Ada", "author", "", ""}};
        book.content.push_back(article);
    }
    const DocxFile file = write_docx(book).file;
    EXPECT_EQ(file.paragraphs(), (Lines{"Title: Book", "Heading1: First", "Author: Ada", "Heading2: Inside", ": Text.",
                                        "Heading1: Second", "Author: Ada", "Heading2: Inside", ": Text."}));
    EXPECT_EQ(file.all("//w:pageBreakBefore").size(), 2u);
}

TEST(DocxHeadings, NeverJump) {
    EXPECT_EQ(lines({heading(1, "a"), heading(5, "b"), heading(6, "c")}),
              (Lines{"Heading1: a", "Heading2: b", "Heading3: c"}));
}

TEST(DocxLists, OfTheOtherKindWithinAreSetAsTightAsTheirItems) {
    const List inner = list({item({paragraph("b")}), item({paragraph("c")})}, true);
    const DocxFile file = write_docx(document({list({item({paragraph("a"), inner}), item({paragraph("d")})}),
                                               list({item({paragraph("e")})}, true)}))
                              .file;
    std::string tight;
    for (const pugi::xml_node paragraph : file.all("//w:p[w:pPr/w:spacing/@w:after='0']")) tight += text_of(paragraph);
    EXPECT_EQ(tight, "ac") << "not between two lists";
}

TEST(DocxLists, CountNatively) {
    List ordered = list({item({paragraph("a")}), item({paragraph("b")}), item({paragraph("c")})}, true);
    ordered.start = 4;
    ordered.numbering = Numbering::upper_roman;
    ordered.items[1].value = 9;
    const DocxFile file = write_docx(document({ordered})).file;
    EXPECT_EQ(file.paragraphs(), (Lines{"ListNumber[1/0]: a", "ListNumber[2/0]: b", "ListNumber[2/0]: c"}));
    const auto starts =
        DocxFile::all(file.xml("word/numbering.xml"), "//w:lvl[@w:ilvl='0'][w:numFmt/@w:val='upperRoman']/w:start");
    ASSERT_EQ(starts.size(), 2u);
    EXPECT_STREQ(starts[0].attribute("w:val").value(), "4");
    EXPECT_STREQ(starts[1].attribute("w:val").value(), "9");
    EXPECT_EQ(DocxFile::all(file.xml("word/numbering.xml"), "//w:abstractNum/w:lvl").size(), 18u);
}

TEST(DocxLists, ShareOneDefinitionOfBullets) {
    const List inner = list({item({paragraph("inner")})});
    EXPECT_EQ(lines({list({item({paragraph("outer"), inner, paragraph("more")})}), paragraph("x"), inner}),
              (Lines{"ListBullet[1/0]: outer", "ListBullet[1/1]: inner", "ListContinue: more", ": x",
                     "ListBullet[1/0]: inner"}));
}

TEST(DocxLists, SpellOutWhatWordCannotCount) {
    List reversed = list({item({paragraph("a")}), item({paragraph("b")})}, true);
    reversed.reversed = true;
    reversed.start = 2;
    List negative = list({item({paragraph("a")})}, true);
    negative.start = std::numeric_limits<int>::min();
    List letters = list({item({paragraph("a")})}, true);
    letters.start = 28;
    letters.numbering = Numbering::lower_alpha;
    List zero = letters;
    zero.start = 0;
    EXPECT_EQ(lines({reversed, negative, letters, zero}),
              (Lines{"ListNumber: 2.\ta", "ListNumber: 1.\tb", "ListNumber: -2147483648.\ta", "ListNumber: ab.\ta",
                     "ListNumber: 0.\ta"}));
}

TEST(DocxLists, AtTheEndOfAllNumbers) {
    List last = list({item({paragraph("a")}), item({paragraph("b")})}, true);
    last.start = std::numeric_limits<int>::max();
    EXPECT_EQ(lines({last}).at(0), "ListNumber: 2147483647.\ta");
}

TEST(DocxLists, ShowTaskBoxes) {
    List tasks = list({item({paragraph("open")}), item({paragraph("done")})});
    tasks.items[0].checked = false;
    tasks.items[1].checked = true;
    EXPECT_EQ(lines({tasks}), (Lines{"ListBullet[1/0]: ☐\topen", "ListBullet[1/0]: ☒\tdone"}));
}

TEST(DocxLists, LabelItemsWithoutALeadingParagraph) {
    CodeBlock code;
    code.text = "x";
    EXPECT_EQ(lines({list({item({code}), item({}), item({list({item({paragraph("deep")})})})})}),
              (Lines{"ListBullet[1/0]: ", "SourceCode: x",
                     "ListBullet[1/0]: ", "ListBullet[1/0]: ", "ListBullet[1/1]: deep"}));
}

TEST(DocxLists, StopAtWordsNinthLevel) {
    List deep = list({item({paragraph("end")})});
    for (int i = 0; i < 40; ++i) deep = list({item({paragraph("p"), deep})}, i % 2 == 0);
    const DocxFile file = write_docx(document({deep})).file;
    EXPECT_EQ(file.all("//w:ilvl[@w:val > 8]").size(), 0u);
    EXPECT_EQ(file.all("//w:ilvl[@w:val = 8]").size(), 33u);
    for (pugi::xml_node indent : file.all("//w:ind")) EXPECT_LE(indent.attribute("w:left").as_int(), 9072 / 2);
}

TEST(DocxLists, KeepTheNumberOfDefinitionsWithinWordsReach) {
    Blocks blocks;
    for (int i = 0; i < 2500; ++i) blocks.push_back(list({item({paragraph("a")})}, true));
    const DocxFile file = write_docx(document(blocks)).file;
    EXPECT_LT(DocxFile::all(file.xml("word/numbering.xml"), "//w:num").size(), 2000u);
    EXPECT_EQ(file.paragraphs().back(), "ListNumber: 1.\ta");
}

TEST(DocxBlocks, HaveStylesOfTheirOwn) {
    Quote quote;
    quote.content = {paragraph("said")};
    quote.attribution = {Text("Ada")};
    quote.cite = "https://example.org/";
    CodeBlock code;
    code.text = "a\n\tb";
    DefinitionList definitions;
    definitions.items.resize(1);
    definitions.items[0].terms.resize(1);
    definitions.items[0].terms[0].content = {Text("term")};
    definitions.items[0].descriptions.resize(1);
    definitions.items[0].descriptions[0].content = {paragraph("meaning")};
    Figure figure;
    figure.content = {paragraph("drawing")};
    figure.caption = {paragraph("caption")};
    const DocxFile file =
        write_docx(document({quote, code, definitions, figure, Rule{}, group(GroupKind::aside, {paragraph("aside")}),
                             group(GroupKind::verse, {paragraph("verse")})}))
            .file;
    EXPECT_EQ(file.paragraphs(), (Lines{"Quote: said", "QuoteSource: — Ada", "SourceCode: a\n\tb",
                                        "DefinitionTerm: term", "Definition: meaning", "Figure: drawing",
                                        "Caption: caption", "HorizontalRule: ", "Aside: aside", "Verse: verse"}));
    EXPECT_EQ(file.all("//w:hyperlink").size(), 1u);
    EXPECT_EQ(file.all("//w:pPr/*[not(self::w:pStyle)]").size(), 0u) << "direct formatting where a style serves";
}

TEST(DocxBlocks, CodeAndQuotesAreSeenThroughInheritance) {
    const DocxFile file = write_docx(document({paragraph("x")})).file;
    const auto based_on = [&](const char* id) {
        const pugi::xml_node style = file.xml("word/styles.xml").find_child_by_attribute("w:style", "w:styleId", id);
        return std::string(style.child("w:basedOn").attribute("w:val").value());
    };
    EXPECT_EQ(based_on("SourceCode"), "HTMLPreformatted");
    EXPECT_EQ(based_on("HTMLCode"), "VerbatimChar");
}

TEST(DocxBlocks, AddTheIndentOfWhatIsAround) {
    Quote quote;
    quote.content = {list({item({paragraph("a"), paragraph("b")})})};
    const DocxFile file = write_docx(document({quote})).file;
    const auto indents = file.all("//w:ind");
    ASSERT_EQ(indents.size(), 2u);
    EXPECT_STREQ(indents[0].attribute("w:left").value(), indents[1].attribute("w:left").value());
    EXPECT_TRUE(indents[0].attribute("w:hanging"));
    EXPECT_FALSE(indents[1].attribute("w:hanging"));
}

TEST(DocxBlocks, EmptyOnesLeaveNoBlankParagraphsButTheirBookmarks) {
    Attributes attributes;
    attributes.id = "end";
    const Group end = with(group(GroupKind::plain, {}), attributes);
    const DocxFile file = write_docx(document({Paragraph{}, paragraph("a"), heading(2, ""), CodeBlock{}, end})).file;
    EXPECT_EQ(file.paragraphs(), Lines{": a"});
    EXPECT_EQ(file.all("//w:p/w:bookmarkStart[@w:name='end']").size(), 1u);
}

}  // namespace
}  // namespace offprint::testing
