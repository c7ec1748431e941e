// Links, fields, pictures, formulas and properties of Word files.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "word_file.hpp"

namespace offprint::testing {

namespace {

constexpr const char* family = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string external(const char* id, const char* type, const char* target) {
    return fmt::format("<Relationship Id=\"{}\" Type=\"{}{}\" Target=\"{}\" TargetMode=\"External\"/>", id, family,
                       type, target);
}

std::string internal(const char* id, const char* type, const char* target) {
    return fmt::format("<Relationship Id=\"{}\" Type=\"{}{}\" Target=\"{}\"/>", id, family, type, target);
}

std::string mark(const char* type) {
    return fmt::format("<w:r><w:fldChar w:fldCharType=\"{}\"/></w:r>", type);
}

std::string field(const std::string& instruction, const std::string& result) {
    return mark("begin") + "<w:r><w:instrText>" + instruction + "</w:instrText></w:r>" + mark("separate") + result +
           mark("end");
}

std::string read_shape(const std::string& text) {
    return shape(read_word({.body = word_paragraph(text)}).document.content);
}

TEST(DocxReaderLinks, OfElementsAndOfFields) {
    const ReadResult read = read_word(
        {.body =
             word_paragraph("<w:hyperlink r:id=\"a\">" + word_run("one", "<w:u w:val=\"single\"/>") + "</w:hyperlink>" +
                            word_run(" ") +
                            field(" HYPERLINK \"https://example.org/two\" \\l \"part\" \\o \"Tip\" ", word_run("two")) +
                            word_run(" ") + "<w:hyperlink w:anchor=\"Place\">" + word_run("three") + "</w:hyperlink>") +
             word_paragraph("<w:bookmarkStart w:id=\"1\" w:name=\"place\"/>" + word_run("here") +
                            "<w:bookmarkEnd w:id=\"1\"/>"),
         .relationships = external("a", "hyperlink", "https://example.org/one")});
    EXPECT_EQ(shape(read.document.content),
              "p{a(https://example.org/one)[one] a(https://example.org/two#part)[two] a(#place)[three]} p#place{here}");
}

TEST(DocxReaderLinks, BookmarksThatWordMakesStayOnlyWhereSomethingLeads) {
    EXPECT_EQ(read_shape("<w:bookmarkStart w:id=\"1\" w:name=\"_GoBack\"/>" + word_run("a ") +
                         "<w:bookmarkStart w:id=\"2\" w:name=\"_Ref1\"/>" + word_run("b ") +
                         field(" REF _Ref1 \\h ", word_run("c"))),
              "p{a span#_Ref1[]b a(#_Ref1)[c]}");
}

TEST(DocxReaderLinks, LeadToBookmarksWithinRuns) {
    EXPECT_EQ(read_shape("<w:hyperlink w:anchor=\"p\">" + word_run("a") +
                         "</w:hyperlink><w:r><w:bookmarkStart w:id=\"1\" w:name=\"p\"/><w:t>b</w:t></w:r>"),
              "p{a(#p)[a]span#p[]b}");
}

TEST(DocxReaderLinks, ToFilesAndScriptsLoseTheirAddressAndItIsSaid) {
    const ReadResult read =
        read_word({.body = word_paragraph("<w:hyperlink r:id=\"a\">" + word_run("one") + "</w:hyperlink>" +
                                          word_run(" ") + field(" HYPERLINK \"C:\\\\two.docx\" ", word_run("two"))),
                   .relationships = external("a", "hyperlink", "javascript:alert(1)")});
    EXPECT_EQ(shape(read.document.content), "p{one two}");
    EXPECT_TRUE(read.reported("docx.link-unusable"));
}

TEST(DocxReaderFields, ShowTheirLastResult) {
    EXPECT_EQ(read_shape(word_run("Figure ") + field(" SEQ Figure ", word_run("3")) + word_run(" of ") +
                         "<w:fldSimple w:instr=\" NUMPAGES \">" + word_run("9") + "</w:fldSimple>" +
                         field(" XE \"keeper\" ", "")),
              "p{Figure 3 of 9}");
}

TEST(DocxReaderFields, TablesOfContentsAreLeftOut) {
    const ReadResult read = read_word(
        {.body = "<w:p>" + mark("begin") + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>" + mark("separate") +
                 word_run("Winter 3") + "</w:p>" + word_paragraph(word_run("Spring 5") + mark("end")) +
                 word_paragraph("Summer 7", "TOC1") + word_paragraph("Text")});
    EXPECT_EQ(shape(read.document.content), "p{Text}");
    EXPECT_TRUE(read.reported("docx.contents-dropped"));
}

TEST(DocxReaderFields, ThatNeverEndOrNeverBegan) {
    EXPECT_EQ(
        read_shape(mark("end") + word_run("a") + mark("separate") + mark("begin") + mark("separate") + word_run("b")),
        "p{ab}");
}

TEST(DocxReaderFields, PhoneticGuidesAndFormBoxes) {
    EXPECT_EQ(read_shape("<w:r><w:ruby><w:rt>" + word_run("とう") + "</w:rt><w:rubyBase>" + word_run("灯") +
                         "</w:rubyBase></w:ruby></w:r>" + field(" EQ \\o\\ad(\\s\\up 9(だい),台) ", "")),
              "p{ruby[灯|とう]ruby[台|だい]}");
    EXPECT_EQ(
        read_shape("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
                   "</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>" +
                   mark("end") + word_run("done")),
        "p{☑ done}");
}

// ---------------------------------------------------------------- pictures

std::string drawing(const char* relationship, const std::string& properties) {
    return fmt::format(
        "<w:r><w:drawing><wp:inline><wp:extent cx=\"952500\" cy=\"476250\"/><wp:docPr id=\"1\" name=\"p\" "
        "{}/><a:graphic>"
        "<a:graphicData><pic:pic><pic:blipFill><a:blip {}/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>",
        properties, relationship);
}

TEST(DocxReaderPictures, OfDrawingMlAndVml) {
    const ReadResult read = read_word(
        {.body = word_paragraph(drawing("r:embed=\"i\"", "descr=\"The lamp\"") +
                                "<w:r><w:pict><v:shape style=\"width:30pt;height:15pt\" alt=\"Old\"><v:imagedata "
                                "r:id=\"i\"/></v:shape></w:pict></w:r>"),
         .relationships = internal("i", "image", "/word/media/a.png"),
         .files = {{"word/media/a.png", picture_bytes()}}});
    EXPECT_EQ(shape(read.document.content), "p{img(image-1 'The lamp' 100x50)img(image-1 'Old' 40x20)}");
    EXPECT_EQ(read.document.resources.size(), 1U);
}

TEST(DocxReaderPictures, AreTheDrawingBesideTheirPixelsWhereThereIsOne) {
    const auto read = [](const std::string& svg) {
        const std::string blip =
            "r:embed=\"i\"><a:extLst><a:ext><asvg:svgBlip "
            "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" "
            "r:embed=\"s\"/></a:ext></a:extLst></a:blip";
        std::string body = drawing("AT", "descr=\"Lamp\"");
        body.replace(body.find("AT/"), 3, blip);
        WordFile file{.body = word_paragraph(body),
                      .relationships = internal("i", "image", "media/a.png") + internal("s", "image", "media/a.svg"),
                      .files = {{"word/media/a.png", picture_bytes()}}};
        if (!svg.empty()) file.files.emplace_back("word/media/a.svg", svg);
        const ReadResult result = read_word(file);
        EXPECT_EQ(result.document.resources.size(), 1U);
        return result.document.resources.begin()->second.media_type;
    };
    EXPECT_EQ(read("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>"), "image/svg+xml");
    EXPECT_EQ(read(""), "image/png");
    EXPECT_EQ(read("broken"), "image/png");
}

TEST(DocxReaderPictures, OutsideAreNotOpened) {
    const ReadResult read = read_word(
        {.body = word_paragraph(drawing("r:link=\"w\"", "descr=\"Web\"") + drawing("r:link=\"f\"", "descr=\"File\"")),
         .relationships =
             external("w", "image", "https://example.org/a.png") + external("f", "image", "file:///etc/passwd")});
    EXPECT_EQ(shape(read.document.content), "p{img(https://example.org/a.png 'Web' 100x50)img( 'File' 100x50)}");
    EXPECT_TRUE(read.reported("docx.image-external"));
}

TEST(DocxReaderPictures, ThatAreMissingOrOfNoKnownType) {
    const ReadResult read = read_word(
        {.body = word_paragraph(drawing("r:embed=\"m\"", "descr=\"a\"") + drawing("r:embed=\"e\"", "descr=\"b\"") +
                                drawing("r:embed=\"n\"", "descr=\"c\"")),
         .relationships = internal("m", "image", "media/none.png") + internal("e", "image", "media/e.emf"),
         .files = {{"word/media/e.emf", "no picture"}}});
    EXPECT_EQ(shape(read.document.content), "p{img( 'a' 100x50)img( 'b' 100x50)img( 'c' 100x50)}");
    EXPECT_TRUE(read.reported("docx.image-missing"));
    EXPECT_TRUE(read.reported("docx.image-unreadable"));
}

TEST(DocxReaderPictures, WithACaptionAreFigures) {
    const WordFile file{.body = word_paragraph(drawing("r:embed=\"i\"", "")) + word_paragraph("Figure 1", "Caption") +
                                word_paragraph("Text"),
                        .relationships = internal("i", "image", "media/a.png"),
                        .files = {{"word/media/a.png", picture_bytes()}}};
    EXPECT_EQ(shape(read_word(file).document.content), "figure{p{img(image-1 100x50)} | p{Figure 1}} p{Text}");
}

TEST(DocxReaderPictures, ChartsAreLeftOutAndSaidSo) {
    EXPECT_TRUE(
        read_word({.body = word_paragraph("<w:r><w:drawing><wp:inline><a:graphic/></wp:inline></w:drawing></w:r>")})
            .reported("docx.drawing-dropped"));
}

// ---------------------------------------------------------------- formulas

std::string formula(const std::string& office_math) {
    const ReadResult read = read_word({.body = word_paragraph("<m:oMath>" + office_math + "</m:oMath>")});
    std::string text = shape(read.document.content);
    const std::string head = "p{$<math xmlns=\"http://www.w3.org/1998/Math/MathML\">";
    EXPECT_TRUE(text.starts_with(head)) << text;
    return text.substr(head.size(), text.size() - head.size() - std::string("</math>$}").size());
}

std::string m_run(const std::string& text, const std::string& properties = {}) {
    return "<m:r><m:rPr>" + properties + "</m:rPr><m:t>" + text + "</m:t></m:r>";
}

TEST(DocxReaderFormulas, Tokens) {
    EXPECT_EQ(formula(m_run("2ab=1.5")), "<mn>2</mn><mi>a</mi><mi>b</mi><mo>=</mo><mn>1.5</mn>");
    EXPECT_EQ(formula(m_run("a:=b")), "<mi>a</mi><mo>:=</mo><mi>b</mi>");
    EXPECT_EQ(formula(m_run("sin", "<m:sty m:val=\"p\"/>")), "<mi>sin</mi>");
    EXPECT_EQ(formula(m_run("x", "<m:sty m:val=\"b\"/>")), "<mi mathvariant=\"bold\">x</mi>");
    EXPECT_EQ(formula(m_run("R", "<m:scr m:val=\"double-struck\"/><m:sty m:val=\"p\"/>")),
              "<mi mathvariant=\"double-struck\">R</mi>");
    EXPECT_EQ(formula(m_run("if ", "<m:nor/>")), "<mtext>if\u00A0</mtext>");
}

TEST(DocxReaderFormulas, Structures) {
    EXPECT_EQ(formula("<m:f><m:num>" + m_run("a") + "</m:num><m:den>" + m_run("bc") + "</m:den></m:f>"),
              "<mfrac><mi>a</mi><mrow><mi>b</mi><mi>c</mi></mrow></mfrac>");
    EXPECT_EQ(
        formula("<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e>" + m_run("x") + "</m:e></m:rad>"),
        "<msqrt><mi>x</mi></msqrt>");
    EXPECT_EQ(formula("<m:sSubSup><m:e>" + m_run("x") + "</m:e><m:sub>" + m_run("i") + "</m:sub><m:sup>" + m_run("2") +
                      "</m:sup></m:sSubSup>"),
              "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>");
    EXPECT_EQ(formula("<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>" + m_run("i") + "</m:sub><m:sup>" +
                      m_run("n") + "</m:sup><m:e>" + m_run("i") + "</m:e></m:nary>"),
              "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>i</mi>");
    EXPECT_EQ(
        formula("<m:d><m:dPr><m:begChr m:val=\"{\"/><m:endChr m:val=\"\"/></m:dPr><m:e>" + m_run("x") + "</m:e></m:d>"),
        "<mrow><mo>{</mo><mi>x</mi></mrow>");
    EXPECT_EQ(formula("<m:acc><m:e>" + m_run("x") + "</m:e></m:acc>"),
              "<mover accent=\"true\"><mi>x</mi><mo>^</mo></mover>");
    EXPECT_EQ(formula("<m:m><m:mr><m:e>" + m_run("a") + "</m:e><m:e>" + m_run("b") + "</m:e></m:mr></m:m>"),
              "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>");
    EXPECT_EQ(formula("<m:func><m:fName>" + m_run("sin", "<m:sty m:val=\"p\"/>") + "</m:fName><m:e>" + m_run("x") +
                      "</m:e></m:func>"),
              "<mi>sin</mi><mo>\u2061</mo><mi>x</mi>");
}

TEST(DocxReaderFormulas, OnALineOfTheirOwn) {
    const ReadResult read =
        read_word({.body = word_paragraph("<m:oMathPara><m:oMath>" + m_run("x") + "</m:oMath></m:oMathPara>")});
    EXPECT_EQ(shape(read.document.content),
              "p{$$<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\"><mi>x</mi></math>$}");
}

// ---------------------------------------------------------------- properties

TEST(DocxReaderProperties, SayWhatTheTextDoesNot) {
    const std::string core =
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:title>Tides</dc:title>"
        "<dc:creator>Ada Quill; Ben Reed</dc:creator><cp:keywords>sea, "
        "lamps</cp:keywords><dc:description>About</dc:description>"
        "<dc:language>en-GB</dc:language><dcterms:created>2020-01-01T10:00:00Z</dcterms:created>"
        "<dcterms:modified>2021-02-03T04:05:06Z</dcterms:modified></cp:coreProperties>";
    const std::string relationships = fmt::format(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"d\" "
        "Type=\"{}officeDocument\" Target=\"/word/document.xml\"/><Relationship Id=\"c\" "
        "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
        "Target=\"docProps/core.xml\"/></Relationships>",
        family);
    const Metadata metadata = read_word({.body = word_paragraph("Text"),
                                         .files = {{"_rels/.rels", relationships}, {"docProps/core.xml", core}}})
                                  .document.metadata;
    EXPECT_EQ(metadata.title, "Tides");
    ASSERT_EQ(metadata.contributors.size(), 2U);
    EXPECT_EQ(metadata.contributors[1].name, "Ben Reed");
    EXPECT_EQ(metadata.keywords, (std::vector<std::string>{"sea", "lamps"}));
    EXPECT_EQ(metadata.description, "About");
    EXPECT_EQ(metadata.language, "en-GB");
    EXPECT_FALSE(metadata.published);
    EXPECT_EQ(metadata.modified->to_string(), "2021-02-03T04:05:06Z");
    EXPECT_EQ(metadata.provenance.at(MetadataField::title), Origin::meta);
}

}  // namespace

}  // namespace offprint::testing
