#include "package/foreign_markup.hpp"

#include <gtest/gtest.h>

#include "package/xml.hpp"

using namespace offprint::package;

namespace {

std::string svg(const std::string& content) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">" + content +
           "</svg>";
}

// What is left of `content` inside an SVG, or "-" when the file is refused.
std::string sanitized(const std::string& content) {
    const auto result = sanitize_svg(svg(content));
    if (!result) return "-";
    const std::size_t begin = result->find('>', result->find("<svg")) + 1;
    const std::size_t end = result->rfind("</svg>");
    return end == std::string::npos ? "" : result->substr(begin, end - begin);
}

// The result without the outer `math` and its namespace, or "-" when it is refused.
std::string math(const std::string& content) {
    pugi::xml_document document;
    pugi::xml_node parent = append(document, "p");
    if (!append_mathml(parent, "<math>" + content + "</math>")) return parent.first_child() ? "left over" : "-";
    std::string text = serialize(document);
    const std::string start = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">";
    const std::size_t begin = text.find(start) + start.size();
    return text.substr(begin, text.rfind("</math>") - begin);
}

struct Case {
    const char* input;
    const char* expected;
};

}  // namespace

TEST(Svg, KeepsWhatDraws) {
    for (const Case& c : {
             Case{"<g id=\"a\" fill=\"url(#p)\"><path d=\"M0 0\"/></g>",
                  "<g id=\"a\" fill=\"url(#p)\"><path d=\"M0 0\"/></g>"},
             Case{"<use xlink:href=\"#a\"/>", "<use xlink:href=\"#a\"/>"},
             Case{"<use href=\"#a\"/>", "<use xlink:href=\"#a\"/>"},
             Case{"<text xml:lang=\"de\">a <tspan>b</tspan></text>", "<text xml:lang=\"de\">a <tspan>b</tspan></text>"},
             Case{"<style><![CDATA[a > b {fill:red}]]></style>", "<style>a &gt; b {fill:red}</style>"},
             Case{"<a href=\"https://example.org\"><rect/></a>", "<rect/>"},
             Case{"<image href=\"data:image/png;base64,AAAA\"/>", "<image xlink:href=\"data:image/png;base64,AAAA\"/>"},
         })
        EXPECT_EQ(sanitized(c.input), c.expected) << c.input;
}

TEST(Svg, DropsWhatActsOrReachesOut) {
    for (const Case& c : {
             Case{"<script>alert(1)</script>", ""},
             Case{"<rect onclick=\"x()\" OnLoad=\"y()\"/>", "<rect/>"},
             Case{"<foreignObject><p>x</p></foreignObject>", ""},
             Case{"<animate attributeName=\"href\" to=\"javascript:x\"/><set attributeName=\"href\"/>", ""},
             Case{"<image href=\"https://example.org/a.png\"/>", "<image/>"},
             Case{"<image href=\"data:image/svg+xml;base64,AAAA\"/>", "<image/>"},
             Case{"<use href=\"other.svg#a\"/>", "<use/>"},
             Case{"<rect fill=\"url(https://example.org/a)\"/>", "<rect/>"},
             Case{"<rect style=\"fill:u\\72l(https://example.org)\"/>", "<rect/>"},
             Case{"<style>@import 'a.css';</style>", ""},
             Case{"<style>a{b:u<!-- -->rl(x)}</style>", ""},
             Case{"<style><![CDATA[@imp]]><![CDATA[ort 'a.css']]></style>", ""},
             Case{"<x:rect xmlns:x=\"urn:x\"/><rect xmlns=\"urn:x\"/>", ""},
             Case{"<rect x:y=\"1\" xmlns:x=\"urn:x\"/>", "<rect/>"},
             Case{"<rect id=\"a\"/><rect id=\"a\"/><rect id=\"1 b\"/>", "<rect id=\"a\"/><rect/><rect/>"},
         })
        EXPECT_EQ(sanitized(c.input), c.expected) << c.input;
}

TEST(Svg, ReadsPrefixesAndDropsDoctypes) {
    const auto result = sanitize_svg(
        "<?xml version=\"1.0\"?><!DOCTYPE s:svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" width=\"4\"><s:title>&x;</s:title></s:svg>");
    ASSERT_TRUE(result);
    EXPECT_EQ(*result,
              "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
              "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\"><title>&amp;x;</title></svg>\n");
}

TEST(Svg, TakesManyAttributesInLinearTime) {
    std::string attributes = " width=\"1\" width=\"2\"";
    for (int i = 0; i < 300'000; ++i) attributes += " a" + std::to_string(i) + "=\"\"";
    const std::string result = sanitized("<rect" + attributes + "/>");
    EXPECT_TRUE(result.starts_with("<rect width=\"1\" a0=\"\""));
    EXPECT_TRUE(result.ends_with(" a299999=\"\"/>"));
}

TEST(Svg, RefusesWhatIsNone) {
    EXPECT_FALSE(sanitize_svg(""));
    EXPECT_FALSE(sanitize_svg("<svg><g></svg>"));
    EXPECT_FALSE(sanitize_svg("<html/>"));
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<g>";
    EXPECT_FALSE(sanitize_svg(deep));
    for (int i = 0; i < 100'000; ++i) deep += "</g>";
    EXPECT_FALSE(sanitize_svg(svg(deep)));
}

TEST(MathMl, KeepsPresentation) {
    for (const Case& c : {
             Case{"<mfrac linethickness=\"2pt\"><mi>a</mi><mn>2</mn></mfrac>",
                  "<mfrac linethickness=\"2pt\"><mi>a</mi><mn>2</mn></mfrac>"},
             Case{"<m:mi xmlns:m=\"urn:m\">x</m:mi>", "<mi>x</mi>"},
             Case{"<mrow>\n<mo stretchy=\"false\"> ( </mo>\n</mrow>", "<mrow><mo stretchy=\"false\">(</mo></mrow>"},
             Case{"<semantics><mi>x</mi><annotation>x</annotation></semantics>", "<mi>x</mi>"},
             Case{"<maction actiontype=\"toggle\"><mi>x</mi><mi>y</mi></maction>", "<mi>x</mi>"},
             Case{"<mtext>if <i>n</i></mtext>", "<mtext>if n</mtext>"},
             Case{"<mtable rowspacing=\"4pt 2em\"><mtr><mtd columnalign=\"left\"><mi>x</mi></mtd></mtr></mtable>",
                  "<mtable rowspacing=\"4pt 2em\"><mtr><mtd columnalign=\"left\"><mi>x</mi></mtd></mtr></mtable>"},
             Case{"<mtable><mlabeledtr><mtd/><mtd><mi>x</mi></mtd></mlabeledtr></mtable>",
                  "<mtable><mtr><mtd><mi>x</mi></mtd></mtr></mtable>"},
         })
        EXPECT_EQ(math(c.input), c.expected) << c.input;
}

TEST(MathMl, RepairsWhatTheSchemaCounts) {
    for (const Case& c : {
             Case{"<msup><mi>x</mi></msup>", "<msup><mi>x</mi><mrow/></msup>"},
             Case{"<msub><mi>x</mi><mi>y</mi><mi>z</mi></msub>", "<msub><mi>x</mi><mi>y</mi></msub>"},
             Case{"<mmultiscripts><mi>x</mi><mn>1</mn><mprescripts/><mn>2</mn></mmultiscripts>",
                  "<mmultiscripts><mi>x</mi><mn>1</mn><none/><mprescripts/><mn>2</mn><none/></mmultiscripts>"},
             Case{"<mmultiscripts><mprescripts/><mprescripts/></mmultiscripts>",
                  "<mmultiscripts><mrow/><mprescripts/></mmultiscripts>"},
             Case{"<mrow><none/></mrow>", "<mrow/>"},
         })
        EXPECT_EQ(math(c.input), c.expected) << c.input;
}

TEST(MathMl, DropsWhatIsNotAllowed) {
    for (const Case& c : {
             Case{"<mi href=\"javascript:x\" onclick=\"x\" style=\"a\" id=\"b\">x</mi>", "<mi>x</mi>"},
             Case{"<mi mathvariant=\"curly\">x</mi>", "<mi>x</mi>"},
             Case{"<mo lspace=\"1 em\" rspace=\"..\" minsize=\"-.5em\">+</mo>", "<mo minsize=\"-.5em\">+</mo>"},
             Case{"<mtd rowspan=\"0\"/>", "<mtd/>"},
             Case{"<apply><plus/></apply>", "-"},
             Case{"", "-"},
             Case{"<mi>x", "-"},
         })
        EXPECT_EQ(math(c.input), c.expected) << c.input;
}

TEST(MathMl, RefusesDepth) {
    std::string open, close;
    for (int i = 0; i < 100'000; ++i) open += "<mrow>", close += "</mrow>";
    EXPECT_EQ(math(open + close), "-");
}

TEST(MathMl, IsTextInOneLine) {
    const std::pair<const char*, const char*> cases[] = {
        {"<mi>x</mi><mo>=</mo><mfrac><mrow><mo>-</mo><mi>b</mi></mrow><mrow><mn>2</mn><mi>a</mi></mrow></mfrac>",
         "x=(-b)/(2a)"},
        {"<msup><mi>e</mi><mrow><mi>i</mi><mo>&#x2062;</mo><mi>t</mi></mrow></msup>", "e^(it)"},
        {"<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x_1^2"},
        {"<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>0</mn></mrow><mi>n</mi></munderover><mi>i</mi>",
         "∑_(i=0)^n i"},
        {"<msqrt><mn>2</mn></msqrt><mroot><mi>x</mi><mn>3</mn></mroot>", "√(2)√[3](x)"},
        {"<mi>sin</mi><mi>x</mi>", "sin x"},
        {"<mi>x</mi><mtext>if</mtext><mi>y</mi>", "x if y"},
        {"<mi>f</mi><mo>&#x2061;</mo><mfenced><mi>x</mi><mi>y</mi></mfenced>", "f(x, y)"},
        {"<mfenced open='[' close=')'><mi>x</mi></mfenced>", "[x)"},
        {"<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable>",
         "[1, 2; 3]"},
        {"<mmultiscripts><mi>C</mi><none/><none/><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>", "C_6^14"},
        {"<mphantom><mi>x</mi></mphantom><mi>y</mi>", "y"},
        {"<script>alert(1)</script>", ""},
    };
    for (const auto& [markup, text] : cases)
        EXPECT_EQ(mathml_text("<math>" + std::string(markup) + "</math>"), text) << markup;
    EXPECT_EQ(mathml_text("no formula"), "");
}
