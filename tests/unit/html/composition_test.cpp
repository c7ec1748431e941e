// Pages whose text stands elsewhere in their source than on the screen: parts that were sent late, and shadow trees.
#include "html_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlComposition, PartsSentLateStandInTheirPlaces) {
    expect_outlines({
        {"<h1>a</h1><!--$?--><template id=B:0></template><p>loading</p><!--/$--><p>z</p>"
         "<div hidden id=S:0><p>b</p><p>c</p></div><script>$RC(\"B:0\",\"S:0\")</script>",
         "h1(a) p(b) p(c) p(z)"},
        // numbers that differ, a part in a part, one inside a fallback
        {"<div><!--$?--><template id=B:1></template><p>loading</p><!--$?--><template "
         "id=B:7></template><!--/$--><!--/$-->"
         "</div>"
         "<div hidden id=S:4><p>a</p><template id=P:5></template><p>c</p></div><div hidden id=S:5><p>b</p></div>"
         "<script>$RS(\"S:5\",\"P:5\");$RC(\"B:1\",\"S:4\")</script>",
         "p(a) p(b) p(c)"},
        // a page from which comments were taken out
        {"<div><template id=B:0></template><div>loading</div><p>z</p></div>"
         "<div hidden id=S:0><p>a</p></div><script>$RR(\"B:0\",\"S:0\",[])</script>",
         "p(a) p(z)"},
        // parts that are in place already, and one that never came
        {"<p>a</p><template id=B:2></template><p>z</p>"
         "<script>$RC(\"B:0\",\"S:0\");$RC(\"B:2\",\"S:2\")</script>",
         "p(a) p(z)"},
    });
}

TEST(HtmlComposition, NumbersTellWhereLatePartsBelongWhenScriptsWereTakenOut) {
    expect_outlines({
        {"<p>a</p><!--$?--><template id=\"B:1a\"></template><p>loading</p><!--/$--><p>z</p>"
         "<div hidden id=\"S:1a\"><p>b</p><template id=\"P:2\"></template></div><div hidden id=\"S:2\"><p>c</p></div>",
         "p(a) p(b) p(c) p(z)"},
        // none of React's
        {"<p>a</p><template id=\"one\"></template><p>z</p><div hidden id=\"one\"><p>b</p></div>", "p(a) p(z)"},
    });
}

TEST(HtmlComposition, PartsThatHoldThemselvesEnd) {
    expect_outlines({
        {"<p>a</p><template id=B:0></template><div hidden id=S:0><p>b</p><template id=B:0></template></div>"
         "<script>$RC(\"B:0\",\"S:0\")</script>",
         "p(a) p(b)"},
    });
}

TEST(HtmlComposition, ShadowTreesAreShownInTheirHosts) {
    expect_outlines({
        {"<x-page><template shadowrootmode=open><style>p{}</style><h1>a</h1><slot></slot><p>d</p></template><p>b</p>"
         "<p>c</p></x-page>",
         "h1(a) p(b) p(c) p(d)"},
        // slots by name, a slot's own content where it gets none, and light content without a slot, which is not shown
        {"<x-page><template shadowrootmode=closed><slot name=head></slot><slot name=none><p>own</p></slot></template>"
         "<p>lost</p><h2 slot=head>a</h2></x-page>",
         "h2(a) p(own)"},
        // a host in what another host is given
        {"<x-page><template shadowrootmode=open><slot></slot></template>"
         "<x-box><template shadowrootmode=open><p>a</p><slot></slot></template><p>b</p></x-box></x-page>",
         "p(a) p(b)"},
        {"<template><p>of a script</p></template><p>a</p>", "p(a)"},
    });
}

}  // namespace
}  // namespace offprint::testing
