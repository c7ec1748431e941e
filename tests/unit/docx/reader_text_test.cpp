// Paragraphs, headings and runs of Word files.
#include <gtest/gtest.h>

#include "word_file.hpp"

namespace offprint::testing {

namespace {

std::string read_shape(const std::string& body, const std::string& styles = {}) {
    return shape(read_word({.body = body, .styles = styles}).document.content);
}

TEST(DocxReaderText, HeadingsByTheNamesOfTheirStyles) {
    const std::string styles = word_style("berschrift1", "heading 1") + word_style("T2", "Titre 2") +
                               word_style("Mine", "My Heading", "berschrift1") +
                               word_style("Out", "Outlined", "", "<w:pPr><w:outlineLvl w:val=\"3\"/></w:pPr>");
    EXPECT_EQ(read_shape(word_paragraph("a", "berschrift1") + word_paragraph("b", "T2") + word_paragraph("c", "Mine") +
                             word_paragraph("d", "Out") + word_paragraph("e", "Heading3") +
                             word_paragraph("f", "", "<w:outlineLvl w:val=\"1\"/>") + word_paragraph("g", "Heading9"),
                         styles),
              "h1{a} h2{b} h1{c} h4{d} h3{e} h2{f} h6{g}");
}

TEST(DocxReaderText, StylesThatAreBasedOnThemselvesEnd) {
    const std::string styles = word_style("A", "A", "B") + word_style("B", "B", "A");
    EXPECT_EQ(read_shape(word_paragraph("a", "A"), styles), "p{a}");
}

TEST(DocxReaderText, RunsOfOneFormatAreOneNode) {
    EXPECT_EQ(read_shape(word_paragraph(word_run("Ti") + word_run("de ") + word_run("comes", "<w:b/>") +
                                        word_run(" in", "<w:b/><w:rFonts w:ascii=\"Arial\"/>") + word_run("."))),
              "p{Tide strong[comes in].}");
}

TEST(DocxReaderText, Formats) {
    EXPECT_EQ(read_shape(word_paragraph(
                  word_run("a", "<w:i/>") + word_run("b", "<w:u w:val=\"single\"/>") + word_run("c", "<w:strike/>") +
                  word_run("d", "<w:dstrike/>") + word_run("e", "<w:smallCaps/>") +
                  word_run("f", "<w:vertAlign w:val=\"superscript\"/>") +
                  word_run("g", "<w:vertAlign w:val=\"subscript\"/>") + word_run("h", "<w:highlight w:val=\"cyan\"/>") +
                  word_run("i", "<w:shd w:fill=\"FFFF00\"/>") + word_run("j", "<w:rFonts w:ascii=\"Courier New\"/>") +
                  word_run("k", "<w:u w:val=\"none\"/><w:b w:val=\"0\"/>"))),
              "p{em[a]u[b]strike[cd]smallcaps[e]sup[f]sub[g]mark[hi]`j`k}");
}

TEST(DocxReaderText, TogglesOfTwoStylesCancel) {
    const std::string styles =
        word_style("Loud", "Loud", "", "<w:rPr><w:i/></w:rPr>") +
        "<w:style w:type=\"character\" w:styleId=\"Slant\"><w:name w:val=\"Slant\"/><w:rPr><w:i/></w:rPr></w:style>";
    EXPECT_EQ(read_shape(word_paragraph(word_run("a", "<w:rStyle w:val=\"Slant\"/>"), "Loud") +
                             word_paragraph(word_run("b", "<w:rStyle w:val=\"Slant\"/>")),
                         styles),
              "p{a} p{em[b]}");
}

TEST(DocxReaderText, SpecialCharacters) {
    EXPECT_EQ(read_shape("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
                         "<w:softHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/><w:sym w:font=\"Symbol\" "
                         "w:char=\"F061\"/><w:br w:type=\"page\"/></w:r></w:p>"),
              "p{a b/c\u2011d\u00AD→α}");
}

TEST(DocxReaderText, PicturesOfFontsWithoutATableAreLeftOutAndSaidSo) {
    const ReadResult read =
        read_word({.body = word_paragraph("<w:r><w:t>a</w:t><w:sym w:font=\"Webdings\" w:char=\"F021\"/>"
                                          "<w:sym w:font=\"Georgia\" w:char=\"2022\"/></w:r>")});
    EXPECT_EQ(shape(read.document.content), "p{a•}");
    EXPECT_TRUE(read.reported("docx.symbol-dropped"));
}

TEST(DocxReaderText, HiddenTextIsLeftOutAndSaidSo) {
    const ReadResult read = read_word({.body = word_paragraph(word_run("seen ") + word_run("secret", "<w:vanish/>"))});
    EXPECT_EQ(shape(read.document.content), "p{seen}");
    EXPECT_TRUE(read.reported("docx.hidden-text-dropped"));
}

TEST(DocxReaderText, LanguagesOfRuns) {
    const std::string styles =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault>"
        "</w:docDefaults>";
    const ReadResult read = read_word(
        {.body = word_paragraph(word_run("The word for the tide is ") + word_run("marée", "<w:lang w:val=\"fr-FR\"/>") +
                                word_run(", as every keeper knows", "<w:lang w:val=\"en-US\"/>")) +
                 word_paragraph(word_run("Die Flut kommt", "<w:lang w:val=\"de-DE\"/>")),
         .styles = styles});
    EXPECT_EQ(shape(read.document.content),
              "p{The word for the tide is span@fr-FR[marée], as every keeper knows} p@de-DE{Die Flut kommt}");
    EXPECT_EQ(read.document.metadata.language, "en-GB");
}

TEST(DocxReaderText, RightToLeft) {
    const ReadResult read = read_word({.body = word_paragraph("abc", "", "<w:bidi/>") + word_paragraph("def")});
    EXPECT_EQ(shape(read.document.content), "p<{abc} p{def}");
}

TEST(DocxReaderText, ParagraphsOfCode) {
    const std::string styles = word_style("HTMLPreformatted", "HTML Preformatted") + word_style("SC", "Source Code");
    EXPECT_EQ(
        read_shape(word_paragraph("if x:", "HTMLPreformatted") + word_paragraph("    y()", "HTMLPreformatted") +
                       word_paragraph("Text") + word_paragraph("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "SC"),
                   styles),
        "code{if x:\n    y()} p{Text} code{a\nb}");
}

TEST(DocxReaderText, LinksInBlocksOfCodeAreLeftOutAndSaidSo) {
    const ReadResult read = read_word(
        {.body = word_paragraph("<w:hyperlink w:anchor=\"p\">" + word_run("make") + "</w:hyperlink>", "SourceCode")});
    EXPECT_EQ(shape(read.document.content), "code{make}");
    EXPECT_TRUE(read.reported("docx.code-link-dropped"));
    EXPECT_EQ(read_shape(word_paragraph(word_run("Run ") + "<w:hyperlink w:anchor=\"p\">" +
                                        word_run("make", "<w:rStyle w:val=\"HTMLCode\"/>") + "</w:hyperlink>")),
              "p{Run a(#p)[`make`]}");
}

TEST(DocxReaderText, QuotesVersesAndAsides) {
    EXPECT_EQ(read_shape(word_paragraph("a", "IntenseQuote") + word_paragraph("b", "BlockText") + word_paragraph("c") +
                         word_paragraph("d", "Verse") + word_paragraph("e", "Aside")),
              "quote{p{a} p{b}} p{c} verse{p{d}} aside{p{e}}");
}

TEST(DocxReaderText, StrictNamesAndOtherPrefixes) {
    const std::string document =
        "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:pPr><x:pStyle "
        "x:val=\"Heading1\"/></x:pPr><x:r><x:rPr><x:b/></x:rPr><x:t>Strict</x:t></x:r></x:p><x:p><x:r><x:t>a</x:t></"
        "x:r>"
        "</x:p></x:body></x:document>";
    EXPECT_EQ(shape(read_word({.files = {{"word/document.xml", document}}}).document.content), "h1{Strict} p{a}");
}

TEST(DocxReaderText, OneBranchOfAlternativesIsRead) {
    const std::string box = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>";
    EXPECT_EQ(read_shape("<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor>"
                         "<wps:wsp><wps:txbx>" +
                         box +
                         "</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>"
                         "<mc:Fallback><w:pict><v:shape><v:textbox>" +
                         box +
                         "</v:textbox></v:shape></w:pict>"
                         "</mc:Fallback></mc:AlternateContent></w:r></w:p>"),
              "p{a} aside{p{boxed}}");
    EXPECT_EQ(read_shape("<w:p><mc:AlternateContent xmlns:q=\"urn:unknown\"><mc:Choice Requires=\"q\"><w:r><w:t>new"
                         "</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback>"
                         "</mc:AlternateContent></w:p>"),
              "p{old}");
}

TEST(DocxReaderText, TitleBlock) {
    const ReadResult read =
        read_word({.body = word_paragraph("Tides", "Title") + word_paragraph("A year", "Subtitle") +
                           word_paragraph("Ada Quill", "Author") + word_paragraph("2024-02-29", "Date") +
                           word_paragraph("Text") + word_paragraph("Part two", "Title")});
    EXPECT_EQ(read.document.metadata.title, "Tides");
    EXPECT_EQ(read.document.metadata.subtitle, "A year");
    ASSERT_EQ(read.document.metadata.contributors.size(), 1U);
    EXPECT_EQ(read.document.metadata.contributors[0].name, "Ada Quill");
    EXPECT_EQ(read.document.metadata.published->to_string(), "2024-02-29");
    EXPECT_EQ(shape(read.document.content), "p{Text} h1{Part two}");
}

}  // namespace

}  // namespace offprint::testing
