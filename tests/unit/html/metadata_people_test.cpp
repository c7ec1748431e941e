#include "metadata_case.hpp"

namespace offprint::testing {
namespace {

std::string page(const std::string& byline) {
    return "<title>Low tide at noon</title><meta property=og:site_name content='Harbour Post'>"
           "<h1>Low tide at noon</h1>" +
           byline + "<p>The boats lay on the sand.";
}

TEST(HtmlMetadataPeople, WithoutALabelBesideAPortraitOrTheTimeToRead) {
    const auto people = [](const std::string& line) {
        return people_of(metadata_of("<title>Night pilots of the bay</title><h1>Night pilots of the bay</h1>" + line +
                                     "<p>The pilots wait for the hour before slack water, and then they go."));
    };
    EXPECT_EQ(people("<p>Ada Quill \u00B7 12 March 2024 \u00B7 5 min read</p>"), "Ada Quill");
    EXPECT_EQ(people("<div><span>Ada Quill</span><span>12 March 2024</span><span>5 min read</span></div>"),
              "Ada Quill");
    EXPECT_EQ(people("<p><a href=/tides>Tidal Power</a> \u00B7 12 March 2024 \u00B7 5 min read</p>"), "");
    EXPECT_EQ(people("<p>Ada Quill \u00B7 12 March 2024</p>"), "");
    EXPECT_EQ(
        people("<p>12 March 2024 \u2022 <img src=a.png class=avatar-xs> Ada Quill in <a href=/t>Tidal Power</a></p>"),
        "Ada Quill");
    EXPECT_EQ(people("<div><img src=a.png alt='Ada Quill' width=64></div><div>Ada Quill</div>"), "Ada Quill");
    EXPECT_EQ(people("<div><img src=a.png alt='Ada Quill' width=900></div><div>Ada Quill</div>"), "");
    EXPECT_EQ(people("<a href=/a title='Ada Quill'><img src=a.png alt='Ada Quill'><div>Ada Quill</div></a>"),
              "Ada Quill");
    EXPECT_EQ(people("<div><img src=a.png alt='Ada Quill'></div><p>The tide is low.</p><div>Ada Quill</div>"), "");
    EXPECT_EQ(people("<p><img src=/pictures/Ada-Quill-2.jpg width=70><br><b>Ada Quill</b></p>"), "Ada Quill");
    EXPECT_EQ(people("<p><img src=/pictures/boat.jpg width=70><br><b>Ada Quill</b></p>"), "");
    EXPECT_EQ(people("<table><tr><td><img src=a.png alt='Red Plate' width=48><td>Red Plate</table>"), "");
    EXPECT_EQ(people("<p><img src=/author/a.png><br>Portrait by <a href=/b>Ben Reed</a></p>"), "");
    EXPECT_EQ(people("<p>London Bridge</p>"), "");
}

TEST(HtmlMetadataPeople, TheSitesStaffGoesBehindAPerson) {
    const std::string page =
        "<title>Night pilots</title><meta property=og:site_name content='Tide Post'><meta name=author content='Ada "
        "Quill'><h1>Night pilots</h1><div class=author>";
    EXPECT_EQ(people_of(metadata_of(page + "Team Tide Post</div>")), "Ada Quill");
    EXPECT_EQ(people_of(metadata_of(page + "Ben Reed</div>")), "Ben Reed");
}

TEST(HtmlMetadataPeople, WhoAnswersIsNoAuthor) {
    const auto post = [](const std::string& type, const std::string& name) {
        return "<div itemscope itemtype='https://schema.org/" + type + "'><span itemprop=author><span itemprop=name>" +
               name + "</span></span><p>Words that are long enough to be read as a part of the page.</p></div>";
    };
    const std::string headline = "<title>Dough in winter</title><h1>Dough in winter</h1>";
    EXPECT_EQ(people_of(metadata_of(headline + post("Question", "Ada Quill") + post("Answer", "Ben Reed"))),
              "Ada Quill");
    EXPECT_EQ(people_of(metadata_of(headline + post("Comment", "Ben Reed"))), "");
    EXPECT_EQ(people_of(metadata_of(headline + "<div role=navigation class=authority-control>Control: <a href=/g>"
                                               "Quay Library</a></div>")),
              "");
    EXPECT_EQ(people_of(metadata_of(headline + "<div class=authority-control><a href=/g>Quay Library</a></div>")), "");
    EXPECT_EQ(people_of(metadata_of(headline +
                                    "<script type=application/ld+json>{\"@type\":\"QAPage\",\"mainEntity\":{\"@type\":"
                                    "\"Question\",\"name\":\"Dough in winter\",\"author\":{\"name\":\"Ada Quill\"}}}"
                                    "</script>")),
              "Ada Quill");
}

TEST(HtmlMetadataPeople, NamesAreCleaned) {
    const std::pair<const char*, const char*> cases[] = {
        {"By Ada Quill", "Ada Quill"},
        {"Written by Ada Quill and Ben Reed", "Ada Quill; Ben Reed"},
        {"Posted on May 5, 2020 by Ada Quill", "Ada Quill"},
        {"By Ada Quill May 5, 2020", "Ada Quill"},
        {"By ADA QUILL", "ADA QUILL"},
        {"Von Ada Quill und Ben Reed", "Ada Quill; Ben Reed"},
        {"Par Ada Quill et Ben Reed", "Ada Quill; Ben Reed"},
        {"Por Ada Quill y Ben Reed", "Ada Quill; Ben Reed"},
        {"By José Ortega y Gasset", "José Ortega y Gasset"},
        {"Von Hans von Storch", "Hans von Storch"},
        {"By Ada Quill, Staff Writer", "Ada Quill"},
        {"By Ada Quill, Ben Reed, Head of Tides", "Ada Quill; Ben Reed"},
        {"By Ada Quill, PhD, MD", "Ada Quill, PhD, MD"},
        {"By Jane Reporter", "Jane Reporter"},
        {"By Ada Quill | Harbour Post", "Ada Quill"},
        {"By Ada Quill - Harbour Post", "Ada Quill"},
        {"By Ada Quill @adaquill", "Ada Quill"},
        {"By Ada Quill ada@post.example", "Ada Quill"},
        {"By Ada Quill (Harbour Post)", "Ada Quill"},
        {"By Ada Quill on Monday", "Ada Quill"},
        {"Text: Ada Quill<br>Fotos: Ben Reed", "Ada Quill; Ben Reed (photographer)"},
        {"Text &amp; Fotos: Ada Quill", "Ada Quill"},
        {"By Dan Reed", "Dan Reed"},
        {"作者：林一", "林一"},
        {"13:30 von Ada Quill", "Ada Quill"},
        {"Harbours <b>5 May 2020</b> by Ada Quill", "Ada Quill"},
        {"By&ensp;Ada Quill", "Ada Quill"},
    };
    for (const auto& [text, names] : cases)
        EXPECT_EQ(people_of(metadata_of(page("<p>" + std::string(text) + "</p>"))), names) << text;
}

TEST(HtmlMetadataPeople, WhatIsNoNameIsLeftOut) {
    const char* const cases[] = {
        "By admin",
        "By Staff",
        "By the old harbour the boats lay still",
        "By 5 people",
        "Browse by Topic",
        "Read more",
        "By https://social.example/ada",
        "Reviewed by Ada Quill",
        "Fact checked by Ada Quill",
        "Tags: Ada Quill",
        "By undefined",
        "By Harbour Post",
    };
    for (const char* text : cases)
        EXPECT_EQ(people_of(metadata_of(page("<p>" + std::string(text) + "</p>"))), "") << text;
}

TEST(HtmlMetadataPeople, Sources) {
    const std::pair<const char*, const char*> cases[] = {
        {"<a rel=author href=/ada>Ada Quill</a>", "Ada Quill"},
        {"<span itemprop=author itemscope><span itemprop=name>Ada Quill</span>, <i>sailor</i></span>", "Ada Quill"},
        {"<span itemprop=author><meta itemprop=name content='Ada Quill'>A. Q.</span>", "Ada Quill"},
        {"<span property='schema:author'>Ada Quill</span>", "Ada Quill"},
        {"<div class=article-byline>By <a href=/authors/ada>Ada Quill</a> <span>Sea desk</span></div>", "Ada Quill"},
        {"<span class=author><a href=/people/ada>Ada Quill</a> and <a href=/people/ben>Ben Reed</a></span>",
         "Ada Quill; Ben Reed"},
        {"<span class=author-name>Ada Quill</span><span class=author-name>Ben Reed</span>", "Ada Quill; Ben Reed"},
        {"<div class=post-author><div>Ada Quill</div><div>Chief of tides</div></div>", "Ada Quill"},
        {"<div>By</div><div>Ada Quill</div>", "Ada Quill"},
        {"<span class='publish-date-author'>May 5, 2020 · Ada Quill</span>", "Ada Quill"},
        {"<span class=p-author>tidewatcher</span>", "tidewatcher"},
        {"<meta name=parsely-author content='Ada Quill'>", "Ada Quill"},
        {"<meta name=sailthru.author content='Ada Quill'>", "Ada Quill"},
        {"<meta name=citation_author content='Quill, Ada'><meta name=citation_author content='Reed, Ben'>",
         "Ada Quill; Ben Reed"},
        {"<meta property='dc:creator twitter:title' content='Ada Quill'>", "Ada Quill"},
    };
    for (const auto& [markup, names] : cases) EXPECT_EQ(people_of(metadata_of(page(markup))), names) << markup;
}

TEST(HtmlMetadataPeople, OthersOnThePageAreNoAuthors) {
    const char* const cases[] = {
        "<div class=comments><span class=author>Cy Nolan</span></div>",
        "<div class=related><p class=byline>By Cy Nolan</p></div>",
        "<span class=author-photo>Cy Nolan</span>",
        "<span class=author-bio>Cy Nolan</span>",
        "<blockquote><p>By Cy Nolan</p></blockquote>",
        "<ol><li itemprop=citation itemscope><meta itemprop=author content='Cy Nolan'></ol>",
    };
    for (const char* markup : cases) EXPECT_EQ(people_of(metadata_of(page(markup))), "") << markup;
}

TEST(HtmlMetadataPeople, WhoIsPrintedGoesBeforeWhoIsNot) {
    const std::string login = "<meta name=author content='Site Keeper'>";
    EXPECT_EQ(people_of(metadata_of(login + page("<p class=byline>By Ada Quill</p>"))), "Ada Quill");
    EXPECT_EQ(people_of(metadata_of(login + page(""))), "Site Keeper");
    EXPECT_EQ(people_of(metadata_of("<meta name=author content=skeeper>" + page(""))), "");
    EXPECT_EQ(people_of(metadata_of("<meta name=author content='Harbour Post'>" + page(""))), "");
    EXPECT_EQ(people_of(metadata_of("<meta name=author content='Harbour Post'>" + page("<p>By Harbour Post</p>"))),
              "Harbour Post");
}

TEST(HtmlMetadataPeople, SiteIsNoAuthorWhereOnlyItsAddressTellsItsName) {
    const std::pair<const char*, const char*> cases[] = {
        {"Tidewatch", ""},
        {"tidewatch.example", ""},
        {"Ada Quill", "Ada Quill"},
    };
    for (const auto& [name, names] : cases) {
        const std::string markup = "<meta name=author content='" + std::string(name) + "'>" + page("");
        for (const char* url : {"https://www.tidewatch.example/x", "https://tidewatch.example/x"})
            EXPECT_EQ(people_of(metadata_of(markup, {{"base-url", url}})), names) << name << url;
    }
    EXPECT_EQ(people_of(metadata_of("<meta name=author content='Ada Quill'>" + page(""),
                                    {{"base-url", "https://adaquill.example/x"}})),
              "Ada Quill");
}

TEST(HtmlMetadataPeople, ASiteThatIsCalledByItsAuthor) {
    std::string text;
    for (int line = 0; line < 20; ++line) text += "<p>Nobody was out there to see them.";
    const auto people = [&](const std::string& site, const std::string& byline = {}) {
        return people_of(metadata_of("<title>Low tide</title><meta property=og:site_name content='" + site +
                                     "'><meta name=author content='" + site + "'><h1>Low tide</h1>" + byline +
                                     "<p>The boats lay on the sand and the post came late." + text));
    };
    EXPECT_EQ(people("Ada Quill"), "Ada Quill");
    EXPECT_EQ(people("Ada M. Quill"), "Ada M. Quill");
    EXPECT_EQ(people("Tide Post"), "") << "one of its words is one of the language";
    EXPECT_EQ(people("TIDE Watch"), "");
    EXPECT_EQ(people("Tidewatch"), "");
    EXPECT_EQ(people("The Quill"), "");
    EXPECT_EQ(people("Quill Travel Expert"), "");
    EXPECT_EQ(people("Ada Quill", "<p>By Ben Reed</p>"), "Ben Reed");
    text.clear();
    EXPECT_EQ(people("Ada Quill"), "") << "too little text to tell";
}

TEST(HtmlMetadataPeople, WhatStandsBesideTheNamesInABylineIsNone) {
    EXPECT_EQ(
        people_of(metadata_of(page("<div class=byline><span class=byline__category><a href=/w>Wind &amp; Waves</a>"
                                   "</span></div>"))),
        "");
    EXPECT_EQ(people_of(metadata_of(page("<div class=author>Ada Quill / <a href=/t/sea rel=tag>Sea</a> / <a rel=tag "
                                         "href=/t/sand>Sand</a></div>"))),
              "Ada Quill");
    EXPECT_EQ(people_of(metadata_of(page("<p><span class=category>Posted by Ada Quill</span> <i>2 June 2024</i></p>"))),
              "Ada Quill");
}

TEST(HtmlMetadataPeople, WhoDidSomethingElseIsNoAuthor) {
    const std::string ada = "<div><span>Written by</span> <b class=author-name>Ada Quill</b></div>";
    const std::pair<const char*, const char*> cases[] = {
        {"Researched by", "Ada Quill"},
        {"Reviewed by", "Ada Quill"},
        {"Last updated by", "Ada Quill"},
        {"Article by", "Ada Quill; Ben Reed"},
    };
    for (const auto& [label, names] : cases)
        EXPECT_EQ(people_of(metadata_of(page(ada + "<div><span>" + label +
                                             "</span> <b class=author-name>Ben Reed</b>"
                                             "</div>"))),
                  names)
            << label;
    EXPECT_EQ(people_of(metadata_of(page("<div><span>Translated by</span> <b class=author-name>Ben Reed</b></div>"))),
              "Ben Reed (translator)");
}

TEST(HtmlMetadataPeople, WhoChangedThePageLastIsNoAuthor) {
    EXPECT_EQ(people_of(metadata_of(page("<p>Last updated on <b><time datetime=2024-06-02>Jun 2, 2024</time></b> by "
                                         "<b>Ben Reed</b></p>"))),
              "");
    EXPECT_EQ(people_of(metadata_of(page("<p>Published on <time>Jun 2, 2024</time> by <b>Ada Quill</b></p>"))),
              "Ada Quill");
}

TEST(HtmlMetadataPeople, AMiddleOfALineIsNoByline) {
    const std::string rest =
        " and a long sentence follows that goes on until the line is longer than any byline that has ever been "
        "printed below a headline, which takes some more words than one would think.";
    EXPECT_EQ(people_of(metadata_of(page("<p>Spring tides <i>Guest post by Ben Reed</i>" + rest + "</p>"))), "");
    EXPECT_EQ(people_of(metadata_of(page("<p>Spring tides<br><i>Guest post by Ben Reed</i><br>" + rest + "</p>"))),
              "Ben Reed");
    EXPECT_EQ(people_of(metadata_of(page("<ul><li><a href=/p>Postings on tides</a> by Ben Reed</ul>"))), "");
    EXPECT_EQ(people_of(metadata_of(page("<div>Public: </div><div>Harbour View</div>"))), "");
}

TEST(HtmlMetadataPeople, OrganisationsCountWhereTheyArePrinted) {
    const std::string json =
        "<script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"Low tide at noon\", "
        "\"author\": {\"@type\": \"Organization\", \"name\": \"Tide Board\"}}</script>";
    EXPECT_EQ(people_of(metadata_of(json + page(""))), "");
    EXPECT_EQ(people_of(metadata_of(json + page("<p>By Tide Board</p>"))), "Tide Board");
}

TEST(HtmlMetadataPeople, HelpersHaveTheRolesOfTheirProperties) {
    const auto people = [](const std::string& members) {
        return people_of(
            metadata_of("<title>Low tide at noon</title><script type=application/ld+json>{\"@type\":\"Article\","
                        "\"headline\":\"Low tide at noon\"," +
                        members + "}</script><h1>Low tide at noon</h1><p>The boats lay on the sand."));
    };
    const std::string ada = "{\"@type\":\"Person\",\"name\":\"Ada Quill\"}";
    const std::string ben = "{\"@type\":\"Person\",\"name\":\"Ben Reed\"}";
    EXPECT_EQ(people("\"editor\":" + ben + ",\"author\":" + ada), "Ada Quill; Ben Reed (editor)");
    EXPECT_EQ(people("\"author\":" + ada + ",\"translator\":[" + ben + "],\"illustrator\":\"Cleo Marsh\""),
              "Ada Quill; Ben Reed (translator); Cleo Marsh (illustrator)");
    EXPECT_EQ(people("\"author\":" + ada + ",\"editor\":" + ada), "Ada Quill");
    EXPECT_EQ(people("\"author\":" + ada +
                     ",\"editor\":\"admin\",\"contributor\":{\"@type\":\"Organization\",\"name\":\"Post\"}"),
              "Ada Quill");
}

TEST(HtmlMetadataPeople, OfABoxAfterTheTextWhereNobodyElseIsNamed) {
    const auto boxed = [](const std::string& box, const std::string& byline = {}) {
        return people_of(
            metadata_of(page(byline) + "<p>The gulls walked between them until it was time to fly.</p>" + box));
    };
    EXPECT_EQ(boxed("<div class=author-bio><h4>Ada Quill</h4><p>Ada writes about tides."), "Ada Quill");
    EXPECT_EQ(boxed("<div class='post-author-box'><p><strong>Ada Quill</strong> writes about tides."), "Ada Quill");
    EXPECT_EQ(boxed("<div class=author-bio><h4>Ada Quill</h4>", "<p>By Ben Reed</p>"), "Ben Reed");
    EXPECT_EQ(boxed("<div class=author-bio><p>Ada Quill</p><p>Ada Quill writes about tides."), "Ada Quill");
    EXPECT_EQ(boxed("<div class=author-bio><img src=a.png alt='Ada Quill'><p>Ada Quill</p>"), "Ada Quill");
    EXPECT_EQ(boxed("<div class=author-bio><a href=/authors/ada-quill><p>Ada Quill</p></a>"), "Ada Quill");
    EXPECT_EQ(boxed("<div class=author-bio><p>Latest Articles</p><p>The harbour writes about tides."), "");
    EXPECT_EQ(boxed("<div class=author-bio><h4>More about tides</h4><p>Read on."), "");
    EXPECT_EQ(boxed("<div class=about-box><h4>Ada Quill</h4>"), "");
    std::string others;
    for (int i = 0; i < 6; ++i) others += "<div class=author-bio><h4>Ada Quill</h4></div>";
    EXPECT_EQ(boxed(others), "") << "so many are the authors of the site";
}

}  // namespace
}  // namespace offprint::testing
