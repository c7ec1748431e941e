// Text that a page holds for its scripts or for its subscribers only.
#include "html_case.hpp"

namespace offprint::testing {
namespace {

const std::string first = "The ferry had been tied up since the autumn, and nobody expected her to sail before April.";
const std::string second = "The boat belonged to the bank from now on, and the bank did not know what to do with her.";
const std::string both = first + "\\n\\n" + second + "\\n\\n" + first + "\\n\\n" + second + " " + second + " " + first;
const std::string found =
    "p(" + first + ") p(" + second + ") p(" + first + ") p(" + second + " " + second + " " + first + ")";

std::string json_ld(const std::string& members) {
    return "<script type=application/ld+json>{\"@type\":\"NewsArticle\"," + members + "}</script>";
}

TEST(HtmlScriptText, IsReadWhereThePageAgreesWithIt) {
    const std::string markup = "<p>" + first + "</p><p><b>" + second + "</b></p><script>x()<\\/script>";
    const struct {
        const char* why;
        std::string page;
        std::string outline;
    } cases[] = {
        {"the title",
         "<title>The last ferry</title>" + json_ld("\"headline\":\"The last ferry\",\"articleBody\":\"" + both + "\"") +
             "<p>Turn on scripts.</p>",
         found},
        {"the title and the site's name",
         "<title>The last ferry | Harbour Post</title>" +
             json_ld("\"headline\":\"The last ferry\",\"articleBody\":\"" + both + "\""),
         found},
        {"the description",
         "<meta name=description content='" + first.substr(0, 70) + "…'>" + json_ld("\"articleBody\":\"" + both + "\""),
         found},
        {"the beginning", "<p>" + first + "</p>" + json_ld("\"articleBody\":\"" + both + "\""), found},
        {"a framework's data",
         "<title>The last ferry</title><div id=app></div><script type=application/json>{\"page\":{\"title\":\"The last "
         "ferry\",\"content\":{\"html\":\"" +
             markup + markup + markup + "\"}},\"teasers\":[{\"title\":\"A loan\",\"body\":\"" + both + both + both +
             "\"}]}",
         "p(" + first + ") p(strong(" + second + ")) p(" + first + ") p(strong(" + second + ")) p(" + first +
             ") p(strong(" + second + "))"},
    };
    for (const auto& c : cases) {
        const ReadResult result = read_only("html", c.page);
        EXPECT_EQ(outline(result.document), c.outline) << c.why;
        EXPECT_TRUE(result.reported("html.text-from-script")) << c.why;
    }
}

TEST(HtmlScriptText, IsReadWholeWhereParagraphsAreAList) {
    const auto page = [](const std::string& type, const std::string& members) {
        return "<title>The last ferry</title><div id=app></div><script type='" + type +
               "'>{\"title\":\"The last ferry\"," + members + "}</script>";
    };
    const auto text = [](const std::string& words) { return "{\"type\":\"text\",\"text\":\"" + words + "\"}"; };
    const auto block = [](const std::string& runs) { return "{\"type\":\"paragraph\",\"content\":[" + runs + "]}"; };
    const std::string strings =
        "[\"" + first + "\",\"" + second + "\",\"" + first + "\",\"" + second + "\",\"" + first + "\"]";
    const std::string objects =
        "[" + text(first) + "," + text(second) + "," + text(first) + "," + text(second) + "," + text(first) + "]";
    const std::string runs = "[" + block(text(first)) + "," +
                             block(text(second.substr(0, 20)) + "," + text(second.substr(20))) + "," +
                             block(text(first)) + "," + block(text(second)) + "," + block(text(first)) + "]";
    const auto span = [](const std::string& words) { return "{\"_type\":\"span\",\"text\":\"" + words + "\"}"; };
    const auto spans = [&](const std::string& words) {
        return "{\"children\":[" + span(words.substr(0, 20)) + "," + span(words.substr(20)) + "]}";
    };
    const std::string portable =
        "[" + spans(first) + "," + spans(second) + "," + spans(first) + "," + spans(second) + "," + spans(first) + "]";
    const std::string comments = "[{\"author\":\"x\",\"text\":\"" + first + first + first + "\"}]";
    for (const std::string& members : {"\"paragraphs\":" + strings, "\"body\":" + strings, "\"blocks\":" + objects,
                                       "\"article\":{\"content\":" + runs + "}", "\"body\":" + portable,
                                       "\"body\":" + strings + ",\"comments\":" + comments})
        for (const char* type : {"application/json", " Application/LD+JSON; charset=utf-8"})
            EXPECT_EQ(outline(read_only("html", page(type, members)).document),
                      "p(" + first + ") p(" + second + ") p(" + first + ") p(" + second + ") p(" + first + ")")
                << type << members;
}

TEST(HtmlScriptText, IsReadHoweverFrameworksPackIt) {
    const std::string markup = "<p>" + first + "</p><p>" + second + "</p>";
    const std::string text = markup + markup + markup;
    const std::string shown = "p(" + first + ") p(" + second + ")";
    const auto escaped = [](std::string value) {
        for (std::size_t at = value.find('<'); at != std::string::npos; at = value.find('<'))
            value.replace(at, 1, "\\u003C");
        return value;
    };
    const auto quoted = [](std::string value) {
        for (std::size_t at = value.find('"'); at != std::string::npos; at = value.find('"', at + 2))
            value.replace(at, 1, "\\\"");
        return value;
    };
    const std::string data = "{\"article\":{\"title\":\"The last ferry\",\"content\":\"" + escaped(text) + "\"}}";
    const struct {
        const char* why;
        std::string script;
    } cases[] = {
        {"values by their index",
         "<script type=application/json id=__NUXT_DATA__>[[\"Reactive\",1],{\"data\":2},{\"post\":3},{\"title\":4,"
         "\"body\":5,\"self\":3},\"The last ferry\",\"" +
             escaped(text) + "\"]"},
        {"a function that is called at once",
         "<script>window.__NUXT__=(function(a,b){a.x={};return {data:[{title:b,ok:!0,content:\"" + escaped(text) +
             "\",tags:[a]}]}}({y:1},\"The last ferry\"))"},
        {"a literal", "<script>var a='it'; window.__STATE__ = " + data + ";window.b=1"},
        {"JSON in a string of a program", "<script>window['state'] = JSON.parse(\"" + quoted(data) + "\")"},
        {"JSON in a string of JSON",
         "<script type=application/json>{\"status\":200,\"body\":\"" + quoted(data) + "\"}"},
    };
    for (const auto& c : cases) {
        const ReadResult result =
            read_only("html", "<title>The last ferry</title><div id=app></div>" + c.script + "</script>");
        EXPECT_EQ(outline(result.document), shown + " " + shown + " " + shown) << c.why;
        EXPECT_TRUE(result.reported("html.text-from-script")) << c.why;
    }
}

TEST(HtmlScriptText, OfProgramsIsReadInLinearTime) {
    for (const std::string piece : {"window.a={", "window.a=[", "window.a='", "window.a=(function(a){return {", "\\u",
                                    "window.a=JSON.parse(\"", "window['"}) {
        std::string program;
        while (program.size() < 1'000'000) program += piece;
        EXPECT_NO_THROW(read_only("html", "<title>The last ferry</title><p>x</p><script>" + program + "</script>"));
    }
}

TEST(HtmlScriptText, IsNotReadWhereItIsAnothersOrNoMore) {
    const std::string shown = "Quite other words stand in the page, which is about the council and the loan on Monday.";
    const struct {
        const char* why;
        std::string page;
        std::string outline;
    } cases[] = {
        {"agrees with nothing",
         "<title>The council</title><p>" + shown + "</p>" +
             json_ld("\"headline\":\"The last ferry\",\"articleBody\":\"" + both + "\""),
         "p(" + shown + ")"},
        {"says no more",
         "<title>The last ferry</title><p>" + first + "</p><p>" + second + "</p>" +
             json_ld("\"headline\":\"The last ferry\",\"articleBody\":\"" + both + "\""),
         "p(" + first + ") p(" + second + ")"},
        {"is a program",
         "<title>The last ferry</title><p>" + first + "</p><script>x={\"title\":\"The last ferry\",\"body\":\"" + both +
             "\"}</script>",
         "p(" + first + ")"},
    };
    for (const auto& c : cases) {
        const ReadResult result = read_only("html", c.page);
        EXPECT_EQ(outline(result.document), c.outline) << c.why;
        EXPECT_FALSE(result.reported("html.text-from-script")) << c.why;
    }
}

TEST(HtmlScriptText, IsNotReadWhenTheWholeBodyIsWanted) {
    const ReadResult result =
        read_only("html", "<p>" + first + "</p>" + json_ld("\"articleBody\":\"" + both + "\""), {{"article", "never"}});
    EXPECT_EQ(outline(result.document), "p(" + first + ")");
}

TEST(HtmlPaywall, IsToldWhenTextIsMissing) {
    const std::string text = "<p>" + first + "</p><p>" + second + "</p>";
    const std::string wall = "<div class=paywall-offer>Read on as a subscriber</div>";
    const std::string tier = "<meta property=article:content_tier content=locked>";
    const struct {
        const char* why;
        std::string page;
        bool is_cut;
    } cases[] = {
        {"far fewer words", json_ld("\"isAccessibleForFree\":false,\"wordCount\":900") + text, true},
        {"written as strings", json_ld("\"isAccessibleForFree\":\"False\",\"wordCount\":\"900\"") + text, true},
        {"a part of it",
         json_ld("\"wordCount\":900,\"hasPart\":{\"isAccessibleForFree\":false,\"cssSelector\":\".rest\"}") + text,
         true},
        {"a wall", tier + text + wall, true},
        {"all words", json_ld("\"isAccessibleForFree\":false,\"wordCount\":36") + text, false},
        {"free", json_ld("\"isAccessibleForFree\":true,\"wordCount\":900") + text, false},
        {"nothing missing that is known", tier + text, false},
        {"a wall that nobody stands before", text + wall, false},
    };
    for (const auto& c : cases)
        EXPECT_EQ(read_only("html", "<title>The last ferry</title>" + c.page).reported("html.paywall"), c.is_cut)
            << c.why;
}

}  // namespace
}  // namespace offprint::testing
