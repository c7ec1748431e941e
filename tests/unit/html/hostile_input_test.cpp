#include "html_case.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/walk.hpp"

namespace offprint::testing {
namespace {

Options html_options() {
    Options options;
    for (const OptionInfo& option : registry()->format("html").reader_options)
        options.set(option.name, option.default_value);
    return options;
}

std::string repeat(std::string_view text, std::size_t count) {
    std::string result;
    result.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

Document read_with(const ContextSettings& settings, const std::string& markup) {
    Context context(settings);
    return registry()->make_reader("html")->read(*open_memory(markup), html_options(), context);
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

TEST(HtmlHostile, EveryMemoryFailureNamesTheLimit) {
    // The character reference makes a second copy of the value, after the parser took what it wanted.
    const std::string markup = "<p title='&#1;" + repeat("x", 1000000) + "'>hi";
    int failures = 0;
    for (std::uint64_t budget = 500'000; budget < 12'000'000; budget += 250'000) {
        ContextSettings settings;
        settings.limits.parser_bytes = budget;
        try {
            read_with(settings, markup);
        } catch (const Error& error) {
            ++failures;
            EXPECT_EQ(error.code(), ErrorCode::limit_exceeded) << budget;
            EXPECT_NE(error.full_message().find("--limit parser"), std::string::npos) << error.full_message();
        }
    }
    EXPECT_GT(failures, 0);
}

TEST(HtmlHostile, LongAddressesAreNotMultiplied) {
    const std::string address = "http://a.example/" + repeat("x", 20000);
    const ReadResult around = read_only("html", "<a href='" + address + "'>" + repeat("<p>w", 100));
    EXPECT_EQ(outline(around.document).substr(0, 10), "p(w) p(w) ");
    EXPECT_TRUE(around.reported("html.link-dropped"));
    const ReadResult base = read_only("html", "<base href='" + address + "/'><a href=b>w</a>");
    EXPECT_EQ(outline(base.document), "p(w)");
    EXPECT_EQ(base.document.base_url, "");
    EXPECT_TRUE(base.reported("html.link-dropped"));
    const ReadResult id =
        read_only("html", "<a href='#" + address + "'>" + repeat("<p>w", 10) + "<p id='" + address + "'>w");
    EXPECT_TRUE(id.reported("html.link-dropped"));
}

TEST(HtmlHostile, LongTitlesAreCut) {
    const ReadResult result =
        read_only("html", "<p><a href='http://a.example/' title='" + repeat("x", 20000) + "'>w</a>");
    const auto& paragraph = std::get<Paragraph>(result.document.content.at(0));
    EXPECT_EQ(std::get<Link>(paragraph.content.at(0)).title.size(), 1024U);
    EXPECT_TRUE(result.reported("html.title-shortened"));
}

TEST(HtmlHostile, NothingIsReadAgainForEveryElement) {
    ContextSettings settings;
    settings.limits.seconds = 10;
    const std::vector<std::string> pages = {
        // references to an element with many links
        repeat("<p><sup><a href=#x>1</a></sup></p>", 20000) + "<div id=x>" + repeat("<a href=#y>z</a> ", 20000),
        // a long title, and headings to compare with it
        "<title>" + repeat("low tide ", 100000) + "</title><nav>n</nav><p>Text." + repeat("<h2>Low tide</h2>", 5000),
        // names around code
        "<div class='" + repeat("x y ", 200000) + "'>" + repeat("<pre>x</pre>", 5000),
        // code in code without any text
        repeat(repeat("<code><pre>", 200), 200),
        // raised numbers behind nothing, formulas that never end, links in one heading
        "<p>" + repeat("<i></i>", 50000) + repeat("<sup>1</sup>", 50000),
        "<script src=mathjax></script><p>" + repeat("\\(x\\) $ ", 50000) + repeat("\\(", 50000),
        "<h2>" + repeat("<a href=#x>z</a> ", 30000) + "</h2><p id=x>y",
        // pull quotes, each looked for in all the text
        repeat("ab ", 100000) + repeat("<div class=pullquote>" + repeat("ab", 40) + "</div>", 10000),
        // decorated back-links
        "<p><sup><a href=#n id=r>1</a></sup><ol><li id=n>" + repeat("<span>", 400) + repeat("<a href=#r>^</a>", 30000),
    };
    for (const std::string& markup : pages) EXPECT_NO_THROW(read_with(settings, markup)) << markup.substr(0, 40);
}

}  // namespace
}  // namespace offprint::testing
