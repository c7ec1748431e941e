#include <gtest/gtest.h>

#include "docx_file.hpp"

namespace offprint::testing {
namespace {

Math math(std::string content, bool display = false) {
    Math node;
    node.mathml = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + content + "</math>";
    node.display = display;
    return node;
}

/// An element of Office Math without properties, runs as their text.
std::string structure_of(pugi::xml_node element) {
    const std::string name = element.name();
    if (name == "m:r") return text_of(element);
    if (name.size() > 2 && name.ends_with("Pr")) return {};
    std::string content;
    for (pugi::xml_node child : element.children()) content += structure_of(child);
    return content.empty() ? "<" + name + "/>" : "<" + name + ">" + content + "</" + name + ">";
}

std::string structure(std::string content) {
    const DocxFile file = write_docx(document({paragraph(Inlines{math(std::move(content))})})).file;
    std::string markup;
    for (pugi::xml_node child : file.all("//m:oMath/*")) markup += structure_of(child);
    return markup;
}

struct MathCase {
    const char* mathml;
    const char* office;
};

TEST(DocxMath, MapsPresentationMathMl) {
    const MathCase cases[] = {
        {"<mi>x</mi><mo>=</mo><mn>2</mn>", "x=2"},
        {"<msup><mi>x</mi><mn>2</mn></msup>", "<m:sSup><m:e>x</m:e><m:sup>2</m:sup></m:sSup>"},
        {"<msub><mi>x</mi><mn>2</mn></msub>", "<m:sSub><m:e>x</m:e><m:sub>2</m:sub></m:sSub>"},
        {"<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>",
         "<m:sSubSup><m:e>x</m:e><m:sub>1</m:sub><m:sup>2</m:sup></m:sSubSup>"},
        {"<mfrac><mi>a</mi><mrow><mi>b</mi><mi>c</mi></mrow></mfrac>", "<m:f><m:num>a</m:num><m:den>bc</m:den></m:f>"},
        {"<msqrt><mi>a</mi><mi>b</mi></msqrt>", "<m:rad><m:deg/><m:e>ab</m:e></m:rad>"},
        {"<mroot><mi>a</mi><mn>3</mn></mroot>", "<m:rad><m:deg>3</m:deg><m:e>a</m:e></m:rad>"},
        {"<mover><mi>v</mi><mo>→</mo></mover>", "<m:acc><m:e>v</m:e></m:acc>"},
        {"<mover><mi>v</mi><mo>¯</mo></mover>", "<m:bar><m:e>v</m:e></m:bar>"},
        {"<munder><mi>v</mi><mo>⏟</mo></munder>", "<m:groupChr><m:e>v</m:e></m:groupChr>"},
        {"<munder><mi>lim</mi><mi>n</mi></munder>", "<m:limLow><m:e>lim</m:e><m:lim>n</m:lim></m:limLow>"},
        {"<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>a</mi><mo>=</mo><mi>b</mi>",
         "<m:nary><m:sub>i</m:sub><m:sup>n</m:sup><m:e>a</m:e></m:nary>=b"},
        {"<mrow><mo>(</mo><mi>a</mi><mo>)</mo></mrow>", "<m:d><m:e>a</m:e></m:d>"},
        {"<mrow><mo>(</mo><mi>a</mi><mo>)</mo><mo>(</mo><mi>b</mi><mo>)</mo></mrow>", "(a)(b)"},
        {"<mfenced><mi>a</mi><mi>b</mi></mfenced>", "<m:d><m:e>a</m:e><m:e>b</m:e></m:d>"},
        {"<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable>",
         "<m:m><m:mr><m:e>1</m:e><m:e>2</m:e></m:mr><m:mr><m:e>3</m:e><m:e/></m:mr></m:m>"},
        {"<mstyle><mtext>if</mtext><mspace width=\"1em\"/><mi>x</mi></mstyle>", "if x"},
        {"<semantics><mi>x</mi><annotation>y</annotation></semantics>", "x"},
        {"<mmultiscripts><mi>X</mi><mn>1</mn><mn>2</mn><mprescripts/><mn>3</mn><none/></mmultiscripts>",
         "<m:sPre><m:sub>3</m:sub><m:sup/><m:e><m:sSubSup><m:e>X</m:e><m:sub>1</m:sub><m:sup>2</m:sup>"
         "</m:sSubSup></m:e></m:sPre>"},
    };
    for (const MathCase& test : cases) EXPECT_EQ(structure(test.mathml), test.office) << test.mathml;
}

TEST(DocxMath, DisplayStandsOnItsOwnLine) {
    const DocxFile file = write_docx(document({paragraph(Inlines{math("<mi>x</mi>", true)})})).file;
    EXPECT_EQ(file.all("//w:p/m:oMathPara/m:oMath").size(), 1u);
}

TEST(DocxMath, DisplayInATextPartsItsParagraph) {
    const List items =
        list({item({paragraph(Inlines{Text("When "), math("<mi>a</mi>"), Text(" is "), math("<mi>x</mi>", true),
                                      Text(". "), math("<mi>y</mi>", true), Text(" there are two.")})})});
    const DocxFile file = write_docx(document({items})).file;
    EXPECT_EQ(file.paragraphs(), (std::vector<std::string>{"ListBullet[1/0]: When a is", "ListContinue: x.",
                                                           "ListContinue: y", "ListContinue: there are two."}));
    EXPECT_EQ(file.all("//m:oMathPara").size(), 2u);
    EXPECT_EQ(write_docx(document({paragraph(Inlines{math("<mi>x</mi>", true)})})).file.paragraphs().size(), 1u);
}

TEST(DocxMath, FallsBackToTexAsCodeAndThenToItsText) {
    Math tex;
    tex.tex = "\\frac{1}{2}";
    Math broken;
    broken.mathml = "<math><mi>";
    broken.alt = "one half";
    const Written written = write_docx(document({paragraph(Inlines{tex, broken})}));
    const DocxFile& file = written.file;
    EXPECT_EQ(written.codes, std::vector<std::string>{"docx.math-malformed"}) << "once, for the broken one";
    EXPECT_EQ(file.all("//w:r[w:rPr/w:rStyle/@w:val='HTMLCode']").size(), 1u);
    EXPECT_EQ(text_of(file.document()), "\\frac{1}{2}one half");
    EXPECT_TRUE(file.all("//m:oMath").empty());
}

TEST(DocxMath, TakesManyOperatorsInARow) {
    std::string row = "<mo>∫</mo><mo>∫</mo><mi>x</mi><mo>=</mo>";
    EXPECT_EQ(structure(row),
              "<m:nary><m:sub/><m:sup/><m:e><m:nary><m:sub/><m:sup/><m:e>x</m:e></m:nary></m:e></m:nary>=");
    for (int i = 0; i < 40'000; ++i) row += "<mo>∑</mo>";
    for (int i = 0; i < 20; ++i) row = "<mrow><mo>∑</mo><mo>∑</mo>" + row + "</mrow>";
    const DocxFile file = write_docx(document({paragraph(Inlines{math(row)})})).file;
    EXPECT_EQ(file.all("//m:oMath")[0].select_nodes(".//m:nary").size(), 40'042u);
    EXPECT_TRUE(file.all("//m:nary[count(ancestor::m:nary) > 16]").empty());
}

TEST(DocxMath, TakesDeepNesting) {
    std::string deep = "<mi>x</mi>";
    for (int i = 0; i < 200; ++i) deep = "<msqrt>" + deep + "</msqrt>";
    const DocxFile file = write_docx(document({paragraph(Inlines{math(deep)})})).file;
    EXPECT_EQ(file.all("//m:rad").size(), 200u);
}

}  // namespace
}  // namespace offprint::testing
