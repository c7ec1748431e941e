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
        // GitHub
        {"<p>a<sup><a href='#user-content-fn-1' id=user-content-fnref-1 data-footnote-ref>1</a></sup></p>"
         "<section data-footnotes class=footnotes><h2 id=footnote-label>Footnotes</h2><ol><li id=user-content-fn-1>"
         "<p>N <a href='#user-content-fnref-1' data-footnote-backref>↩</a></p></li></ol></section>",
         "p(anote0) [0: p(N)]"},
        // kramdown, Hugo
        {"<p>a<sup id='fnref:1' role=doc-noteref><a href='#fn:1' class=footnote rel=footnote>1</a></sup></p>"
         "<div class=footnotes role=doc-endnotes><ol><li id='fn:1' role=doc-endnote><p>N&nbsp;<a href='#fnref:1' "
         "class=reversefootnote role=doc-backlink>↩</a></p></li></ol></div>",
         "p(anote0) [0: p(N)]"},
        // WordPress
        {"<p>a<sup data-fn=u-1 class=fn><a href='#u-1' id=u-1-link>1</a></sup></p><ol class=wp-block-footnotes>"
         "<li id=u-1>N <a href='#u-1-link' aria-label='Jump to reference 1'>↩︎</a></li></ol>",
         "p(anote0) [0: p(N)]"},
        // its plugins
        {"<p>a<span id=easy-footnote-1-9></span><span class=easy-footnote><a href='#easy-footnote-bottom-1-9' "
         "title=N><sup>1</sup></a></span></p><ol class=easy-footnotes-wrapper><li class=easy-footnote-single><span "
         "id=easy-footnote-bottom-1-9></span>N<a class=easy-footnote-to-top href='#easy-footnote-1-9'></a></li></ol>",
         "p(aspan#easy-footnote-1-9()note0) [0: p(N)]"},
        // Substack
        {"<p>a<a class=footnote-anchor id=footnote-anchor-1 href='#footnote-1'>1</a></p><div class=footnote>"
         "<a id=footnote-1 href='#footnote-anchor-1' class=footnote-number>1</a><div class=footnote-content><p>N</p>"
         "<p>M</p></div></div>",
         "p(anote0) [0: p(N) p(M)]"},
        // Word
        {"<p>a<a href='#_ftn1' name=_ftnref1><span class=MsoFootnoteReference>[1]</span></a></p><div><hr>"
         "<div id=ftn1><p><a href='#_ftnref1' name=_ftn1>[1]</a> N</p><p>M</p></div></div>",
         "p(anote0) [0: p(N) p(M)]"},
        {"<p>a<a href='file:///C:/old.doc#_ftn1' name=_ftnref1>[1]</a></p><div id=ftn1><p><a href='old.doc#_ftnref1' "
         "name=_ftn1>[1]</a> N</p></div>",
         "p(anote0) [0: p(N)]"},
        // several back-links, as Wikipedias write them
        {"<p>a<sup id=r-0><a href='#cite_note-1'>[1]</a></sup> b<sup id=r-1><a href='#cite_note-1'>[1]</a></sup></p>"
         "<ol class=references><li id=cite_note-1><span>↑ <sup><a href='#r-0'>a</a></sup> et <sup><a "
         "href='#r-1'>b</a></sup></span> N</li></ol>",
         "p(anote0 bnote0) [0: p(N)]"},
        {"<p>a<sup id=r1><a href='#n1'>1</a></sup></p><h2>Notes</h2><p id=n1 class=footnote>1. N [<a "
         "href='#r1'>↩</a>]</p>",
         "p(anote0) [0: p(N)]"},
        // two references to one note, in the order of the text
        {"<p><sup><a href='#fn2'>2</a></sup><sup><a href='#fn1'>1</a>,<a href='#fn2'>2</a></sup></p>"
         "<ol class=footnotes><li id=fn1>A<li id=fn2>B</ol>",
         "p(note0note1note0) [0: p(B)] [1: p(A)]"},
    });
}

TEST(HtmlNotes, InTheLineOfTheText) {
    expect_outlines({
        // Tufte
        {"<p>a<label for=sn class='margin-toggle sidenote-number'></label><input type=checkbox id=sn "
         "class=margin-toggle><span class=sidenote>N <em>m</em></span> b</p>",
         "p(anote0 b) [0: p(N em(m))]"},
        {"<p>a<label for=mn class=margin-toggle>&#8853;</label><input type=checkbox id=mn><span "
         "class=marginnote>N</span></p>",
         "p(anote0) [0: p(N)]"},
        // Distill
        {"<p>a<d-footnote>N</d-footnote> b</p>", "p(anote0 b) [0: p(N)]"},
        // one that pops up
        {"<p>a<sup class=modern-footnotes><a href='javascript:void(0)'>1</a></sup><span "
         "class=modern-footnotes-footnote__note>A note.</span> b</p>",
         "p(anote0 b) [0: p(A note.)]"},
        // LaTeXML
        {"<h2>One</h2><p>a<span class='ltx_note ltx_role_footnote'><sup class=ltx_note_mark>1</sup><span "
         "class=ltx_note_outer><span class=ltx_note_content><sup class=ltx_note_mark>1</sup><span "
         "class='ltx_tag ltx_tag_note'>1</span>A note.</span></span></span></p>",
         "h2(One) p(anote0) [0: p(A note.)]"},
        {"<p>a <span class=note>is no note</span></p>", "p(a is no note)"},
        {"<p>a <label>L</label> <small class=sidenote-count></small>b</p>", "p(a L b)"},
    });
}

TEST(HtmlNotes, NumbersWithoutLinks) {
    expect_outlines({
        {"<p>a<sup>1</sup> b<sup>2</sup></p><h2>Notes</h2><p><sup>1</sup> N</p><p><sup>2</sup> M</p>",
         "p(anote0 bnote1) [0: p(N)] [1: p(M)]"},
        {"<p>5 m<sup>2</sup></p><p><sup>2</sup> x</p>", "p(5 msup(2)) p(sup(2) x)"},
        {"<p>a<sup>1</sup></p><p>b</p>", "p(asup(1)) p(b)"},
    });
}

TEST(HtmlNotes, ABibliographyThatNothingRefersToStaysAList) {
    expect_outlines({
        {"<p>a</p><h2>References</h2><ol class=references><li id=cite_note-1>N<li id=cite_note-2>M</ol>",
         "p(a) h2(References) ol1(li#cite_note-1(p(N)) li#cite_note-2(p(M)))"},
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
