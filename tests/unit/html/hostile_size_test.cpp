// Pages made to cost more than they weigh. What they may cost is a count: nodes, bytes of the parser, diagnostics. The
// deadline only tells what would otherwise run for minutes.
#include "html_case.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/walk.hpp"

namespace offprint::testing {
namespace {

constexpr std::uint64_t megabyte = 1 << 20;

std::string repeat(std::string_view text, std::size_t count) {
    std::string result;
    result.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

struct Cost {
    std::size_t nodes = 0;
    std::size_t diagnostics = 0;
    bool flattened = false;
};

/// Fails the test beyond `parser_bytes` of the parser's memory.
Cost cost_of(const std::string& page, std::uint64_t parser_bytes = 64 * megabyte) {
    ContextSettings settings;
    settings.limits.seconds = 20;
    settings.limits.parser_bytes = parser_bytes;
    Context context(settings);
    Cost cost;
    try {
        const Document document = Converter(registry()).read(*open_memory(page), {"html", {}, {}, {}}, context);
        walk(document, [&](const auto&) { ++cost.nodes; });
    } catch (const Error& error) {
        ADD_FAILURE() << page.substr(0, 60) << ": " << error.full_message();
    }
    cost.diagnostics = context.diagnostics().size();
    for (const Diagnostic& diagnostic : context.diagnostics())
        cost.flattened |= diagnostic.code == "html.depth-flattened";
    return cost;
}

const std::vector<std::string> nesting_elements = {
    "a",        "abbr",    "address",    "applet",   "article",  "aside",      "audio",    "b",        "bdi",
    "bdo",      "big",     "blockquote", "button",   "canvas",   "caption",    "center",   "cite",     "code",
    "colgroup", "data",    "datalist",   "dd",       "del",      "details",    "dfn",      "dialog",   "dir",
    "div",      "dl",      "dt",         "em",       "fieldset", "figcaption", "figure",   "font",     "footer",
    "form",     "h1",      "h6",         "header",   "hgroup",   "i",          "ins",      "kbd",      "label",
    "legend",   "li",      "listing",    "main",     "map",      "mark",       "marquee",  "math",     "menu",
    "meter",    "nav",     "nobr",       "noscript", "object",   "ol",         "optgroup", "option",   "output",
    "p",        "picture", "pre",        "progress", "q",        "rb",         "rp",       "rt",       "rtc",
    "ruby",     "s",       "samp",       "section",  "select",   "small",      "span",     "strike",   "strong",
    "sub",      "summary", "sup",        "svg",      "table",    "tbody",      "td",       "template", "tfoot",
    "th",       "thead",   "time",       "tr",       "tt",       "u",          "ul",       "unknown",  "var",
    "video"};

class Nesting : public ::testing::TestWithParam<std::string> {};

TEST_P(Nesting, OfAHundredThousand) {
    const std::string open = "<" + GetParam() + ">";
    const std::string close = "</" + GetParam() + ">";
    constexpr std::size_t many = 100'000;
    for (const std::string& page : {repeat(open, many) + "deep", repeat(open, many) + "deep" + repeat(close, many)}) {
        const Cost cost = cost_of(page);
        EXPECT_LE(cost.nodes, many + 10);
        EXPECT_LE(cost.diagnostics, 300U);
    }
}

INSTANTIATE_TEST_SUITE_P(HtmlHostileSize, Nesting, ::testing::ValuesIn(nesting_elements));

/// Each pair leaves an element open although an end tag seems to close it.
TEST(HtmlHostileSize, NestingThatLooksClosed) {
    const std::vector<std::string> units = {
        "<rt>",
        "<option><span>",
        "<ruby><rt><span>",
        "<x-a></x-b>",
        "<b><marquee></b>",
        "<div><marquee></div>",
        "<form><div></form>",
        "<li><ul></li>",
        "<td><div></td>",
        "<tbody><i></tbody>",
        "<caption><div></caption>",
        "<body><div></body>",
        "<head><div></head>",
        "<html><div></html>",
        "<frameset><div></frameset>",
        "<noscript><div></noscript>",
        "<ruby><b></ruby>",
        "<button><b></button>",
        "<svg><b></svg>",
        "<p><marquee><section></section>",
        "<p><svg><desc><section></section>",
        "<div><noembed></div></noembed>",
        "<audio><i></audio>",
        "<div><i></div><span></span>",
        "<svg><desc><div><title></div></title>",
        "<div><svg><![CDATA[></svg></div>]]>",
    };
    constexpr std::size_t many = 30'000;
    for (const std::string& unit : units) {
        cost_of(repeat(unit, many) + repeat("</x-z>", many), 128 * megabyte);
        cost_of(repeat(unit, many) + repeat("<div></div>", many), 128 * megabyte);
    }
    cost_of("<svg>" + repeat("<td>", many) + repeat("</x-z>", many));
    cost_of("<svg><p>" + repeat("<div><title></div></title>", many) + repeat("<div></div>", many), 128 * megabyte);
    cost_of("<ruby>" + repeat("<rt><span>", many) + repeat("</x-z>", many));
}

TEST(HtmlHostileSize, MisnestedFormatting) {
    EXPECT_LE(cost_of("<p>" + repeat("<b><i>x</b>", 3000) + "y").nodes, 50'000U);
    EXPECT_LE(cost_of(repeat("<b><i><u>", 1000) + repeat("<p>x</b>", 3000)).nodes, 200'000U);
    EXPECT_LE(cost_of(repeat("<a href=#><b>", 2000) + repeat("x</a>", 2000)).nodes, 50'000U);
    EXPECT_LE(cost_of(repeat("<table><b>", 400) + repeat("<tr>x</b>", 3000)).nodes, 50'000U);
}

TEST(HtmlHostileSize, BombsOfStylesHitTheParsersLimit) {
    std::string bomb;
    for (int i = 0; i < 12'000; ++i) bomb += "<p><b id=" + std::to_string(i) + ">x";
    ContextSettings settings;
    settings.limits.parser_bytes = 32 * megabyte;
    Context context(settings);
    try {
        Converter(registry()).read(*open_memory(bomb), {"html", {}, {}, {}}, context);
        ADD_FAILURE() << "accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
    }
}

TEST(HtmlHostileSize, Attributes) {
    std::string tag = "<p";
    for (int i = 0; i < 100'000; ++i) tag += " a" + std::to_string(i) + "=1";
    EXPECT_TRUE(cost_of(tag + ">x").flattened);
    EXPECT_EQ(cost_of("<p " + repeat("a=1 ", 100'000) + ">x").nodes, 2U);
    const std::string value = repeat("x y;z:", 5 * megabyte / 6);
    for (const char* name : {"title", "class", "style", "id", "href", "src", "srcset", "alt", "lang", "data-x"})
        EXPECT_LE(cost_of("<p><a " + std::string(name) + "='" + value + "'>x</a>").nodes, 3U) << name;
    const std::string vast = repeat(value, 10);
    EXPECT_LE(cost_of("<p class='" + vast + "'><a title='" + vast + "'>x</a>", 512 * megabyte).nodes, 3U);
}

TEST(HtmlHostileSize, InlineData) {
    const std::string list = "{\"@type\":\"Article\",\"keywords\":[" + repeat("\"word\",", 500'000) + "\"\"]}";
    const std::string deep = repeat("{\"@graph\":[", 100'000) + repeat("]}", 100'000);
    for (const std::string& json : {list, deep, repeat("[", 1'000'000), repeat("{\"a\":", 300'000), "\"" + list})
        for (const char* type : {"application/ld+json", "application/json", "text/x-template"})
            EXPECT_EQ(cost_of("<script type='" + std::string(type) + "'>" + json + "</script><p>x").nodes, 2U) << type;
}

TEST(HtmlHostileSize, ManyOfEach) {
    const std::vector<std::string> units = {"<p>x",
                                            "x<br><br>",
                                            "<img src=a.png>",
                                            "<a href=b>c</a> ",
                                            "<h2 id=d>e</h2>",
                                            "<ul><li>f</ul>",
                                            "<dl><dt>g</dl>",
                                            "<table><td>h</table>",
                                            "<tr><td>i",
                                            "<pre>j</pre>",
                                            "<hr>",
                                            "<figure>k</figure>",
                                            "<blockquote>l</blockquote>",
                                            "<sup><a href=#n>1</a></sup>",
                                            "<p id=n>m",
                                            "<svg></svg>",
                                            "<math></math>",
                                            "<iframe src=o></iframe>",
                                            "<video src=p></video>",
                                            "<time datetime=1999>",
                                            "<meta name=author content=q>",
                                            "<link rel=canonical href=r>",
                                            "<div class='related share'>s</div>",
                                            "<p style='display:none'>t</p>",
                                            "<ruby>u<rt>v</ruby>",
                                            "<details>w</details>",
                                            "<span lang=de>y</span>",
                                            "<script type='application/ld+json'>{}</script>",
                                            "<nav><a href=z>1</a></nav>",
                                            "<li id=a>2",
                                            "<wbr>3"};
    constexpr std::size_t many = 20'000;
    for (const std::string& unit : units) EXPECT_LE(cost_of(repeat(unit, many)).nodes, 8 * many) << unit;
}

TEST(HtmlHostileSize, ArraysInArraysOfJsonLd) {
    constexpr int deep = 200'000;
    const std::string json =
        R"({"@type":"Article","headline":"A","hasPart":)" + std::string(deep, '[') + std::string(deep, ']') + "}";
    const Document document =
        read_only("html", "<script type='application/ld+json'>" + json + "</script><h1>A</h1><p>b").document;
    EXPECT_FALSE(document.content.empty());
}

TEST(HtmlHostileSize, FormulasDrawnWithoutASource) {
    std::string page = "<p>";
    for (int i = 0; i < 100'000; ++i) page += "<span class=katex-html>x</span>";
    EXPECT_FALSE(read_only("html", page).document.content.empty());
}

TEST(HtmlHostileSize, PartsAndSlotsByTheThousand) {
    constexpr std::size_t many = 20'000;
    const std::string hosts = repeat("<x-a><template shadowrootmode=open><slot></slot><slot></slot></template>", many);
    EXPECT_LT(cost_of(hosts + "<p>a</p>").nodes, 10u);
    const std::string slots = repeat("<slot></slot>", many) + "</template>" + repeat("<i>b</i>", many) + "</x-a>";
    EXPECT_LT(cost_of("<x-a><template shadowrootmode=open>" + slots).nodes, 3 * many);
    const std::string parts = repeat("<template id=B:0></template><p>a<div hidden id=S:0></div>", many);
    EXPECT_LT(cost_of(parts + "<script>$RC(\"B:0\",\"S:0\")</script>").nodes, 3 * many);
}

}  // namespace
}  // namespace offprint::testing
