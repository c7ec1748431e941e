#include <algorithm>

#include "article_case.hpp"

namespace offprint::testing {
namespace {

const std::string page =
    "<header><a href=/>Post</a></header><nav><ul><li><a href=/a>News</a></ul></nav>"
    "<div id=wrap><div class=cookie-banner>We use cookies</div>"
    "<div class=story><h1>Night pilots</h1><div class=byline>By Ada Quill</div>" +
    lead + "<div class='share-bar'><a href=/s>Share</a></div><figure class=related><img src=a.png alt=x></figure>" +
    rest +
    "<ul><li><a href=/1>One more story</a><li><a href=/2>Another story</a></ul></div>"
    "<div class=sidebar><p>Subscribe to the letter that we send on Sundays, with all that is new on the water and "
    "beside it.</p></div></div>"
    "<footer>© Post</footer>";

TEST(HtmlArticle, IsTakenOutOfThePage) {
    const ReadResult result = read_only("html", "<title>Night pilots - Post</title>" + page);
    const Document& document = result.document;
    for (const char* kept : {"slack water", "white at the stern", "a.png"}) EXPECT_TRUE(holds(document, kept)) << kept;
    for (const char* gone : {"News", "cookies", "Share", "Another story", "Sundays", "© Post", "By Ada Quill"})
        EXPECT_FALSE(holds(document, gone)) << gone;
    EXPECT_TRUE(result.reported("html.removed"));
}

TEST(HtmlArticle, NeverTakesTheWholeBody) {
    const Document document = read_only("html", page, {{"article", "never"}}).document;
    for (const char* kept : {"News", "cookies", "Share", "Another story", "© Post"})
        EXPECT_TRUE(holds(document, kept)) << kept;
}

TEST(HtmlArticle, CleanDocumentsAndFragmentsAreWhole) {
    expect_outlines({
        {"<h1>a</h1><p>b</p><ul><li><a href=/c>c</a></ul>", "h1(a) p(b) ul(li(p(a(c -> https://site.example/c))))"},
        {"<p>just a line", "p(just a line)"},
    });
}

TEST(HtmlArticle, HiddenTextIsNotRead) {
    expect_outlines({
        {"<p hidden>a</p><p style='color:red; display : none'>b</p><p style='visibility:hidden'>c</p>"
         "<p aria-hidden=true>d</p><dialog>e</dialog><p>this is what is shown on the page</p>",
         "p(this is what is shown on the page)"},
        {"<div style='visibility:hidden'><p>one of two texts of much the same length</p></div><p>and the other "
         "text</p>",
         "p(and the other text)"},
        // what a script would show when the page is ready
        {"<div style='display:none'><p>the whole text of the page</p></div><p>wait</p>",
         "p(the whole text of the page) p(wait)"},
    });
}

TEST(HtmlArticle, IsNeverLost) {
    // Everything in it is named like boilerplate.
    const Document document =
        read_only("html", "<div class=sidebar><p>Short.</p></div><div class=footer>End.</div>").document;
    EXPECT_TRUE(holds(document, "Short.")) << outline(document);
    const ReadResult empty = read_only("html", "");
    EXPECT_TRUE(empty.document.content.empty());
    EXPECT_TRUE(empty.reported("html.empty"));
}

TEST(HtmlArticle, SectionsNamedByTheirHeadingsStay) {
    const Document document =
        read_only("html", "<nav>x</nav><main>" + lead +
                              "<section id=sharing-with-all-of-them><h2>Sharing with all of them</h2>" + rest +
                              "</section></main>")
            .document;
    EXPECT_TRUE(holds(document, "white at the stern"));
}

TEST(HtmlArticle, OpenDialogsAreShown) {
    expect_outlines({{"<p>a</p><dialog open><p>b</p></dialog>", "p(a) p(b)"}});
}

std::string teaser(const char* title, const char* address = "/other") {
    return std::string("<div class=x1><h3><a href=") + address + ">" + title + "</a></h3><p>In two lines.</p></div>";
}

TEST(HtmlArticle, NamesAreWeighed) {
    expect_articles({
        {"a name that all prose carries is the framework's",
         "<div class=widget>" + lead + "</div><div class=widget>" + rest +
             "</div><div class=widget><a href=/x>Elsewhere</a></div>",
         {"slack water", "white at the stern"},
         {}},
        {"a doubtful name of something that is mostly prose",
         "<main>" + lead + lead + lead + "<div class=banner-item>" + rest + rest + "</div></main>",
         {"white at the stern"},
         {}},
        {"what holds the headline is the article",
         "<title>Night pilots</title><div class=sidebar><h1>Night pilots</h1>" + lead + "</div><div class=main>" +
             rest + "</div>",
         {"slack water"},
         {}},
        {"the box of an author, not the author's words",
         "<main>" + lead + rest + "<div class=author-bio>Ada writes about boats.</div></main>",
         {"slack water"},
         {"about boats"}},
        {"names of headings are their words",
         "<main>" + lead + "<h2 id=related class=toc-entry>Related tides</h2>" + rest + "</main>",
         {"Related tides"},
         {}},
        {"names for screen readers",
         "<main>" + lead + "<div class='sr-only'>Opens in a new window</div>" + rest + "</main>",
         {"slack water"},
         {"new window"}},
    });
}

TEST(HtmlArticle, CommentsGoEvenWhenThereAreMoreOfThemThanOfTheArticle) {
    std::string comments;
    for (int i = 0; i < 12; ++i) comments += "<div class=comment>" + rest + "</div>";
    const std::string thread = "<div id=comments>" + comments + "</div>";
    expect_articles({
        {"below an article", "<main>" + lead + lead + "</main>" + thread, {"slack water"}, {"white at the stern"}},
        {"in a forum they are all there is", "<h1>A question</h1>" + thread, {"white at the stern"}, {}},
    });
}

TEST(HtmlArticle, TeasersOfOtherArticlesGo) {
    const std::string teasers = teaser("Ebb") + teaser("Flood") + teaser("Slack");
    expect_articles({
        {"after the text",
         "<main>" + lead + rest + lead + rest + "<div>" + teasers + "</div></main>",
         {"slack water"},
         {"Flood", "In two lines"}},
        {"a page of nothing else is a list", "<main><div>" + teasers + "</div></main>", {"Ebb", "Flood", "Slack"}, {}},
        {"what an article recommends is elsewhere",
         "<main>" + lead + rest + lead + rest + "<div>" + teaser("One", "https://a.example/1") +
             teaser("Two", "https://b.example/2") + "</div></main>",
         {"One", "Two"},
         {}},
    });
}

TEST(HtmlArticle, LinksAloneGo) {
    expect_articles({
        {"between paragraphs",
         "<main>" + lead + "<p>Read more: <a href=/x>What the harbour master said on Monday</a></p>" + rest + "</main>",
         {"slack water", "white at the stern"},
         {"harbour master"}},
        {"within a paragraph they are text",
         "<main>" + lead + "<p>He said so, as <a href=/x>the harbour master</a> did before him.</p>" + rest + "</main>",
         {"harbour master"},
         {}},
        {"a list of links in the text stays",
         "<main>" + lead + "<p>See also:</p><ul><li><a href=/1>The mole</a><li><a href=/2>The narrows</a></ul>" + rest +
             "</main>",
         {"The mole", "The narrows"},
         {}},
        {"a table of them is data",
         "<main>" + lead + "<div><table><tr><th>Pilot<tr><td><a href=/1>Quill, the younger</a></table></div>" + rest +
             "</main>",
         {"Quill"},
         {}},
        {"links within the page are no menu",
         "<main>" + lead + "<div><a href=#a>The first of the notes</a> <a href=#b>The second of the notes</a></div>" +
             rest + "</main>",
         {"first of the notes"},
         {}},
    });
}

TEST(HtmlArticle, FormsGoWithTheirWords) {
    expect_articles(
        {{"a letter to subscribe to",
          "<main>" + lead +
              "<div class=x7><h3>The Sunday letter</h3><label>Where to?</label><input "
              "type=email><button>Go</button></div>" +
              rest + "</main>",
          {"slack water", "white at the stern"},
          {"Sunday letter", "Where to"}},
         {"a list to tick off stays",
          "<main>" + lead + "<ul><li><input type=checkbox>Lamp<li><input type=checkbox>Rope</ul>" + rest + "</main>",
          {"Lamp", "Rope"},
          {}}});
}

TEST(HtmlArticle, HeadingsOfWhatWentGo) {
    expect_articles(
        {{"related",
          "<main>" + lead + rest + "<h2>You may like</h2><div class=related><a href=/1>Ebb</a></div></main>",
          {"slack water"},
          {"You may like"}},
         {"an empty section of the author's stays",
          "<main>" + lead + "<h2>Part one</h2><h2>Part two</h2>" + rest + "</main>",
          {"Part one", "Part two"},
          {}}});
}

TEST(HtmlArticle, PartsAreJoined) {
    const std::string part = "<div class=part>" + rest + rest + "</div>";
    expect_articles({
        {"a body in boxes of one kind",
         "<div><div class=part>" + lead + lead + lead + lead + lead + lead + lead + lead + lead +
             "</div><div class=ad-slot>Buy</div>" + part + "</div>",
         {"slack water", "white at the stern"},
         {"Buy"}},
        {"the dek and the picture under the headline",
         "<title>Night pilots</title><div><header><h1>Night pilots</h1><p>What moves over the dark, and who is "
         "standing by.</p>"
         "<figure><img src=a.png></figure></header><div class=tools>12 min</div><article>" +
             lead + rest + "</article></div>",
         {"standing by", "a.png", "slack water"},
         {"12 min"}},
    });
}

TEST(HtmlArticle, OldPagesHaveMenusWithoutNames) {
    const std::string menu =
        "<tr><td><a href=/1>Home</a> <a href=/2>Content</a> <a href=/3>Archive</a> <a href=/4>Search</a> "
        "<a href=/5>Letters</a> <a href=/6>Write to us</a></td></tr>";
    const ReadResult result = read_only("html", "<table>" + menu + "<tr><td>" + lead + rest + "</td></tr></table>");
    EXPECT_TRUE(holds(result.document, "slack water")) << outline(result.document);
    EXPECT_FALSE(holds(result.document, "Archive")) << outline(result.document);
}

TEST(HtmlArticle, ADateBeforeTheFirstSentenceTakesNoParagraphAway) {
    expect_articles(
        {{"an agency's dateline",
          "<title>Night pilots</title><main><h1>Night pilots</h1><p>Feb. 23, 2015 -- The pilots wait for the hour "
          "before slack water, when the current stands still, and then they go.</p>" +
              rest + "</main>",
          {"slack water"},
          {}}});
}

TEST(HtmlArticle, APortraitBesideTheBylineIsNoLeadPicture) {
    expect_articles({{"portrait",
                      "<title>Night pilots</title><div><h1>Night pilots</h1><div><div><img src=ada.png></div><span>Ada "
                      "Quill</span></div>"
                      "<div class=picture><div><img src=mole.png></div></div><article>" +
                          lead + rest + "</article></div>",
                      {"mole.png"},
                      {"ada.png"}}});
}

TEST(HtmlArticle, TheTitleAsAHeadingOfAPartStays) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += lead;
    expect_articles(
        {{"late",
          "<title>Night pilots</title><main><h1>Night pilots</h1>" + text + "<h2>Night pilots</h2>" + rest + "</main>",
          {"h2(Night pilots)"},
          {}},
         {"early",
          "<title>Night pilots</title><main><h1>Night pilots</h1>" + lead + "<h2>Night pilots</h2>" + rest + "</main>",
          {},
          {"h2(Night pilots)"}}});
}

TEST(HtmlArticle, TheLeadPictureIsTakenOnce) {
    const std::string page_of =
        "<title>Night pilots</title><div><h1>Night pilots</h1><div class=hero><img src=big/mole.png></div><article>";
    expect_articles({{"the body has it",
                      page_of + "<img src=mole.png>" + lead + rest + "</article></div>",
                      {"mole.png"},
                      {"big/mole.png"}},
                     {"in a paragraph before the body",
                      "<title>Night pilots</title><div><h1>Night pilots</h1><p><a href=big.png><img src=mole.png "
                      "width=900></a></p><div class=text>" +
                          lead + rest + "</div></div>",
                      {"mole.png"},
                      {}},
                     {"the body has others",
                      page_of + "<img src=ebb.png>" + lead + rest + "</article></div>",
                      {"big/mole.png", "ebb.png"},
                      {}}});
}

TEST(HtmlArticle, ThePictureThatThePageIsSharedWithIsTakenFromBeforeIt) {
    const std::string head =
        "<title>Night pilots</title><meta property=og:image content='https://site.example/pilots-boat.jpg'>";
    const std::string headline = "<h1>Night pilots</h1>";
    const std::string body = "<div class=body>" + lead + rest + "</div>";
    const auto found = [&](const std::string& before) {
        return outline(read_only("html", head + "<nav><a href=/>Menu</a></nav><main>" + before + body + "</main>",
                                 {{"base-url", "https://site.example/dir/page"}})
                           .document);
    };
    EXPECT_TRUE(
        found("<figure><img src=/pilots-boat-1024x683.jpg alt=boat><figcaption>At sea</figcaption></figure>" + headline)
            .starts_with("figure(p(img(boat -> /pilots-boat-1024x683.jpg)) / p(At sea)) p(The pilots"));
    EXPECT_TRUE(found("<div class=hero-banner><img src='/_img?url=%2Fpilots-boat.jpg&w=64' alt=boat></div>" + headline)
                    .starts_with("p(img(boat -> /_img?url=%2Fpilots-boat.jpg&w=64)) p(The pilots"));
    EXPECT_TRUE(found("<div><img width=90 src=/pilots-boat.jpg></div>" + headline).starts_with("p(The pilots"));
    EXPECT_TRUE(found("<div hidden><img src=/pilots-boat.jpg></div>" + headline).starts_with("p(The pilots"));
    EXPECT_TRUE(found("<div><img src=/another-boat.jpg></div>" + headline).starts_with("p(The pilots"));
    const std::string twice = found("<div><img src=/pilots-boat.jpg></div>" + headline + "<div class=body><p>" +
                                    "<img src=/pilots-boat-scaled.jpg alt=boat></p></div>");
    EXPECT_EQ(twice.find("pilots-boat"), twice.rfind("pilots-boat")) << twice;
}

TEST(HtmlArticle, PortraitsOfAuthorsGo) {
    expect_articles(
        {{"by name", "<main>" + lead + "<img class='avatar photo' src=ada.png>" + rest + "</main>", {}, {"ada.png"}},
         {"small, before the text",
          "<main><div><img width=68 height=68 src=ada.png></div>" + lead + rest + "</main>",
          {},
          {"ada.png"}},
         {"small, in the text",
          "<main>" + lead + "<p>The sign <img width=20 src=sign.png> means slack.</p>" + rest + "</main>",
          {"sign.png"},
          {}}});
}

TEST(HtmlArticle, FormulasStayWhateverTheirNames) {
    expect_articles({{"a renderer's menu",
                      "<main>" + lead +
                          "<h2>Depth</h2><mjx-container class='MathJax "
                          "CtxtMenu_Attached_0'><math><mi>d</mi></math></mjx-container><h2>Tide</h2>" +
                          rest + "</main>",
                      {"h2(Depth)", "math("},
                      {}}});
}

TEST(HtmlArticle, SectionsThatGeneratorsNameByTheirHeadingsStay) {
    expect_articles(
        {{"an id",
          "<main>" + lead +
              "<section id=related-work class=level2><h2>Related work</h2><p>Others went before.</p></section></main>",
          {"Others went before"},
          {}}});
}

TEST(HtmlArticle, SentencesWithADateOrANameStay) {
    const std::string top = "<title>Night pilots</title><main><h1>Night pilots</h1>";
    expect_articles({
        {"a date", top + "<p>The old harbour reopens on 3 May 2024.</p>" + lead + rest + "</main>", {"reopens"}, {}},
        {"facts", top + "<table><tr><th>Opens<td>3 May 2026</table>" + lead + rest + "</main>", {"3 May 2026"}, {}},
        {"whom a quote is by",
         top + "<blockquote><p>All is sea.</p><p class=author>Homer</p></blockquote>" + lead + rest + "</main>",
         {"Homer"},
         {}},
        {"a day of a list",
         top + "<ul><li class=date>Monday: market<li class=date>Friday: fish</ul>" + lead + rest + "</main>",
         {"market", "fish"},
         {}},
    });
}

TEST(HtmlArticle, SectionsOfLinksStay) {
    expect_articles({
        {"a recipe",
         "<main>" + lead +
             "<div class=parts><h2>Ingredients</h2><ul><li><a href=/f>200 g plain flour</a><li><a href=/s>a pinch of "
             "salt</a></ul></div>" +
             rest + "</main>",
         {"plain flour", "salt"},
         {}},
        {"a sentence with a long link",
         "<main>" + lead + "<p>The rules are in <a href=/r>Regulation 17 of the harbour board of 1954</a>.</p>" + rest +
             "</main>",
         {"Regulation 17"},
         {}},
        {"the only line of a step",
         "<main>" + lead + "<h2>Step 2</h2><p><a href=/step-2>Read the full instructions for this step</a></p>" + rest +
             "</main>",
         {"full instructions"},
         {}},
    });
}

TEST(HtmlArticle, AMenuIsNoArticleThoughThePageHasLittleToSay) {
    std::string menu;
    for (int i = 0; i < 30; ++i) menu += "<li><a href=/" + std::to_string(i) + ">Entry of the menu</a>";
    expect_articles(
        {{"short",
          "<ul class=menu>" + menu + "</ul><div><h1>T</h1><p>The bridge is shut.</p><p>It opens on Monday.</p></div>",
          {"bridge is shut", "opens on Monday"},
          {"Entry of the menu"}}});
}

TEST(HtmlArticle, TablesWithAFieldStay) {
    expect_articles(
        {{"a choice in a cell",
          "<main>" + lead + "<table><tr><th>Port<td>Hull<tr><th>Berth<td><select><option>1</select> free</table>" +
              rest + "</main>",
          {"Hull", "free"},
          {}}});
}

TEST(HtmlArticle, WhatStandsOutsideIsTold) {
    const ReadResult result =
        read_only("html", "<nav><a href=/>Menu</a></nav><div class=a>" + lead + rest + lead + rest + lead + rest +
                              "</div><div class=b><p>Something else.</p></div>");
    EXPECT_FALSE(holds(result.document, "Something else")) << outline(result.document);
    const auto tells = [](const Diagnostic& diagnostic) {
        return diagnostic.message.find("outside the article") != std::string::npos;
    };
    EXPECT_TRUE(std::any_of(result.diagnostics.begin(), result.diagnostics.end(), tells));
}

TEST(HtmlArticle, ShortSectionsOfOneKindAreJoined) {
    expect_articles({{"sections",
                      "<main><section class=level1>" + lead + rest + lead + rest + lead + rest + lead + rest +
                          "</section><section class=level1><h2>Methods</h2><p>" + rest + "</section></main>",
                      {"Methods"},
                      {}}});
}

TEST(HtmlArticle, OfSeveralArticlesTheFirstIsTheOne) {
    expect_articles({
        {"an endless page",
         "<title>Night pilots</title><div><article><h1>Night pilots</h1>" + lead + lead +
             "</article><article><h1>Another</h1>" + rest + rest + "</article></div>",
         {"slack water"},
         {"white at the stern"}},
        {"the entries of a live blog",
         "<title>Night pilots</title><h1>Night pilots</h1><div><article><h2>10:40</h2>" + lead +
             "</article><article><h2>10:20</h2>" + rest + "</article></div>",
         {"slack water", "white at the stern"},
         {}},
    });
}

}  // namespace
}  // namespace offprint::testing
