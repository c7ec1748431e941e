#include "html_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlNotes, TheShapesThatSitesGiveThem) {
    expect_outlines({
        // roles, as in DPUB-ARIA
        {"<p>a<a href='#n' role=doc-noteref>1</a></p><aside id=n role=doc-footnote>N</aside>", "p(anote0) [0: p(N)]"},
        // Markdown renderers
        {"<p>a<sup id=fnref1><a href='#fn1'>1</a></sup></p><section class=footnotes><hr><ol>"
         "<li id=fn1><p>N <a href='#fnref1' class=footnote-backref>↩</a></p></li></ol></section>",
         "p(anote0) [0: p(N)]"},
        // Wikipedia
        {"<p>a<sup class=reference id=cite_ref-1><a href='#cite_note-1'>[1]</a></sup></p><h2>References</h2>"
         "<ol class=references><li id=cite_note-1><span class=mw-cite-backlink><b><a "
         "href='#cite_ref-1'>^</a></b></span> "
         "<span>N</span></li></ol>",
         "p(anote0) [0: p(N)]"},
        // by hand, with anchors inside the notes
        {"<p>a<a name=r1 href='#n1'><sup>1</sup></a></p><p>end</p><p><a name=n1 href='#r1'>1</a> N</p>",
         "p(anote0) p(end) [0: p(N)]"},
        // two references to one note, in the order of the text
        {"<p><sup><a href='#fn2'>2</a></sup><sup><a href='#fn1'>1</a>,<a href='#fn2'>2</a></sup></p>"
         "<ol class=footnotes><li id=fn1>A<li id=fn2>B</ol>",
         "p(note0note1note0) [0: p(B)] [1: p(A)]"},
    });
}

TEST(HtmlNotes, OtherLinksStayLinks) {
    expect_outlines({
        {"<p><a href='#s2'>2</a></p><h2 id=s2>Two</h2><p>x", "p(a(2 -> #s2)) h2#s2(Two) p(x)"},
        {"<ul><li><a href='#a'>A</a></ul><h2 id=a>A</h2>", "ul(li(p(a(A -> #a)))) h2#a(A)"},
        {"<p>x<sup><a href='https://other.example/#fn1'>1</a></sup>", "p(xsup(a(1 -> https://other.example/#fn1)))"},
    });
}

TEST(HtmlNotes, WithoutReferencesAreText) {
    expect_outlines({{"<ol class=footnotes><li id=fn1>N</ol>", "ol1(li#fn1(p(N)))"}});
}

}  // namespace
}  // namespace offprint::testing
