#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>

#include "offprint/walk.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

Paragraph paragraph(Inlines content) {
    Paragraph node;
    node.content = std::move(content);
    return node;
}

Paragraph paragraph(std::string text) {
    return paragraph(Inlines{Text(std::move(text))});
}

/// What stands in the page without the head and the title block.
std::string fragment(const Document& document) {
    return testing::write("html", document, {{"standalone", "false"}});
}

std::string fragment(Blocks content) {
    Document document;
    document.content = std::move(content);
    return fragment(document);
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

NoteRef note_ref(std::size_t note) {
    NoteRef node;
    node.note = note;
    return node;
}

Link link(std::string url, std::string text) {
    Link node;
    node.url = std::move(url);
    node.content = {Text(std::move(text))};
    return node;
}

/// A document with one image, one transparent pixel.
Document with_image(int times) {
    const std::string gif("GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\4\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\1D\0;", 42);
    Document document;
    document.resources["dot"] = {std::make_shared<const std::string>(gif), "image/gif", "", 1, 1};
    Image image;
    image.resource = "dot";
    image.source = "https://a.example/dot.gif";
    image.alt = "a \"dot\"";
    for (int i = 0; i < times; ++i) document.content.emplace_back(paragraph(Inlines{image}));
    return document;
}

TEST(HtmlWriter, IsHtmlAndNotXml) {
    Image missing;
    missing.source = "https://a.example/lost.png";
    missing.alt = "lost";
    CodeBlock code;
    code.text = "a < b && c > \"d\"";
    EXPECT_EQ(fragment({paragraph(Inlines{Text("A < B & C\u00A0D"), LineBreak{}, missing}), Rule{}, code}),
              "<p>A &lt; B &amp; C\u00A0D<br><span class=\"missing-image\"><a "
              "href=\"https://a.example/lost.png\">lost</a></span></p>\n<hr>\n"
              "<pre><code>a &lt; b &amp;&amp; c &gt; \"d\"</code></pre>\n");
}

TEST(HtmlWriter, ThePageSaysWhatItIs) {
    Document document;
    document.metadata.title = "Tea & \"Salt\"";
    document.metadata.language = "ar";
    document.attributes.ensure().direction = Direction::right_to_left;
    document.metadata.contributors = {{"Mara Lind", "author", "", ""}, {"Bo", "editor", "", ""}};
    document.metadata.source_url = "https://news.example/tea";
    document.metadata.published = Date{2023, 11, 5, {}};
    document.content = {paragraph("Words.")};
    const std::string page = testing::write("html", document);
    EXPECT_TRUE(
        page.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n"));
    for (const char* part :
         {"<title>Tea &amp; \"Salt\"</title>", "<meta name=\"author\" content=\"Mara Lind\">",
          "<link rel=\"canonical\" href=\"https://news.example/tea\">", "default-src 'none'",
          "<body class=\"rtl upright\">", "property=\"article:published_time\" content=\"2023-11-05\"",
          "<h1 class=\"title\">Tea &amp; \"Salt\"</h1>"})
        EXPECT_TRUE(holds(page, part)) << part;
    EXPECT_FALSE(holds(page, "content=\"Bo\""));
    EXPECT_FALSE(holds(page, "<script"));
    EXPECT_FALSE(holds(page, "xmlns"));
}

TEST(HtmlWriter, AStyleSheetOfTheUsersEndsWithItsElement) {
    const std::string page =
        testing::write("html", Document{}, {{"css", "p { content: \"</style><script>\" }"}, {"extra-css", "b {}"}});
    EXPECT_TRUE(holds(page, "<style>p { content: \"<\\/style><script>\" }\nb {}</style>"));
}

TEST(HtmlWriter, ImagesAreInThePage) {
    const std::string page = fragment(with_image(2));
    EXPECT_EQ(count(page,
                    "<img src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\" "
                    "alt=\"a &quot;dot&quot;\">"),
              2U);
}

TEST(HtmlWriter, AnImageThatIsShownWithoutEndDoesNotMakeThePageEndless) {
    ContextSettings settings;
    settings.limits.resource_bytes = 100;
    Context context(settings);
    std::string page;
    const auto sink = create_memory(page);
    Converter(testing::registry()).write(with_image(50), *sink, {.format = "html", .options = {}}, context);
    sink->commit();
    EXPECT_EQ(count(page, "data:image/gif"), 2U);
    EXPECT_EQ(count(page, ">a \"dot\"<"), 48U);
    EXPECT_EQ(context.diagnostics().front().code, "html.image-repeated");
}

TEST(HtmlWriter, NotesAndReferencesLeadToEachOther) {
    Document document;
    document.content = {paragraph(Inlines{Text("a"), note_ref(1), Text("b"), note_ref(0), Text("c"), note_ref(1)})};
    document.notes.resize(3);
    document.notes[0].content = {paragraph(Inlines{Text("zero"), note_ref(2)})};
    document.notes[1].content = {paragraph("one")};
    document.notes[2].content = {CodeBlock{}};
    EXPECT_EQ(fragment(document),
              "<p>a<sup><a id=\"noteref-1\" href=\"#note-2\" role=\"doc-noteref\">1</a></sup>"
              "b<sup><a id=\"noteref-2\" href=\"#note-1\" role=\"doc-noteref\">2</a></sup>"
              "c<sup><a id=\"noteref-3\" href=\"#note-2\" role=\"doc-noteref\">1</a></sup></p>\n"
              "<section class=\"notes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n"
              "<li id=\"note-2\" class=\"note\">\n<p>one <a href=\"#noteref-1\" role=\"doc-backlink\">↩︎</a> "
              "<a href=\"#noteref-3\" role=\"doc-backlink\">↩︎2</a></p>\n</li>\n"
              "<li id=\"note-1\" class=\"note\">\n<p>zero<sup><a id=\"noteref-4\" href=\"#note-3\" "
              "role=\"doc-noteref\">3</a></sup> <a href=\"#noteref-2\" role=\"doc-backlink\">↩︎</a></p>\n</li>\n"
              "<li id=\"note-3\" class=\"note\">\n<pre><code></code></pre>\n<p><a href=\"#noteref-4\" "
              "role=\"doc-backlink\">↩︎</a></p>\n</li>\n</ol>\n</section>\n");
}

TEST(HtmlWriter, NoIdIsGivenTwice) {
    Document document;
    Paragraph own = paragraph(Inlines{note_ref(0)});
    own.attributes.ensure().id = "noteref-1";
    Paragraph other = paragraph(Inlines{link("#noteref-1", "there"), link("#nowhere", "lost"), link("#ü%", "umlaut")});
    other.attributes.ensure().id = "note-1";
    Paragraph umlaut = paragraph("x");
    umlaut.attributes.ensure().id = "ü%";
    document.content = {own, other, umlaut};
    document.notes.resize(1);
    const std::string page = fragment(document);
    for (const char* part : {"id=\"noteref-1\"", "id=\"noteref-1-\"", "id=\"note-1\"", "id=\"note-1-\"", "id=\"ü%\""})
        EXPECT_EQ(count(page, part), 1U) << part;
    EXPECT_TRUE(holds(page, "<a href=\"#noteref-1\">there</a>lost<a href=\"#%C3%BC%25\">umlaut</a>"));
}

TEST(HtmlWriter, RowsInWhichNoCellBeginsAreNotWritten) {
    Table table;
    table.sections.resize(1);
    table.sections[0].rows.resize(4);
    const auto cell = [](std::string text, int rows) {
        TableCell made;
        made.row_span = rows;
        made.content = {paragraph(std::move(text))};
        return made;
    };
    table.sections[0].rows[0].cells = {cell("a", 2), cell("b", 4)};
    table.sections[0].rows[2].cells = {cell("c", 2)};
    EXPECT_EQ(fragment({table}),
              "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td rowspan=\"2\">b</td>\n</tr>\n<tr>\n<td>c</td>\n</tr>\n</tbody>\n"
              "</table>\n");
}

TEST(HtmlWriter, TheTitlesIdIsWhereTheTitleIs) {
    Document document;
    document.metadata.title = "Tea";
    document.attributes.ensure().id = "top";
    document.content = {paragraph(Inlines{link("#top", "up")})};
    EXPECT_TRUE(holds(testing::write("html", document), "<p><a href=\"#top\">up</a></p>"));
    EXPECT_EQ(fragment(document), "<p>up</p>\n");
}

TEST(HtmlWriter, ABookHasContentsAndNotesOfEachArticle) {
    std::vector<Document> articles(2);
    for (Document& article : articles) {
        article.metadata.title = &article == articles.data() ? "First" : "Second";
        article.content = {paragraph(Inlines{Text("Words"), note_ref(0)})};
        article.notes.resize(1);
        article.notes[0].content = {paragraph("A note.")};
    }
    const std::string page = testing::write("html", make_book(articles));
    EXPECT_EQ(count(page, "<article"), 2U);
    EXPECT_EQ(count(page, "role=\"doc-endnotes\""), 2U);
    EXPECT_EQ(count(page, ">1</a></sup>"), 2U) << "numbers begin anew";
    EXPECT_TRUE(holds(page, "<nav role=\"doc-toc\">"));
    EXPECT_TRUE(holds(page, ">Second</a>"));
}

TEST(HtmlWriter, LoadsNothingWhateverTheDocumentSays) {
    Document document;
    Image remote;
    remote.source = "https://a.example/x.png";
    remote.alt = "";
    Styled styled;
    styled.style = Style::span;
    styled.attributes.ensure().extra = {{"onclick", "alert(1)"}, {"style", "background:url(https://a.example/)"}};
    styled.content = {Text("x")};
    Math math;
    math.tex = "x";
    math.mathml = "<math><mi href=\"javascript:alert(1)\">x</mi><script>alert(1)</script></math>";
    document.content = {paragraph(Inlines{remote, styled, math, link("javascript:alert(1)", "y")})};
    const std::string page = fragment(document);
    for (const char* part : {"alert", "<img", "style=", "onclick", "script"}) EXPECT_FALSE(holds(page, part)) << page;
}

TEST(HtmlWriter, WritesEveryNodeAndReadsItAgain) {
    const Document document = testing::every_node();
    const std::string page = testing::write("html", document);
    EXPECT_EQ(page, testing::write("html", document));
    const Document back = testing::read_article("html", page, {{"article", "never"}}).document;
    EXPECT_EQ(back.notes.size(), document.notes.size());
    EXPECT_EQ(back.metadata.title, document.metadata.title);
    EXPECT_EQ(back.metadata.source_url, document.metadata.source_url);
    EXPECT_EQ(back.metadata.published, document.metadata.published);
    EXPECT_EQ(back.metadata.language, document.metadata.language);
}

}  // namespace
}  // namespace offprint
