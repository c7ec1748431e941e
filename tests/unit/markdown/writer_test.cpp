// What of the model becomes what of Markdown.
#include <gtest/gtest.h>

#include <memory>

#include "offprint/byte_sink.hpp"
#include "offprint/text.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

/// The Markdown of a page of HTML, read as it stands.
std::string from_html(std::string html, const OptionValues& options = {}) {
    return write("markdown", read_article("html", std::move(html), {{"article", "never"}}).document, options);
}

Styled styled(Style style, Inlines content) {
    Styled node;
    node.style = style;
    node.content = std::move(content);
    return node;
}

std::string written(Inlines content) {
    Document document;
    Paragraph paragraph;
    paragraph.content = std::move(content);
    document.content.emplace_back(std::move(paragraph));
    return write("markdown", document);
}

std::string written(std::string text) {
    return written(Inlines{Text(std::move(text))});
}

TEST(MarkdownWriter, EscapesWhatWouldBeAMarkAndNoMore) {
    const std::pair<const char*, const char*> cases[] = {
        {"snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4\n"},
        {"*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`\n"},
        {"[1] and [a](b)", "[1] and [a\\](b)\n"},
        {"[^1] no note", "\\[^1] no note\n"},
        {"a < b, <b> & &amp; AT&T", "a < b, \\<b> & \\&amp; AT&T\n"},
        {"C:\\new \\* end\\", "C:\\new \\\\\\* end\\\\\n"},
        {"# no heading", "\\# no heading\n"},
        {"#1 is fine", "#1 is fine\n"},
        {"- no item", "\\- no item\n"},
        {"1986. What a year", "1986\\. What a year\n"},
        {"> no quote", "\\> no quote\n"},
        {"---", "\\---\n"},
        {"$5", "$5\n"},
        {"$5 or $6", "\\$5 or \\$6\n"},
        {"~5 or ~~6~~", "~5 or \\~\\~6\\~\\~\n"},
        {"see https://a.example, www.b.example or c@d.example",
         "see https\\://a.example, www\\.b.example or c\\@d.example\n"},
        {"wow!", "wow!\n"},
        {"[ ] no task", "\\[ ] no task\n"},
        {"[!note] no callout", "[\\!note] no callout\n"},
        {": no definition", "\\: no definition\n"},
        {":-)", ":-)\n"},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(written(text), expected) << text;
}

TEST(MarkdownWriter, EmphasisHoldsWhereverItStands) {
    const auto em = [](const char* text) { return styled(Style::emphasis, {Text(text)}); };
    const auto strong = [](Inlines content) { return styled(Style::strong, std::move(content)); };
    EXPECT_EQ(written(Inlines{Text("a "), em("b"), Text(" c")}), "a *b* c\n");
    EXPECT_EQ(written(Inlines{Text("a"), em("b"), Text("c")}), "a*b*c\n");
    EXPECT_EQ(written(Inlines{em("a"), em("b")}), "_a_*b*\n");
    EXPECT_EQ(written(Inlines{Text("a"), strong({Text("(b)")}), Text("c")}), "a<strong>(b)</strong>c\n");
    EXPECT_EQ(written(Inlines{Text("\u3053\u308C\u306F"), strong({Text("\u300C\u5F37\u300D")}), Text("\u3067")}),
              "\u3053\u308C\u306F<strong>\u300C\u5F37\u300D</strong>\u3067\n");
    EXPECT_EQ(written(Inlines{Text("\u3053"), strong({Text("\u5F37")}), Text("\u3067")}), "\u3053**\u5F37**\u3067\n");
    EXPECT_EQ(written(Inlines{strong({em("a")})}), "**_a_**\n");
    EXPECT_EQ(written(Inlines{Text("x"), strong({Text(" a ")}), Text("y")}), "x **a** y\n");
    EXPECT_EQ(written(Inlines{styled(Style::strike, {Text("a")}), styled(Style::keyboard, {Text("b")})}),
              "~~a~~<kbd>b</kbd>\n");
}

TEST(MarkdownWriter, CodeHasFencesThatItDoesNotHold) {
    Code code;
    code.text = "a `` b`";
    CodeBlock block;
    block.text = "```\nx";
    block.language = "c++";
    Document document;
    Paragraph paragraph;
    paragraph.content = {code};
    document.content = {paragraph, block};
    EXPECT_EQ(write("markdown", document), "``` a `` b` ```\n\n````c++\n```\nx\n````\n");
}

TEST(MarkdownWriter, CodeThatLooksLikeALinksLabelMakesNoDefinition) {
    Code code;
    code.text = "a]: b";
    Link link;
    link.url = "https://a.example/";
    link.content = {Text("see "), code};
    const std::string text = written(Inlines{link});
    EXPECT_EQ(plain_text(read_article("markdown", text).document.content), "see a]: b") << text;
}

TEST(MarkdownWriter, ListsSideBySideStayApart) {
    EXPECT_EQ(from_html("<ul><li>a<ul><li>b</ul></ul><ul><li>c</ul><ol start=3><li>d</ol><ol><li>e<p>f<li>g</ol>"),
              "- a\n  - b\n\n+ c\n\n3. d\n\n1) e\n\n   f\n\n2) g\n");
}

TEST(MarkdownWriter, WhatMarkdownLacksIsHtmlWithMarkdownInside) {
    EXPECT_EQ(from_html("<ol type=a reversed><li>x</ol>"), "<ol reversed type=\"a\">\n<li>x</li>\n</ol>\n");
    EXPECT_EQ(from_html("<dl><dt>Term<dd>said <em>so</em></dl>"),
              "<dl>\n<dt>Term</dt>\n<dd>\n\nsaid *so*\n\n</dd>\n</dl>\n");
    EXPECT_EQ(from_html("<table><tr><td colspan=2>a<td>&lt;b</table>"),
              "<table>\n<tbody>\n<tr>\n<td colspan=\"2\">a</td>\n<td>&lt;b</td>\n</tr>\n</tbody>\n</table>\n");
    EXPECT_EQ(from_html("<p>H<sub>2</sub>O<br><ruby>\u6F22<rt>kan</ruby>"),
              "H<sub>2</sub>O\\\n<ruby>\u6F22<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>\n");
}

TEST(MarkdownWriter, TablesHaveBarsWhereTheyFit) {
    EXPECT_EQ(from_html("<table><tr><th>a|b<th align=right>c<tr><td><code>x|y</code><br>z<td align=right>1</table>"),
              "| a\\|b | c |\n| --- | --: |\n| `x\\|y`<br>z | 1 |\n");
    EXPECT_EQ(from_html("<table><tr><td>a<td>b<tr><td>c<td>d</table>"),
              "|  |  |\n| --- | --- |\n| a | b |\n| c | d |\n");
}

TEST(MarkdownWriter, CalloutsAreThoseOfGithub) {
    EXPECT_EQ(from_html("<div class='admonition warning'><p>Do not.</p></div>"), "> [!WARNING]\n> Do not.\n");
    EXPECT_EQ(from_html("<div class='admonition danger'><p>Do not.</p></div>"), "> [!CAUTION]\n> Do not.\n");
    EXPECT_EQ(from_html("<aside><p>By the way.</p></aside>"), "<aside>By the way.</aside>\n");
}

TEST(MarkdownWriter, LanguagesAreSaidWhereTheyChange) {
    EXPECT_EQ(
        from_html("<html lang=en><p>a<p lang=en>b<div lang=fr><p lang=fr>c <i lang=fr>d</i><p lang=en>e</div>"
                  "<h2 lang=fr><span lang=fr>f</span></h2>"),
        "---\nlang: en\n---\n\na\n\nb\n\n<div lang=\"fr\">\n\nc *d*\n\n<div lang=\"en\">\n\ne\n\n</div>\n\n</div>\n\n"
        "## <span lang=\"fr\">f</span>\n");
}

TEST(MarkdownWriter, NotesStandAtTheEnd) {
    Document document;
    NoteRef first;
    first.note = 1;
    Paragraph paragraph;
    paragraph.content = {Text("a"), first, first, Text(": b")};
    document.content = {paragraph};
    document.notes.resize(2);
    Paragraph words;
    words.content = {Text("words")};
    CodeBlock code;
    code.text = "x\n\ny";
    document.notes[1].content = {words, code};
    document.notes[0].content = {code};
    EXPECT_EQ(write("markdown", document),
              "a[^1][^1]: b\n\n[^1]: words\n\n    ```\n    x\n\n    y\n    ```\n\n[^2]:\n\n    ```\n    x\n\n    y\n   "
              " ```\n");
}

TEST(MarkdownWriter, LinksAndTheirAddresses) {
    EXPECT_EQ(from_html("<p>+1 555<br><a href='mailto:press@b.example'>press@b.example</a>"),
              "+1 555\\\n[press\\@b.example](mailto:press@b.example)\n");
    EXPECT_EQ(from_html("<p><a href='https://a.example/x_(y)' title='A \"T\"'>w [1]</a> <a "
                        "href='https://b.example'>https://b.example</a> "
                        "<a href='mailto:c@d.example'>c@d.example</a>"),
              "[w \\[1\\]](https://a.example/x_(y) \"A \\\"T\\\"\") <https://b.example> <c@d.example>\n");
}

TEST(MarkdownWriter, LinksWithinTheTextLeadToTheNamesOfHeadings) {
    EXPECT_EQ(from_html("<h2 id='the-harbour'>The harbour</h2><h2 id=x>Quay</h2><p id=p>w <a href='#x'>a</a><a "
                        "href='#the-harbour'>b</a><a href='#p'>c</a>"),
              "## The harbour\n\n## <a id=\"x\"></a>Quay\n\n<a id=\"p\"></a>w [a](#x)[b](#the-harbour)[c](#p)\n");
}

TEST(MarkdownWriter, MetadataIsYamlOrTheHeadOfTheText) {
    Document document;
    document.metadata.title = "Tides: a history";
    document.metadata.subtitle = "- and more";
    document.metadata.contributors = {
        {"Ada Quill", "author", "", ""}, {"Bo Lund", "author", "", ""}, {"Cy Moss", "translator", "", ""}};
    document.metadata.published = Date{2024, 2, 29};
    document.metadata.source_url = "https://a.example/t";
    document.metadata.keywords = {"yes", "tides"};
    EXPECT_EQ(
        write("markdown", document),
        "---\ntitle: 'Tides: a history'\nsubtitle: '- and more'\nauthor:\n- Ada Quill\n- Bo Lund\ntranslator: Cy Moss\n"
        "date: 2024-02-29\nurl: https://a.example/t\nkeywords:\n- yes\n- tides\n---\n");
    EXPECT_EQ(write("markdown", document, {{"front-matter", "false"}}),
              "# Tides: a history\n\n\\- and more\n\nAda Quill \u00B7 Bo Lund \u00B7 Cy Moss \u00B7 2024-02-29 \u00B7 "
              "<https://a.example/t>\n");
}

/// A sink that gives addresses to files, as the program's does with --extract-media.
class SinkWithFiles : public ByteSink {
public:
    std::string text;
    std::vector<std::string> files;

    void write(std::string_view bytes) override { text += bytes; }
    void commit() override {}
    std::string add_file(std::string_view name, std::shared_ptr<const std::string>) override {
        files.emplace_back(name);
        return "media/" + std::string(name);
    }
};

TEST(MarkdownWriter, PicturesAreFilesElseTheirAddressElseData) {
    const Document every = every_node();
    Document document;
    document.resources = every.resources;
    Image held;
    held.resource = document.resources.begin()->first;
    held.alt = "a [b]";
    held.title = "T";
    Image remote;
    remote.source = "https://a.example/c.png";
    Paragraph paragraph;
    paragraph.content = {held, Text(" "), remote};
    document.content = {paragraph};
    const std::string text = write("markdown", document);
    EXPECT_TRUE(text.starts_with("![a \\[b\\]](data:image/")) << text;
    EXPECT_TRUE(text.ends_with(" \"T\") ![](https://a.example/c.png)\n")) << text;
    SinkWithFiles sink;
    Context context;
    Converter(registry()).write(document, sink, {"markdown", {}}, context);
    ASSERT_EQ(sink.files.size(), 1U);
    EXPECT_EQ(sink.text, "![a \\[b\\]](media/" + sink.files[0] + " \"T\") ![](https://a.example/c.png)\n");
}

TEST(MarkdownWriter, WhatIsLostIsSaid) {
    Document document;
    Quote quote;
    quote.cite = "https://a.example";
    Paragraph paragraph;
    Math math;
    math.mathml = "<math><mi>x</mi></math>";
    paragraph.content = {math};
    quote.content = {paragraph};
    document.content = {quote};
    Context context;
    std::string bytes;
    const auto sink = create_memory(bytes);
    Converter(registry()).write(document, *sink, {"markdown", {}}, context);
    sink->commit();
    EXPECT_EQ(bytes, "> x\n");
    ASSERT_EQ(context.diagnostics().size(), 2U);
    EXPECT_EQ(context.diagnostics()[0].code, "markdown.math-in-words");
    EXPECT_EQ(context.diagnostics()[1].code, "markdown.quote-source-dropped");
}

}  // namespace

}  // namespace offprint::testing
