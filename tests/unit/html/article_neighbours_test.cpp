// What stands beside articles, and at times is longer than they are.
#include "article_case.hpp"

namespace offprint::testing {
namespace {

const std::string headline = "<title>Night pilots</title><h1>Night pilots</h1>";

std::string repeated(const std::string& text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
}

/// Somebody else's words, long enough for prose.
const std::string other =
    "<p>The harbour office is open on all days of the week but the last, and answers letters within a month if they "
    "were written in ink and hold a stamp.</p>";

TEST(HtmlArticleNeighbours, TheOnlyMainIsTheArticleHoweverMuchIsAroundIt) {
    const std::string around = "<div class=bar-below>" + repeated(other, 6) + "</div>";
    expect_articles({
        {"element", "<main>" + headline + lead + rest + "</main>" + around, {"slack water"}, {"harbour office"}},
        {"role", "<div role=main>" + headline + lead + rest + "</div>" + around, {"slack water"}, {"harbour office"}},
        {"without the headline", headline + "<main>" + lead + "</main>" + around, {"harbour office"}, {}},
        {"two of them",
         "<main>" + headline + lead + rest + "</main><main>" + repeated(other, 6) + "</main>",
         {"harbour office"},
         {}},
        {"next to nothing", "<main>" + headline + lead + "</main>" + repeated(around, 5), {"harbour office"}, {}},
    });
}

TEST(HtmlArticleNeighbours, TheArticleWithTheHeadlineIsNotJoinedByOthers) {
    const std::string article = "<article>" + headline + lead + rest + lead + rest + "</article>";
    const std::string beside = "<div class=slot><article>" + other + "</article><article>" + other + "</article></div>";
    expect_articles({
        {"in a box",
         "<div role=main><div class=slot>" + article + "</div>" + beside + "</div>",
         {"slack water"},
         {"harbour"}},
        {"as one of them", "<div class=all>" + article + beside + "</div>", {"slack water"}, {"harbour office"}},
    });
}

TEST(HtmlArticleNeighbours, SectionsWhoseHeadingsAreLinksAreThePagesWhereTheyAreMuchOfIt) {
    const auto section = [](const std::string& title, const std::string& text) {
        return "<div class=panel><h3><a href=/" + title + ">" + title + " of the pilots</a></h3>" + text + "</div>";
    };
    const std::string sections =
        "<div class=row>" + section("Lamps", lead) + section("Boats", rest) + section("Ropes", other) + "</div>";
    expect_articles({
        {"a page of topics", "<main>" + headline + lead + rest + sections + rest + "</main>", {"Ropes"}, {}},
        {"a long article", "<main>" + headline + repeated(lead + rest, 8) + sections + "</main>", {}, {"Ropes"}},
    });
}

TEST(HtmlArticleNeighbours, ASidebarBehindTheHeadlineMayBeLongerThanTheArticle) {
    const std::string sidebar = "<div id=sidebar>" + repeated(other, 3) + "</div>";
    expect_articles({
        {"behind",
         "<div id=page>" + headline + "<div>" + lead + rest + "</div>" + sidebar + "</div>",
         {"slack"},
         {"harbour"}},
        {"around",
         "<div class=sidebar>" + headline + lead + rest + "</div>",
         {"slack water", "white at the stern"},
         {}},
        {"nearly all there is",
         "<div id=page>" + headline + "<p>In brief.</p><div class=share>" + lead + rest + "</div></div>",
         {"slack water"},
         {}},
    });
}

TEST(HtmlArticleNeighbours, WhatIsToldOfAnAuthorGoesAndColumnsStay) {
    expect_articles({
        {"a biography",
         "<main>" + headline + lead + rest + lead + "<div id=author><h4>Ann Mole</h4>" + other + "</div></main>",
         {"slack water"},
         {"harbour office"}},
        {"by its property",
         "<main>" + headline + lead + rest + "<div class=box itemprop=author>" + other + "</div></main>",
         {"slack water"},
         {"harbour office"}},
        {"a column",
         "<main>" + headline + lead + rest + "<div class=author-column>" + other + other + other + "</div></main>",
         {"harbour office"},
         {}},
    });
}

TEST(HtmlArticleNeighbours, TitlesOfOtherPagesBelowTheirHeadingGo) {
    const auto box = [](const std::string& link) {
        return "<main>" + headline + lead + rest + "<div class=embedded><h4>Read also</h4><ul><li>" + link +
               "</ul></div>" + rest + "</main>";
    };
    expect_articles({
        {"of this site", box("<a href=/ropes>How a rope is laid in the dark</a>"), {}, {"Read also", "rope is laid"}},
        {"elsewhere", box("<a href=https://o.example/r>How a rope is laid in the dark</a>"), {"rope is laid"}, {}},
        {"with a word on it", box("<a href=/ropes>How a rope is laid in the dark</a>, a guide"), {"rope is laid"}, {}},
        {"a word alone", box("<a href=/ropes>Ropes</a>"), {"Ropes"}, {}},
    });
}

TEST(HtmlArticleNeighbours, WhatCanBeChosenInAFormIsNoText) {
    const std::string options =
        "<select>" + repeated("<option>A harbour of the northern coast</option>", 40) + "</select>";
    const std::string page =
        "<main>" + headline + lead + "<form><label>Name of your boat</label><input>" + options + "</form></main>";
    expect_articles({{"form", page, {"slack water"}, {"Name of your boat", "northern coast"}}});
}

TEST(HtmlArticleNeighbours, ALastHeadingWithNothingBelowGoes) {
    expect_articles({
        {"a title", "<main>" + headline + lead + rest + "<h2>Also of interest</h2><div></div></main>", {}, {"Also of"}},
        {"a sentence",
         "<main>" + headline + lead + rest + "<h3>The lamps are lit until today.</h3></main>",
         {"lamps are lit"},
         {}},
        {"the only one", "<main><h2>Night pilots</h2></main>", {"Night pilots"}, {}},
    });
}

TEST(HtmlArticleNeighbours, TheDescriptionBetweenHeadlineAndTextIsTheArticles) {
    const std::string points =
        "<ul><li>Pilots row out at slack water.</li><li>Their lamps have three colours.</li></ul>";
    const auto page = [&](const std::string& attributes) {
        return "<div>" + headline + "<div " + attributes + ">" + points + "</div><div class=text>" +
               repeated(lead + rest, 3) + "</div></div><div>" + other + "</div>";
    };
    expect_articles({
        {"said to be", page("itemprop=description"), {"Their lamps"}, {}},
        {"any list", page("class=list"), {}, {"Their lamps"}},
    });
}

TEST(HtmlArticleNeighbours, AFormInAShortArticleIsNotTheWholeOfIt) {
    const std::string fields = repeated("<label>Boat</label><input>", 6);
    const std::string page =
        "<meta property=og:image content=/lamps-of-the-harbour.jpg><div class=top><img "
        "src=/lamps-of-the-harbour.jpg></div><div class=canvas><main>" +
        headline + lead + "<p>Bring a lamp.</p><form>" + fields + "</form></main></div>";
    expect_articles({{"with a picture before it", page, {"slack water", "Bring a lamp"}, {"Boat"}}});
}

TEST(HtmlArticleNeighbours, NamesOfStatesAreNoBoilerplate) {
    const std::string part = "<div class='main sidebar-enabled--false'>" + other + "</div>";
    const std::string below = "<p class=h2-related>" + other.substr(3);
    expect_articles(
        {{"below", "<main>" + headline + lead + rest + lead + rest + below + "</main>", {"harbour office"}, {}}});
    expect_articles({{"state", "<main>" + headline + lead + rest + part + "</main>", {"harbour office"}, {}}});
}

TEST(HtmlArticleNeighbours, PraiseDisclaimersAndWhatFliesOutGo) {
    for (const char* name : {"testimonials-wrapper", "editorial-disclaimer", "js-flyout"}) {
        const std::string box = std::string("<div class=") + name + ">" + other + "</div>";
        expect_articles({{name, "<main>" + headline + lead + rest + box + "</main>", {"slack"}, {"harbour office"}}});
    }
    const std::string form = "<form id=commentform><input type=email><p>Write in ink.</p><textarea></textarea></form>";
    expect_articles({{"commentform", "<main>" + headline + lead + rest + form + "</main>", {"slack"}, {"in ink"}}});
}

}  // namespace
}  // namespace offprint::testing
