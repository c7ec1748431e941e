#include "html_case.hpp"
#include "offprint/walk.hpp"

namespace offprint::testing {
namespace {

std::string repeat(std::string_view text, std::size_t count) {
    std::string result;
    result.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

TEST(HtmlHostile, DepthIsFlattened) {
    for (const char* tag : {"div", "b", "span", "ul", "li", "table", "td", "blockquote", "font", "a", "section", "svg",
                            "math", "button", "dl", "dd", "ruby", "object", "x-y"}) {
        const ReadResult result = read_only("html", repeat("<" + std::string(tag) + ">", 20000) + "deep");
        EXPECT_LE(result.diagnostics.size(), 200U) << tag;
    }
    const ReadResult result =
        read_only("html", repeat("<div>", 200000) + "deep" + repeat("</div>", 200000) + "<p>after");
    EXPECT_EQ(outline(result.document), "p(deep) p(after)");
    EXPECT_TRUE(result.reported("html.depth-flattened"));
}

TEST(HtmlHostile, OmittedEndTagsAreNoDepth) {
    const ReadResult result = read_only("html", "<ul>" + repeat("<li>a", 2000) + "</ul>" + repeat("<p>b", 2000) +
                                                    "<table>" + repeat("<tr><th>c<td>d", 2000) + "</table>");
    EXPECT_FALSE(result.reported("html.depth-flattened"));
    EXPECT_EQ(result.document.content.size(), 2002U);
}

TEST(HtmlHostile, MisnestingIsBounded) {
    read_only("html", "<p>" + repeat("<b><i>x</b>", 3000) + "y");
    read_only("html", "<p>" + repeat("<b>", 3000) + repeat("<i>", 3000) + "x" + repeat("</b></i>", 3000));
    // Open styles begin anew in every block; as many as authors use, not as many as an attacker can write.
    const Document document =
        read_only("html", repeat("<font><b><i lang=de><i lang=en>", 120) + repeat("<div>x</div>", 5000)).document;
    std::size_t nodes = 0;
    walk(document.content, [&](const auto&) { ++nodes; });
    EXPECT_LT(nodes, 200000U);
}

TEST(HtmlHostile, TheParserStaysWithinItsBudget) {
    std::string bomb;
    for (int i = 0; i < 12000; ++i) bomb += "<p><b id=" + std::to_string(i) + ">x";
    try {
        read_only("html", bomb);
        ADD_FAILURE() << "accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
    }
}

TEST(HtmlHostile, UnclosedAndEndless) {
    const std::vector<std::string> pages = {"<p>hi<!-- " + repeat("x", 100000),
                                            "<p>hi<script>" + repeat("x", 100000),
                                            "<p>hi" + repeat("<!--", 30000),
                                            "<p>hi" + repeat("<", 100000),
                                            "<p>hi<textarea>" + repeat("x", 100000),
                                            "<p>hi &",
                                            "<p>hi <a href='",
                                            "<p title='" + repeat("x", 1000000) + "'>hi"};
    for (const std::string& markup : pages) {
        const std::string text = outline(read_only("html", markup).document);
        EXPECT_EQ(text.substr(0, 4), "p(hi") << markup.substr(0, 20);
    }
}

TEST(HtmlHostile, ManyAttributes) {
    std::string tag = "<p id=first";
    for (int i = 0; i < 100000; ++i) tag += " a" + std::to_string(i) + "=1";
    const ReadResult result = read_only("html", tag + ">x</p>");
    EXPECT_EQ(outline(result.document), "p#first(x)");
    EXPECT_TRUE(result.reported("html.depth-flattened"));
}

TEST(HtmlHostile, ForbiddenCharacters) {
    using namespace std::string_literals;
    const ReadResult result = read_only("html", "<p>a\0b\x0C c\xEF\xBF\xBE &#1;&#xFFFE;&#0;d</p>"s);
    const std::string text = outline(result.document);
    EXPECT_EQ(text.find('\0'), std::string::npos);
    EXPECT_EQ(text.find('\x01'), std::string::npos);
    EXPECT_TRUE(result.reported("encoding.forbidden-characters"));
}

TEST(HtmlHostile, NoMarkupAtAll) {
    EXPECT_EQ(outline(read_only("html", "plain words").document), "p(plain words)");
    EXPECT_EQ(outline(read_only("html", "<frameset><frame src=x></frameset>").document), "");
    EXPECT_EQ(outline(read_only("html", "<script>only()</script>").document), "");
    EXPECT_THROW(read_only("html", "%PDF-1.4 not a page"), Error);
}

}  // namespace
}  // namespace offprint::testing
