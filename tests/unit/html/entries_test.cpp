// What looks like a list of other articles, or like a control, and what is one.
#include "html_case.hpp"

namespace offprint::testing {
namespace {

const std::string menu = "<nav><a href=/>Home</a> <a href=/news>News</a></nav>";
const std::string lead =
    "<p>The pilots wait for the hour before slack water, when the current in the narrows stands still, and then they "
    "go, one after the other, without a word.</p>";

std::string outline_of(const std::string& title, const std::string& entries) {
    const std::string text = lead + lead + lead + lead + lead;
    return outline(read_only("html",
                             "<title>" + title + "</title>" + menu + "<main><h1>" + title + "</h1>" + text + entries +
                                 lead + "</main>",
                             {{"base-url", "https://site.example/boats"}})
                       .document);
}

bool holds(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

std::string entry(const std::string& heading) {
    return "<div><h3><a href=/boats/x>" + heading + "</a></h3><img src=x.png><p>Sails well, 12 m.</p></div>";
}

TEST(HtmlEntries, LinksToPicturesAreNoTeasers) {
    std::string captioned = "<div>";
    std::string list = "<ul>";
    for (const char* name : {"heron", "plover", "curlew"}) {
        const std::string files = std::string("<a href=/img/") + name + ".jpg?full><img src=" + name + "-small.jpg>";
        captioned += "<div>" + files + "The " + name + " at her mooring</a></div>";
        list += "<li>" + files + "</a></li>";
    }
    const std::string gallery = outline_of("Three boats", captioned + "</div>");
    EXPECT_TRUE(holds(gallery, "plover-small.jpg")) << gallery;
    EXPECT_TRUE(holds(gallery, "The plover at her mooring")) << gallery;
    EXPECT_TRUE(holds(outline_of("Three boats", list + "</ul>"), "plover-small.jpg"));
}

TEST(HtmlEntries, OfAListThatCountsStay) {
    const std::string names = entry("Heron") + entry("Plover") + entry("Curlew");
    const std::string numbers = entry("3. Heron") + entry("2. Plover") + entry("1. Curlew");
    const std::string others = entry("12 boats were lost") + entry("7 ways to tie a rope") + entry("On the flats");
    EXPECT_TRUE(holds(outline_of("The 3 best boats of the year", "<section>" + names + "</section>"), "Plover"));
    EXPECT_TRUE(holds(outline_of("The best boats of the year", "<section>" + numbers + "</section>"), "Plover"));
    EXPECT_FALSE(holds(outline_of("The best boats of the year", "<section>" + names + "</section>"), "Plover"));
    EXPECT_FALSE(holds(outline_of("The best boats of the year", "<section>" + others + "</section>"), "rope"));
}

TEST(HtmlEntries, ALinkThatFillsACellOfATableIsOneOfItsFacts) {
    const std::string table = "<table><tr><th>Port<th>Pilots<tr><td><div><a href=/hull>Hull</a></div><td>12</table>";
    EXPECT_TRUE(holds(outline_of("The ports of the year", table), "Hull"));
}

TEST(HtmlEntries, ControlsOfViewsForPrintingGo) {
    const std::string close = "<a href='javascript:window.close()'>Close</a>";
    const std::string print = "<a href=# onclick='window.print(); return false'>Print</a>";
    const std::string view = outline(
        read_only("html", "<title>Slack water</title><div>" + print + " | " + close + "</div><h1>Slack water</h1>" +
                              lead + "<p>Ask the <a href='javascript:show(3)'>pilot</a>.</p><p>[" + close + "]</p>")
            .document);
    EXPECT_TRUE(view.starts_with("h1(Slack water)")) << view;
    EXPECT_TRUE(view.ends_with("p(Ask the pilot.)")) << view;
}

TEST(HtmlEntries, WordsForThoseWithoutScriptsAreReadWhereThereAreNoOthers) {
    const std::string notice = "<noscript><p>The harbour is closed.</p></noscript>";
    const ReadResult alone = read_only("html", "<title>Harbour</title><div id=app></div>" + notice);
    EXPECT_EQ(outline(alone.document), "p(The harbour is closed.)");
    EXPECT_FALSE(alone.reported("html.empty"));
    EXPECT_EQ(outline(read_only("html", lead + notice).document).find("closed"), std::string::npos);
}

TEST(HtmlEntries, APageOfATitleAloneIsEmpty) {
    for (const char* page :
         {"", "<h1>The harbour</h1>", "<title>The harbour</title><section><h1>The harbour</h1></section>"})
        EXPECT_TRUE(read_only("html", page).reported("html.empty")) << page;
    for (const char* page : {"<h1>The harbour</h1><p>Closed.", "<h1>The harbour</h1><h2>Closed</h2>",
                             "<h1>The harbour</h1><img src=https://site.example/a.png>"})
        EXPECT_FALSE(read_only("html", page).reported("html.empty")) << page;
}

}  // namespace
}  // namespace offprint::testing
