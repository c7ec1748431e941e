#include <gtest/gtest.h>

#include <set>

#include "epub_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

using namespace std::string_view_literals;

std::string body_of(Block block) {
    return write_epub(article({std::move(block)})).file.body("chapter-1.xhtml");
}

// The content of a paragraph with one inline.
std::string inline_of(Inline node) {
    const std::string body = body_of(paragraph(Inlines{std::move(node)}));
    return body == "<p/>" ? "" : body.substr(3, body.size() - 7);
}

Styled styled(Style style, Inlines content) {
    Styled result;
    result.style = style;
    result.content = std::move(content);
    return result;
}

TableCell cell(std::string text, bool header = false) {
    TableCell result;
    result.header = header;
    if (!text.empty()) result.content = {paragraph(std::move(text))};
    return result;
}

TableSection section(SectionKind kind, std::vector<std::vector<TableCell>> rows) {
    TableSection result;
    result.kind = kind;
    for (auto& cells : rows) {
        result.rows.emplace_back();
        result.rows.back().cells = std::move(cells);
    }
    return result;
}

// Too little for a decoder, but it begins and ends as a picture does.
constexpr std::string_view picture =
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x04\0\0\0\x02\x08\x02\0\0\0\xf0\xca\xea\x34\0\0\0\0IEND\xae\x42\x60\x82"sv;

Resource resource(std::string_view bytes, std::string media_type) {
    Resource result;
    result.bytes = std::make_shared<const std::string>(bytes);
    result.media_type = std::move(media_type);
    return result;
}

Image image(std::string resource, std::optional<std::string> alt, std::string source = {}) {
    Image result;
    result.resource = std::move(resource);
    result.alt = std::move(alt);
    result.source = std::move(source);
    return result;
}

}  // namespace

TEST(EpubContent, StylesHaveTheirElements) {
    const std::pair<Style, const char*> elements[] = {
        {Style::emphasis, "em"},   {Style::strong, "strong"},  {Style::underline, "u"},
        {Style::strike, "s"},      {Style::subscript, "sub"},  {Style::superscript, "sup"},
        {Style::small, "small"},   {Style::mark, "mark"},      {Style::quote, "q"},
        {Style::cite, "cite"},     {Style::keyboard, "kbd"},   {Style::sample, "samp"},
        {Style::variable, "var"},  {Style::definition, "dfn"}, {Style::abbreviation, "abbr"},
        {Style::insertion, "ins"}, {Style::span, "span"},
    };
    for (const auto& [style, name] : elements)
        EXPECT_EQ(inline_of(styled(style, {Text("x")})), std::string("<") + name + ">x</" + name + ">");
    EXPECT_EQ(inline_of(styled(Style::small_caps, {Text("x")})), "<span class=\"small-caps\">x</span>");
    EXPECT_EQ(inline_of(styled(Style::definition, {styled(Style::definition, {Text("x")})})),
              "<dfn><span>x</span></dfn>");
}

TEST(EpubContent, Links) {
    EXPECT_EQ(inline_of(link("https://example.org/a b", "x")), "<a href=\"https://example.org/a%20b\">x</a>");
    EXPECT_EQ(inline_of(link("doi:10.1000/182", "x")), "<a href=\"https://doi.org/10.1000/182\">x</a>");
    EXPECT_EQ(inline_of(link("https://example.org/", "")), "<a href=\"https://example.org/\">https://example.org/</a>");
    EXPECT_EQ(inline_of(link("https://example.org/", "\u00a0")),
              "<a href=\"https://example.org/\" aria-label=\"https://example.org/\">\u00a0</a>");
    Link outer = link("https://example.org/", "out ");
    outer.content.push_back(link("https://example.org/in", "in"));
    EXPECT_EQ(inline_of(outer), "<a href=\"https://example.org/\">out in</a>");
}

TEST(EpubContent, CodeRubyAndAttributes) {
    Code code;
    code.text = "a  <b>";
    EXPECT_EQ(inline_of(code), "<code>a  &lt;b&gt;</code>");
    Ruby inner;
    inner.base = {Text("B")};
    inner.annotation = {Text("b")};
    EXPECT_EQ(inline_of(inner), "<ruby>B<rp>(</rp><rt>b</rt><rp>)</rp></ruby>");
    Ruby outer;
    outer.base = {inner};
    outer.annotation = {Text("a")};
    EXPECT_EQ(inline_of(outer).find("<ruby", 1), std::string::npos);

    Text text("שלום");
    text.attributes.ensure().language = "he";
    text.attributes->direction = Direction::right_to_left;
    text.attributes->classes = {"a", "b"};
    text.attributes->extra = {{"onclick", "x()"}, {"title", "peace"}};
    EXPECT_EQ(inline_of(text),
              "<span class=\"a b\" lang=\"he\" xml:lang=\"he\" dir=\"rtl\" title=\"peace\">שלום</span>");
}

TEST(EpubContent, Mathematics) {
    Math math;
    math.mathml = "<math><mi onclick=\"x\">x</mi></math>";
    math.alt = "x";
    const Written written = write_epub(article({paragraph(Inlines{math})}));
    EXPECT_EQ(written.file.body("chapter-1.xhtml"),
              "<p><math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"inline\" alttext=\"x\"><mi>x</mi></math>"
              "</p>");
    EXPECT_EQ(written.file.package_texts("//meta[.='MathML']").size(), 1u);
    EXPECT_EQ(written.file.package().select_nodes("//item[@properties='mathml']").size(), 1u);

    math.mathml = "<math><mi>";
    math.tex = "x^2";
    math.display = true;
    const Written broken = write_epub(article({paragraph(Inlines{math})}));
    EXPECT_EQ(broken.file.body("chapter-1.xhtml"),
              "<p><span class=\"display-math\"><code class=\"math\">x^2</code></span></p>");
    EXPECT_EQ(broken.codes, std::vector<std::string>{"epub.math-malformed"});
    EXPECT_FALSE(broken.file.package().select_node("//item[@properties='mathml']"));
}

TEST(EpubContent, Lists) {
    List list;
    list.ordered = true;
    list.start = 7;
    list.reversed = true;
    list.numbering = Numbering::lower_roman;
    list.items.resize(3);
    list.items[0].content = {paragraph("a"), List()};
    list.items[1].content = {paragraph("b")};
    list.items[1].value = 4;
    list.items[2].content = {paragraph("c")};
    list.items[2].checked = true;
    EXPECT_EQ(body_of(list),
              "<ol start=\"7\" reversed=\"reversed\" type=\"i\"><li>a<ul/></li><li value=\"4\">b</li>"
              "<li class=\"task\">☑ c</li></ol>");
    list = List();
    list.tight = false;
    list.items.resize(1);
    list.items[0].content = {paragraph("a")};
    list.items[0].checked = false;
    EXPECT_EQ(body_of(list), "<ul class=\"loose\"><li class=\"task\"><p>☐ a</p></li></ul>");
}

TEST(EpubContent, DefinitionListsAreCompleteAndWrapAllOrNothing) {
    DefinitionList list;
    list.items.resize(2);
    list.items[0].terms.resize(1);
    list.items[0].terms[0].content = {Text("t")};
    list.items[1].descriptions.resize(1);
    list.items[1].descriptions[0].content = {paragraph("d")};
    EXPECT_EQ(body_of(list), "<dl><dt>t</dt><dd/><dt/><dd>d</dd></dl>");
    list.items[1].attributes.ensure().id = "x";
    EXPECT_EQ(body_of(list), "<dl><div><dt>t</dt><dd/></div><div id=\"x\"><dt/><dd>d</dd></div></dl>");
}

TEST(EpubContent, Blocks) {
    CodeBlock code;
    code.language = "c++";
    code.text = "a\n  b & c";
    EXPECT_EQ(body_of(code), "<pre><code class=\"language-c++\">a\n  b &amp; c</code></pre>");
    Quote quote;
    quote.content = {paragraph("Said.")};
    quote.attribution = {Text("Ada")};
    quote.cite = "https://example.org/q";
    EXPECT_EQ(body_of(quote),
              "<blockquote cite=\"https://example.org/q\"><p>Said.</p><p class=\"attribution\">— Ada</p></blockquote>");
    quote.cite = "javascript:x";
    quote.attribution.clear();
    EXPECT_EQ(body_of(quote), "<blockquote><p>Said.</p></blockquote>");
    EXPECT_EQ(body_of(Rule()), "<hr/>");

    const std::pair<GroupKind, const char*> groups[] = {
        {GroupKind::plain, "<div><p>x</p></div>"},
        {GroupKind::section, "<section><p>x</p></section>"},
        {GroupKind::aside, "<aside role=\"note\"><p>x</p></aside>"},
        {GroupKind::verse, "<div class=\"verse\"><p>x</p></div>"},
        {GroupKind::byline, "<div class=\"byline\"><p>x</p></div>"},
    };
    for (const auto& [kind, expected] : groups) {
        Group group;
        group.kind = kind;
        group.content = {paragraph("x")};
        EXPECT_EQ(body_of(group), expected);
    }
}

TEST(EpubContent, TablesHaveSectionsScopesSpansAndAlignment) {
    Table table;
    table.caption = {paragraph("Heights")};
    table.columns.resize(2);
    table.columns[1].alignment = Alignment::right;
    table.sections = {section(SectionKind::foot, {{cell("sum"), cell("3")}}),
                      section(SectionKind::head, {{cell("port", true), cell("m", true)}}),
                      section(SectionKind::body, {{cell("a", true), cell("1")}, {cell("b")}}),
                      section(SectionKind::body, {{cell("c"), cell("2")}})};
    table.sections[2].rows[1].cells[0].column_span = 2;
    table.sections[3].rows[0].cells[0].row_span = 9;
    EXPECT_EQ(body_of(table),
              "<table><caption>Heights</caption>"
              "<thead><tr><th scope=\"col\">port</th><th class=\"right\" scope=\"col\">m</th></tr></thead>"
              "<tbody><tr><th scope=\"row\">a</th><td class=\"right\">1</td></tr>"
              "<tr><td colspan=\"2\">b</td></tr></tbody>"
              "<tbody><tr><td>c</td><td class=\"right\">2</td></tr></tbody>"
              "<tfoot><tr><td>sum</td><td class=\"right\">3</td></tr></tfoot></table>");
    table.sections[1].rows[0].cells[0].content.clear();
    EXPECT_NE(body_of(table).find("<thead><tr><td/><th class"), std::string::npos) << "an empty header heads nothing";
    table.caption = {Table()};
    EXPECT_TRUE(body_of(table).starts_with("<div class=\"caption\"><table/></div><table><thead>"))
        << "a caption holds no table";
}

TEST(EpubContent, ImagesAreFilesAndFiguresHoldThem) {
    Figure figure;
    figure.content = {paragraph(Inlines{image("a", "A chart")})};
    figure.caption = {paragraph("Chart one")};
    Document document = article({figure, paragraph(Inlines{image("b", ""), image("c", "A photo")})});
    document.resources["a"] = resource(picture, "image/png");
    document.resources["b"] =
        resource("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/><rect/></svg>", "image/svg+xml");
    document.resources["c"] = resource("BM\x1a\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0\1\0\1\0\1\0\x18\0"sv, "image/bmp");
    const Written written = write_epub(document);
    EXPECT_EQ(
        written.file.body("chapter-1.xhtml"),
        "<figure><img src=\"images/60459ca3a59108b8.png\" alt=\"A chart\"/><figcaption>Chart one</figcaption></figure>"
        "<p><img src=\"images/5c2b874b88901d98.svg\" alt=\"\" role=\"presentation\"/><span class=\"missing-image\">A "
        "photo</span></p>");
    EXPECT_EQ(written.file.bytes("EPUB/images/60459ca3a59108b8.png"), picture);
    EXPECT_EQ(written.file.bytes("EPUB/images/5c2b874b88901d98.svg").find("script"), std::string::npos);
    EXPECT_EQ(written.codes, std::vector<std::string>{"epub.image-type"});
}

TEST(EpubContent, ImagesOfEqualChecksumsAreTwoFiles) {
    // Behind the same beginning both have the same CRC-32 and Adler-32.
    const std::string one = std::string(picture) + "\x43\xE7\x70\x87\x49\xF6\xDB\x28\xB1\x27\x83\x8D";
    const std::string other = std::string(picture) + "\x54\xD4\x33\xC0\x9F\x28\xE9\xDB\x7F\x55\x85\x4C";
    Document document = article({paragraph(Inlines{image("a", "A"), image("b", "B"), image("c", "C")})});
    document.resources["a"] = resource(one, "image/png");
    document.resources["b"] = resource(other, "image/png");
    document.resources["c"] = resource(one, "image/png");
    const EpubFile file = write_epub(document).file;
    std::multiset<std::string> contents;
    for (const std::string& name : file.names())
        if (name.starts_with("EPUB/images/")) contents.insert(file.bytes(name));
    EXPECT_EQ(contents, (std::multiset<std::string>{one, other}));
}

TEST(EpubContent, MissingImagesKeepTheirWordsAndTheirSource) {
    EXPECT_EQ(inline_of(image("", "A map", "https://example.org/map.png")),
              "<span class=\"missing-image\"><a href=\"https://example.org/map.png\">A map</a></span>");
    EXPECT_EQ(inline_of(image("", "A map", "map.png")), "<span class=\"missing-image\">A map</span>");
    EXPECT_EQ(inline_of(image("", "", "https://example.org/line.png")), "") << "decoration";
    EXPECT_EQ(inline_of(image("", std::nullopt, "map.png")), "<span class=\"missing-image\">map.png</span>");
}

TEST(EpubContent, EveryNodeKindInOneFileAndInMany) {
    write_epub(every_node());
    write_epub(every_node(), {{"split-level", "6"}, {"split-size", "1"}});
}

}  // namespace offprint::testing
