// Shapes in which sites of today build their pages.
#include "article_case.hpp"
#include "metadata_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlArticleShapes, PagesWithoutTellingNamesAreNoCleanDocuments) {
    const std::string card =
        "<a href=/x class=block><h3>The lamp that nobody paid for</h3><p>A tale of a quay.</p></a>";
    const std::string page =
        "<title>Night pilots</title><div><div class='flex px-4'><a href=/>Post</a><a href=/n>News</a>"
        "<button>Sign in</button></div><div class='grid gap-8'><div class=col-span-8><h1>Night pilots</h1><div "
        "class=mt-8>" +
        lead + rest +
        "</div><div class=p-6><h3>Get our letter</h3><p>One mail a week.</p><form><input type=email></form></div></div>"
        "<div class=col-span-4><h2>More stories</h2>" +
        card + card + "</div></div><div class=border-t><p>All rights reserved.</p></div></div>";
    const Document document = read_only("html", page, {{"base-url", "https://site.example/dir/page"}}).document;
    for (const char* kept : {"slack water", "white at the stern"}) EXPECT_TRUE(holds(document, kept)) << kept;
    for (const char* gone : {"News", "Sign in", "Get our letter", "nobody paid for", "More stories", "rights reserved"})
        EXPECT_FALSE(holds(document, gone)) << gone << outline(document);
}

TEST(HtmlArticleShapes, WarningsInsideOfAnArticleAreItsOwn) {
    const std::string alert = "<div class=alert role=alert>The current is strong.</div>";
    expect_articles({
        {"inside", "<main>" + lead + alert + rest + "</main>", {"The current is strong"}, {}},
        {"outside", alert + "<div class=story>" + lead + rest + "</div>", {}, {"The current is strong"}},
    });
}

TEST(HtmlArticleShapes, TablesAndListsUnderADoubtfulNameStay) {
    std::string rows;
    for (int i = 0; i < 60; ++i) rows += "<tr><td>Mooring of a small boat<td>12.50</tr>";
    expect_articles({
        {"prices",
         "<main>" + lead + "<div class=widget><table>" + rows + "</table></div>" + rest + "</main>",
         {"Mooring of a small boat"},
         {}},
    });
}

TEST(HtmlArticleShapes, LinksInSentencesAreWordsWhateverTheirNames) {
    const std::string link = "<a href=https://other.example class=external-popup>Quay House</a>";
    expect_articles({
        {"in a sentence", "<main>" + lead + "<p>" + link + rest.substr(3) + "</main>", {"Quay House"}, {}},
        {"alone", "<main>" + lead + "<p>" + link + "</p>" + rest + "</main>", {}, {"Quay House"}},
    });
}

TEST(HtmlArticleShapes, PresentationTablesAreBoxesLikeOthers) {
    const std::string box = "<tr><td>This section names no sources.</table>";
    expect_articles({
        {"notice",
         "<main>" + lead + "<table class=metadata role=presentation>" + box + rest + "</main>",
         {},
         {"names no sources"}},
        {"data", "<main>" + lead + "<table class=metadata>" + box + rest + "</main>", {"names no sources"}, {}},
    });
}

TEST(HtmlArticleShapes, ListsOfLinksUnderAHeadingThatCanBeLinkedToStay) {
    const std::string list = "<ul><li><a href=/wick>Wick of a lamp</a><li><a href=/oil>Oil of a lamp</a></ul>";
    const std::string more = "<ul><li><a href=/1>One more story</a><li><a href=/2>Another story</a></ul>";
    expect_articles({
        {"see also",
         "<main>" + lead + rest + "<div class=head><h2 id=see>See also</h2><span>[<a href=/e>edit</a>]</span></div>" +
             list + "</main>",
         {},
         {"Wick of a lamp"}},
        {"see also, alone in its box",
         "<main>" + lead + rest + "<div class=head><h2 id=see>See also</h2></div>" + list + "</main>",
         {"Wick of a lamp"},
         {}},
        {"more",
         "<main>" + lead + rest + "<div class=head><h2>More on this</h2></div>" + more + "</main>",
         {},
         {"One more story"}},
        {"a section of little more than links",
         "<main>" + lead +
             "<h2>State of the patches</h2><div class=body><p><a href=/1>Lamps that light by themselves</a> "
             "thanks to Urd</p><p><a href=/2>Wicks that never burn down</a> thanks to Skuld</p></div>" +
             rest + "</main>",
         {"Wicks that never burn down"},
         {}},
    });
}

TEST(HtmlArticleShapes, TablesOfContentsGoWithTheirLabels) {
    const std::string list =
        "<ul><li><a href=#a>The narrows</a><li><a href=#b>The lamps</a><li><a href=#c>The mole</a></ul>";
    const std::string text =
        "<h2 id=a>The narrows</h2>" + lead + "<h2 id=b>The lamps</h2>" + rest + "<h2 id=c>The mole</h2>" + rest;
    expect_articles({
        {"label",
         "<main><p>Begin here.</p><div><div>Contents hide</div>" + list + "</div>" + text + "</main>",
         {"Begin here", "h2#a(The narrows)"},
         {"Contents hide", "a(The lamps"}},
    });
}

TEST(HtmlArticleShapes, BookmarksOfOtherSitesStay) {
    const auto card = [](const std::string& address) {
        return "<figure><a href='" + address +
               "'><div>Wheels of the north</div><div>A study of forty wheels.</div></a></figure>";
    };
    expect_articles({
        {"elsewhere",
         "<main>" + lead + card("https://other.example/wheels") + rest + "</main>",
         {"Wheels of the north"},
         {}},
        {"here", "<main>" + lead + card("/wheels") + rest + "</main>", {}, {"Wheels of the north"}},
        {"a part of the same site",
         "<main>" + lead + card("https://sport.site.example/wheels") + rest + "</main>",
         {},
         {"Wheels of the north"}},
    });
}

TEST(HtmlArticleShapes, ClosedAnswersAreRead) {
    const std::string question = "<button aria-expanded=false aria-controls=a1>Why slack water?</button>";
    expect_articles({
        {"by style",
         "<main>" + lead + question + "<div id=a1 style='display:none'>" + rest + "</div></main>",
         {"white at the stern"},
         {}},
        {"in a box that moves",
         "<main>" + lead + question + "<div aria-hidden=true style='height:0;overflow:hidden'><div id=a1>" + rest +
             "</div></div></main>",
         {"white at the stern"},
         {}},
        {"without a question",
         "<main>" + lead + "<div id=a1 style='display:none'>" + rest + "</div></main>",
         {},
         {"white at the stern"}},
        {"a form",
         "<main>" + lead + question + "<div id=a1 hidden>" + rest + "<input type=email></div></main>",
         {},
         {"white at the stern"}},
    });
}

TEST(HtmlArticleShapes, ATableIsAPartOfItsArticle) {
    const std::string row = "<tr><td>1 May<td>" + lead + "</td></tr><tr><td>2 May<td>" + rest + "</td></tr>";
    expect_articles({
        {"schedule",
         "<div id=content><div><h4>Details</h4><p>Room 3. The course is about the tides, the lamps and the pilots of "
         "the narrows at slack water, "
         "and ends in May.</p></div><div><h4>Lectures</h4><table>" +
             row + row + row + "</table></div></div>",
         {"Room 3.", "white at the stern"},
         {}},
    });
}

TEST(HtmlArticleShapes, TextsOfABuilderOfPagesAreJoined) {
    const auto box = [](const char* kind, const std::string& text) {
        return std::string("<div class='widget-box ") + kind + "'><div class=container>" + text + "</div></div>";
    };
    const std::string long_text = lead + lead + lead + lead + lead + lead + lead + lead;
    expect_articles({
        {"two kinds of text",
         "<div class=wrap><h1>Night pilots</h1>" + box("content", long_text) + box("editor", rest) +
             box("posts", "<p>" + std::string(100, 'x') + " <a href=/1>One more story</a></p>") + "</div>",
         {"white at the stern"},
         {"One more story"}},
    });
}

TEST(HtmlArticleShapes, AnArticleIsMoreThanItsCode) {
    const std::string code = "<div><span>java</span><button>Copy</button><div><pre><code>" + std::string(400, 'x') +
                             "</code></pre></div></div>";
    expect_articles({{"short text",
                      "<article><h3>Builds</h3><p>Here is the class.</p>" + code + "</article>",
                      {"Here is the class", "xxxx"},
                      {}}});
}

TEST(HtmlArticleShapes, AStreamOfOtherArticlesBelowAnArticleGoes) {
    std::string stream;
    for (int i = 0; i < 18; ++i)
        stream += "<li><h3><a href=/" + std::to_string(i) + ">One more story of the coast</a></h3>" + rest + "</li>";
    const std::string text = lead + rest + lead + rest + lead + rest + lead + rest;
    expect_articles({
        {"beside",
         "<div><div><h1>Night pilots</h1><div>" + text + "</div></div><div><ul>" + stream + "</ul></div></div>",
         {"slack water"},
         {"One more story"}},
        {"a list with an introduction",
         "<div><h1>Night pilots</h1>" + text + "<ul>" + stream + "</ul></div>",
         {"slack water", "One more story"},
         {}},
    });
}

TEST(HtmlArticleShapes, LabelsOfLinksGoWithThem) {
    const std::string links = "<ul><li><a href=/1>The price of flour</a><li><a href=/2>A school on a rock</a></ul>";
    expect_articles({
        {"a label", "<main>" + lead + "<p>Read on here</p>" + links + rest + "</main>", {}, {"Read on", "flour"}},
        {"a sentence",
         "<main>" + lead + "<p>Such is the life of a pilot, he said.</p>" + links + rest + "</main>",
         {"Such is the life"},
         {"flour"}},
    });
}

TEST(HtmlArticleShapes, ListsOfLinksThatASentenceLeadsToStay) {
    const auto list = [](const std::string& site) {
        return "<ul><li><a href=" + site + "/1>The price of flour</a><li><a href=" + site +
               "/2>A school on a rock</a></ul>";
    };
    const auto page = [](const std::string& part) { return "<main>" + lead + part + rest + "</main>"; };
    const std::string sentence =
        "<p>Whoever wants to know what the harbour was like in those days may turn to these:</p>";
    expect_articles({
        {"a line that is broken",
         page("<ul><li>The town has kept what was said, see the following papers:<br>" + list("") +
              "<li>The harbour has burnt its own.</ul>"),
         {"flour"},
         {}},
        {"a box of its own", page(sentence + "<div class=ulist>" + list("") + "</div>"), {"flour"}, {}},
        {"a short one, and links that lead away",
         page("<div><p>Two papers are left:</p></div><div class=ulist>" + list("https://town.example") + "</div>"),
         {"flour"},
         {}},
        {"a label", page("<p>More from us:</p><div>" + list("") + "</div>"), {}, {"flour"}},
    });
}

TEST(HtmlArticleShapes, AHeadlineThatIsNotShownMayStandInAWrapper) {
    const std::string hidden = "<h1 hidden>Night pilots</h1>";
    const std::string menu = "<div class=menu><a href=/>Post</a><a href=/n>News</a></div>";
    expect_articles({
        {"beside the text",
         "<title>Night pilots</title><body>" + menu + "<div><div>" + hidden + "<div class=story>" + lead + rest +
             "</div></div></div>" + menu,
         {"slack water", "white at the stern"},
         {"News"}},
    });
}

TEST(HtmlArticleShapes, AFewLinksOfAWordAreAMenu) {
    std::string menu;
    for (const char* name : {"Home", "Boats", "Knots", "Guests"})
        menu += std::string("<a href=") + name + ".html>" + name + "</a><br>";
    expect_articles({{"frame",
                      "<table><tr><td>" + menu + "<td><b>The ferry</b>" + lead + rest + "</table>",
                      {"slack water"},
                      {"Knots"}}});
}

TEST(HtmlArticleShapes, WhatSaysThatItIsTheArticleIsTakenWhole) {
    const std::string page =
        "<article><h1>Array.tide()</h1><div class=section>" + lead +
        "</div><section><h2>Try it</h2><pre><code>const a = [1, 5]; a.tide(); a.ebb(); a.tide();</code></pre></section>"
        "<section><h2>Parameters</h2><dl><dt>moon</dt><dd>A phase of it.</dd><dt>sun</dt><dd>Its height.</dd></dl>"
        "</section></article>";
    expect_articles({{"documentation", page, {"slack water", "Try it", "a.tide()", "A phase of it"}, {}}});
}

TEST(HtmlArticleShapes, FootnotesStayWhateverElseTheirNamesSay) {
    expect_articles({
        {"a footer of footnotes",
         "<main>" + lead + rest + "<div class=footnotes-footer><div class=title>Footnotes</div><div>1. A mole.</div>" +
             "</div></main>",
         {"A mole"},
         {}},
        {"a section named like its heading",
         "<main>" + lead + "<section id=LoopsAndFeedback><h2>Loops and feedback</h2>" + rest + "</section></main>",
         {"Loops and feedback"},
         {}},
    });
}

TEST(HtmlArticleShapes, JumpsWithinThePageGo) {
    expect_articles({
        {"a jump",
         "<main><div><a href=#card>Jump to the table</a></div>" + lead + rest +
             "<table id=card><tr><td>1<td>2</table>" +
             "<p><a href=#card>*</a></p><div><h2><a href=#card>The tides of a year</a></h2></div>" + rest + "</main>",
         {"slack water", "*", "The tides of a year"},
         {"Jump to"}},
    });
}

TEST(HtmlArticleShapes, ButtonsAndPlayersControlsGo) {
    expect_articles({
        {"a button",
         "<main>" + lead + "<p class=wrap><a class='button primary' href=/subscribe>Subscribe</a></p>" + rest +
             "</main>",
         {},
         {"Subscribe"}},
        {"a button to another site",
         "<main>" + lead + "<p><a class=btn href=https://other.example/map>The map</a></p>" + rest + "</main>",
         {"The map"},
         {}},
        {"a player",
         "<main>" + lead +
             "<div class=audio-card><audio src=a.mp3 title='The sea'></audio><div class=audio-player><span>0:00</span>"
             "<div>/34.5</div></div></div>" +
             rest + "</main>",
         {"The sea"},
         {"34.5"}},
    });
}

TEST(HtmlArticleShapes, ATestersNameIsANameWhereClassesAreMadeUp) {
    expect_articles({
        {"what belongs to the page",
         "<main>" + lead +
             "<div class=sc-1 data-component=related-links><p>More <a href=/1>about the quay</a></p></div>" + rest +
             "<div class=sc-2 data-testid=newsletter>One mail a week.</div></main>",
         {"slack water", "white at the stern"},
         {"about the quay", "One mail"}},
    });
    const std::string byline =
        "<div class=sc-1 data-testid=byline-contributors><span>Ada Quill</span><span>Harbour "
        "correspondent</span></div>";
    EXPECT_EQ(people_of(metadata_of("<title>Night pilots</title><h1>Night pilots</h1>" + byline + lead)), "Ada Quill");
}

TEST(HtmlArticleShapes, MetadataOfTodaysSites) {
    const std::string title = "<title>Night pilots</title><meta property=og:site_name content='Tide Post'>";
    const std::string headline = "<h1>Night pilots</h1>";
    const auto people = [&](const std::string& meta, const std::string& byline) {
        return people_of(metadata_of(title + meta + headline + byline + lead));
    };
    EXPECT_EQ(people("", "<div class='has-link-color post-author-name has-text-color'>Ada Quill</div>"), "Ada Quill");
    EXPECT_EQ(people("", "<div class='author photo'>Ada Quill</div>"), "");
    EXPECT_EQ(people("", "<div class=created-author>Tuesday</div>"), "");
    EXPECT_EQ(people("<meta name=author content='Ada Quill and Ben Reed, Tide Post'>", ""), "Ada Quill; Ben Reed");
    EXPECT_EQ(people("<meta name=dc.creator content='Ada Quill'><meta name=citation_author content='Ada Quill'>"
                     "<meta name=citation_author content='Ben Reed'>",
                     ""),
              "Ada Quill; Ben Reed");
    EXPECT_EQ(published_in(metadata_of(title + "<meta name=docs.date content=2025-03-06>" + headline + lead)),
              "2025-03-06");
    EXPECT_EQ(published_in(metadata_of(title + "<meta name=event.date content=2025-03-06>" + headline + lead)), "");
}

TEST(HtmlArticleShapes, WhoWroteItIsSaidOnce) {
    const std::string head = "<meta name=author content='Ada Quay'><main><h1>Night pilots</h1>";
    const std::string printed = "<address><a rel=author>Ada Quay</a></address>";
    expect_articles({
        {"twice", head + printed + "<address>Ada Quay<br></address>" + lead + rest + "</main>", {}, {"Ada Quay"}},
        {"at the end", head + printed + lead + rest + lead + rest + "<p>Ada Quay</p></main>", {"p(Ada Quay)"}, {}},
    });
}

TEST(HtmlArticleShapes, PicturesInBoxesOfTheKindOfTheTextAreParts) {
    const std::string picture = "<div class='part image'><img src=/lamps.jpg></div>";
    const std::string text = "<div class='part text'>" + lead + rest + "</div>";
    expect_articles({
        {"after",
         "<div>" + text + picture + "<div class=other><img src=/logo.png></div></div>",
         {"lamps.jpg"},
         {"logo"}},
        {"before",
         "<div><div class=other><img src=/logo.png></div>" + picture + text + "</div>",
         {"lamps.jpg"},
         {"logo"}},
        {"linked",
         "<div>" + text + "<div class='part image'><a href=/shop><img src=/shoes.jpg></a></div></div>",
         {},
         {"shoes.jpg"}},
    });
}

TEST(HtmlArticleShapes, AnAbstractBeforeTheBodyKeepsItsHeading) {
    expect_articles({
        {"abstract",
         "<title>Night pilots</title><h1>Night pilots</h1><div class=summary><h2>Abstract</h2>" + lead +
             "</div><main><h2>The night</h2>" + rest + lead + rest + "</main>",
         {"h2(Abstract)"},
         {}},
    });
}

TEST(HtmlArticleShapes, CaptionsStayWhateverTheirNames) {
    expect_articles({
        {"metadata",
         "<main>" + lead +
             "<div class=image><div><img src=/l.jpg></div><div class=image__metadata><div class=image__caption>"
             "Lamps at night</div></div></div>" +
             rest + "</main>",
         {"Lamps at night"},
         {}},
        {"gallery",
         "<main>" + lead +
             "<ul class=gallery><li class=gallerybox><div class=thumb><img src=/o.jpg></div><div "
             "class=gallerytext><a href=/oar>An oar</a></div></ul>" +
             rest + "</main>",
         {"figure("},
         {}},
    });
}

TEST(HtmlArticleShapes, AddressesOfOtherSitesThatStandAloneStay) {
    const auto embed = [](const std::string& address, const std::string& text) {
        return "<main>" + lead + "<div class=embed><a href=" + address + ">" + text + "</a></div>" + rest + "</main>";
    };
    expect_articles({
        {"address", embed("https://other.example/x", "https://other.example/x"), {"other.example/x"}, {}},
        {"this site", embed("https://site.example/x", "https://site.example/x"), {}, {"site.example/x"}},
        {"words", embed("https://other.example/x", "Our partner"), {}, {"Our partner"}},
    });
}

TEST(HtmlArticleShapes, AdvertisementsInAStoryAreNoneOfIt) {
    expect_articles({
        {"story",
         "<main>" + lead + "<div id=story-ad-1-wrapper><div><p>Advertisement</p></div></div>" + rest + "</main>",
         {},
         {"Advertisement"}},
        {"much text", "<main class=story-ad-free>" + lead + rest + "</main>", {"slack water"}, {}},
    });
}

}  // namespace
}  // namespace offprint::testing
