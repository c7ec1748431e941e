#include "html_case.hpp"

namespace offprint::testing {
namespace {

/// The classes of the first block.
std::vector<std::string> classes_of(const std::string& markup) {
    const Document document = read_only("html", markup).document;
    const auto& group = std::get<Group>(document.content.at(0));
    return group.attributes ? group.attributes->classes : std::vector<std::string>();
}

TEST(HtmlAsides, CalloutsOfGenerators) {
    const std::string expected = "aside(p(strong(Mind)) p(the tide))";
    expect_outlines({
        {"<div class='markdown-alert markdown-alert-note'><p class=markdown-alert-title><svg width=16 height=16/></svg>"
         "Mind</p><p>the tide</p></div>",
         expected},
        {"<div class='theme-admonition admonition_x alert alert--info'><div class=admonitionHeading_a><span>"
         "<svg viewBox='0 0 14 16'><path/></svg></span>Mind</div><div class=admonitionContent_b><p>the "
         "tide</div></div>",
         expected},
        {"<div class='admonition warning'><p class=admonition-title>Mind</p><p>the tide</p></div>", expected},
        {"<div data-callout=tip><div class=callout-title><div class=callout-title-inner>Mind</div></div>"
         "<div class=callout-content><p>the tide</div></div>",
         expected},
        {"<div class='alert alert-danger' role=note><h4 class=alert-heading>Mind</h4>the tide</div>", expected},
        {"<div class='tip custom-block'><p class=custom-block-title>Mind</p><p>the tide</p></div>", expected},
        {"<div class='admonitionblock note'><table><tr><td class=icon><div class=title>Mind</div>"
         "<td class=content>the tide</table></div>",
         expected},
        {"<div class=admonition><p>the tide</p></div>", "aside(p(the tide))"},
        {"<div class='kg-card kg-callout-card kg-callout-card-blue'><div class=kg-callout-emoji>i</div>"
         "<div class=kg-callout-text>the tide</div></div>",
         "aside(p(i) p(the tide))"},
        {"<figure class='block-color-gray callout'><div><span class=icon>i</span></div><div>the tide</div></figure>",
         "aside(p(i) p(the tide))"},
        {"<div class=NOTE><p>Mind</p><p>the tide</p></div>", "p(Mind) p(the tide)"},
        {"<div class=NOTE><p>Note</p><p>the tide</p></div>", "aside(p(strong(Note)) p(the tide))"},
        {"<div class='hint bg-info'><div><p>the tide</p></div></div>", "aside(p(the tide))"},
        {"<div role=note>the tide</div>", "aside(p(the tide))"},
        {"<div class=callout-link><p>the tide</p></div>", "p(the tide)"},
        {"<div class=alert><p>no kind, no callout</p></div>", "p(no kind, no callout)"},
    });
    EXPECT_EQ(classes_of("<div class='admonition warning'>x</div>"), std::vector<std::string>{"warning"});
}

TEST(HtmlAsides, PullQuotesAreNotShownTwice) {
    const std::string text = "<p>The sea, he said, \u201Cgives back what the land forgets\u201D every winter.</p>";
    const ReadResult twice =
        read_only("html", text + "<aside class='pull-quote'><p>Gives back what the land forgets.</p></aside><p>End.");
    EXPECT_EQ(twice.document.content.size(), 2U);
    EXPECT_TRUE(twice.reported("html.pull-quote-dropped"));
    expect_outlines({
        {"<p>Gives back what the land forgets.</p><figure class=wp-block-pullquote><blockquote><p>Gives back what the "
         "land forgets.</p><cite>A. Nder</cite></blockquote></figure>",
         "p(Gives back what the land forgets.)"},
        {"<p>Text.</p><blockquote class=pullquote><p>Words that are nowhere else</p></blockquote>",
         "p(Text.) quote(p(Words that are nowhere else))"},
        {"<p>Text.</p><div class='c-pull-quote'>Words that are nowhere else</div>",
         "p(Text.) aside(p(Words that are nowhere else))"},
    });
}

TEST(HtmlAsides, QuotesSayWhoSpeaks) {
    expect_outlines({
        {"<blockquote cite='/src'><p>Words</p><footer>\u2014 A. Nder</footer></blockquote>",
         "quote(p(Words) -- A. Nder <https://site.example/src>)"},
        {"<blockquote><p>Words</p><p>\u2014 A. Nder</p></blockquote>", "quote(p(Words) -- A. Nder)"},
        {"<blockquote><p>Words</p><p><cite>A. Nder</cite></p></blockquote>", "quote(p(Words) -- cite(A. Nder))"},
        {"<blockquote><p>Words</p><p>\u2014\u200A<cite>A. Nder</cite></p></blockquote>",
         "quote(p(Words) -- cite(A. Nder))"},
        {"<blockquote><p>\u2014 Who is there?</p></blockquote>", "quote(p(\u2014 Who is there?))"},
        {"<figure><blockquote>Words</blockquote><figcaption>\u2014 A. Nder</figcaption></figure>",
         "quote(p(Words) -- A. Nder)"},
        // a post that a script would have drawn
        {"<blockquote class=twitter-tweet><p lang=en>Words</p>\u2014 A. Nder (@ander) "
         "<a href='https://posts.example/1'>May 1</a></blockquote>",
         "quote(p@en(Words) -- A. Nder (@ander) a(May 1 -> https://posts.example/1) <https://posts.example/1>)"},
    });
}

TEST(HtmlAsides, AreCalloutsByTheirNameAndHaveTheirLabelAsTitle) {
    expect_outlines({
        {"<aside aria-label=Note class='box-aside box-aside--note'><p aria-hidden=true "
         "class=title>Note</p><p>x</aside>",
         "aside(p(strong(Note)) p(x))"},
        {"<aside class=aside aria-label=Note><p>x</aside>", "aside(p(x))"},
    });
}

}  // namespace
}  // namespace offprint::testing
