// Tabs become parts one after the other, each under its label.
#include "article_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlTabs, ByTheirRoles) {
    expect_outlines({
        {"<div role=tablist><button role=tab id=t1 aria-controls=p1>Ebb</button><button role=tab id=t2 "
         "aria-controls=p2>Flood</button></div><div role=tabpanel id=p2><p>Up</div><div role=tabpanel "
         "id=p1><p>Down</div>",
         "p#t2(strong(Flood)) p(Up) p#t1(strong(Ebb)) p(Down)"},
        {"<ul role=tablist><li role=tab>Ebb<li role=tab>Flood</ul><div><div role=tabpanel>Down</div><div role=tabpanel "
         "hidden><pre>up</pre></div></div>",
         "p(strong(Ebb)) p(Down) p(strong(Flood)) pre(up)"},
        // A panel that holds tabs of its own
        {"<ul role=tablist><li role=tab>A<li role=tab>B</ul><div role=tabpanel><ul role=tablist><li role=tab>a<li "
         "role=tab>b</ul><div role=tabpanel>1</div><div role=tabpanel>2</div></div><div role=tabpanel>3</div>",
         "p(strong(A)) p(strong(a)) p(1) p(strong(b)) p(2) p(strong(B)) p(3)"},
    });
}

TEST(HtmlTabs, ByRadioButtonsAndLabels) {
    expect_outlines({
        {"<div class=tabbed-set><input type=radio id=a><input type=radio id=b><div class=tabbed-labels><label "
         "for=a>Ebb</label><label for=b>Flood</label></div><div class=tabbed-content><div><p>Down</div><div><p>Up"
         "</div></div></div>",
         "p(strong(Ebb)) p(Down) p(strong(Flood)) p(Up)"},
        {"<div class=tab-set><input type=radio id=a><label for=a>Ebb</label><div><p>Down</div><input type=radio id=b>"
         "<label for=b>Flood</label><div><p>Up</div></div>",
         "p(strong(Ebb)) p(Down) p(strong(Flood)) p(Up)"},
        {"<div><label>Name</label><label>Age</label></div><div><p>one</div>", "p(NameAge) p(one)"},
    });
}

TEST(HtmlTabs, ClosedListsOfLinksStayClosed) {
    const std::string links = "<ul><li><a href=/a>The lamp</a><li><a href=/b>The mole</a></ul>";
    expect_articles({
        {"most read",
         "<main>" + lead + rest + "</main><div role=tablist><b role=tab>Read</b><b role=tab>Shared</b></div>" +
             "<div role=tabpanel>" + links + "</div><div role=tabpanel hidden>" + links + "</div>",
         {},
         {"The lamp", "Shared"}},
        {"of the text",
         "<main>" + lead +
             "<div role=tablist><b role=tab>North</b><b role=tab>South</b></div><div role=tabpanel>Keep to "
             "port.</div><div role=tabpanel hidden>Keep to starboard.</div>" +
             rest + "</main>",
         {"North", "Keep to port", "South", "Keep to starboard"},
         {}},
    });
}

}  // namespace
}  // namespace offprint::testing
