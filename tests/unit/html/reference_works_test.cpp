// Encyclopedias and documentation: what of their apparatus is text.
#include "article_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlReferenceWorks, HeadingsThatLeadToTheTableOfContentsAreHeadings) {
    const auto section = [](const std::string& id, const std::string& back, const std::string& title) {
        return "<div class=section id=" + id + "><h2><a class=toc-backref href=#" + back + ">" + title +
               "</a><a class=headerlink href=#" + id + ">\u00B6</a></h2>" + rest + "</div>";
    };
    const std::string contents =
        "<div class='contents topic' id=contents><p class=topic-title>What it holds<ul><li><a id=id1 href=#narrows>The "
        "narrows of the estuary</a><ul><li><a id=id2 href=#tides>Mooring at the tides</a><li><a id=id3 "
        "href=#lamps>Lamps</a></ul></ul></div>";
    expect_articles({
        {"docutils",
         "<div class=body><div class=section id=narrows><h1><a class=toc-backref href=#id1>The narrows of the "
         "estuary</a></h1>" +
             contents + lead + section("tides", "id2", "Mooring at the tides") + section("lamps", "id3", "Lamps") +
             "</div></div>",
         {"h2#tides(a(Mooring at the tides", "h2#lamps(a(Lamps"},
         {"What it holds", "\u00B6"}},
    });
}

TEST(HtmlReferenceWorks, LinkedFactsBesideTheirNamesStay) {
    const std::string facts =
        "<table class=infobox><tr><th>Languages<td><div class=plainlist><ul><li><a href=/e>English</a><li><a "
        "href=/m>Maori</a></ul></div><tr><th>Harbours<td><div><a href=/w>Westport</a> <a href=/g>Greymouth</a></div>"
        "</table>";
    expect_articles({
        {"infobox", "<main>" + facts + lead + rest + "</main>", {"English", "Maori", "Westport", "Greymouth"}, {}},
    });
}

TEST(HtmlReferenceWorks, CaptionsThatAreLinksStay) {
    expect_articles({
        {"thumb",
         "<main>" + lead +
             "<div class=thumb><div class=thumbinner><img src=/p.png width=300><div class=thumbcaption><a "
             "href=/pyramid>Pyramid of the pilots</a></div></div></div>" +
             rest + "</main>",
         {"Pyramid of the pilots"},
         {}},
    });
}

TEST(HtmlReferenceWorks, ShortListsUnderTheirHeadingStayWhateverWentBetween) {
    const std::string portal = "<div class='noprint portal'><ul><li><a href=/portal>Harbour portal</a></ul></div>";
    const std::string list = "<ul><li><a href=/outline>Outline of the narrows</a><li><a href=/index>An index</a></ul>";
    expect_articles({
        {"see also",
         "<main>" + lead + rest + "<h2>See also</h2>" + portal + list + "<h2>Sources</h2>" + rest + "</main>",
         {"See also", "Outline of the narrows"},
         {"Harbour portal"}},
    });
}

TEST(HtmlReferenceWorks, NamesAndDatesOfSourcesAreText) {
    expect_articles({
        {"references",
         "<main><dl class=references><dt>[TIDE]<dd><span class=refAuthor>Bradner, S.</span>, <span>Key words</span>, "
         "<time class=refDate>March 1997</time></dl>" +
             lead + rest + "</main>",
         {"Bradner, S.", "March 1997"},
         {}},
    });
}

TEST(HtmlReferenceWorks, ABookIsNotTheTitleOfItsChapters) {
    const Document document =
        read_only("html",
                  "<title>Tides - The Quay Book</title><div class=bar><h1>The Quay Book</h1></div><main><h1 "
                  "id=tides>Tides</h1>" +
                      lead + rest + "</main>")
            .document;
    EXPECT_EQ(document.metadata.title, "Tides");
}

TEST(HtmlReferenceWorks, PrintedPagesNumbersAreNoText) {
    expect_articles({
        {"pages",
         "<main>" + lead +
             "<p>In winter the boats<span class=pagenum><a id=p3>[Pg 3]</a></span> stay in the basin.</p>" +
             "<p>The page<span role=doc-pagebreak id=p4>4</span> goes on.</p>" + rest + "</main>",
         {"In winter the boats stay in the basin", "The page goes on"},
         {"Pg 3"}},
    });
}

TEST(HtmlReferenceWorks, ListsInBoxesUnderHeadingsOfTheTextStay) {
    const std::string list = "<div class=div-col><ul><li><a href=/m>Mole</a><li><a href=/q>Quay</a></ul></div>";
    expect_articles({
        {"with an id",
         "<main>" + lead + rest + "<div class=mw-heading><h2 id=See_also>See also</h2></div>" + list + "</main>",
         {"See also", "Mole", "Quay"},
         {}},
        {"without", "<main>" + lead + rest + "<h2>More</h2>" + list + "</main>", {}, {"Mole"}},
    });
}

TEST(HtmlReferenceWorks, NoticesWithinALineThatAreNotForPrintGo) {
    expect_articles({
        {"template",
         "<main>" + lead + "<p>In winter<sup class=noprint>[who says so?]</sup> they stay.</p>" + rest + "</main>",
         {"In winter they stay"},
         {"who says so"}},
    });
}

}  // namespace
}  // namespace offprint::testing
