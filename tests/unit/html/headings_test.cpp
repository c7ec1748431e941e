#include "html_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlHeadings, MarksThatLeadToThemAreNoText) {
    expect_outlines({
        {"<h2 id=x>Tides<a href='#x'>#</a></h2>", "h2#x(Tides)"},
        {"<h2 id=x>Tides <a class=headerlink href='#x'>¶</a></h2>", "h2#x(Tides)"},
        {"<h2 id=x><a href='#x'>§</a> Tides</h2>", "h2#x(Tides)"},
        {"<h2 id=x>Tides<a href='/dir/page#x'><svg class=icon><path/></svg></a></h2>", "h2#x(Tides)"},
        {"<h2 id=x>Tides<a href='#x'>Link to this part</a></h2>", "h2#x(Tides)"},
        {"<h2 id=x2>Tides<a href='#x2'>#x2</a></h2>", "h2#x2(Tides)"},
        {"<section id=x><h2>Tides <a href='#x'>copy</a></h2></section>", "h2#x(Tides)"},
        {"<div><h2 id=x>Tides</h2><a class=anchor href='#x'>#</a></div>", "h2#x(Tides)"},
        {"<h2><span>Tides</span><span class=mw-editsection>[<a href='/edit'>edit</a>]</span></h2>", "h2(Tides)"},
        {"<h2>Tides <button>Copy</button></h2>", "h2(Tides)"},
    });
}

TEST(HtmlHeadings, AreUnwrappedFromLinksToThemselvesOnly) {
    expect_outlines({
        {"<h2 id=x><a href='#x'>Tides</a></h2>", "h2#x(Tides)"},
        {"<h2><a id=x href='#x'>Tides</a></h2>", "h2(span#x(Tides))"},
        {"<h2><a href='/tides'>Tides</a></h2>", "h2(a(Tides -> https://site.example/tides))"},
        {"<a href='/tides'><h2>Tides</h2></a>", "h2(a(Tides -> https://site.example/tides))"},
        {"<h2>Tides, see <a href='#y'>C#</a></h2><p id=y>y", "h2(Tides, see a(C# -> #y)) p#y(y)"},
        {"<h2>Tides, see <a href='#y'>below</a></h2><p id=y>y", "h2(Tides, see a(below -> #y)) p#y(y)"},
    });
}

TEST(HtmlHeadings, RolesAreHeadingsBoldTextIsNone) {
    expect_outlines({
        {"<div role=heading aria-level=3>Tides</div><p>x", "h3(Tides) p(x)"},
        {"<div role=heading>Tides</div>", "h2(Tides)"},
        {"<p><b>Tides</b></p><p>x", "p(strong(Tides)) p(x)"},
        {"<h1><img src=i.png alt=''></h1><h2> </h2>", "p(img( -> i.png))"},
        {"<h2>a<p>b</p></h2>", "h2(a|b)"},
    });
}

TEST(HtmlHeadings, LevelsAreRepaired) {
    const ReadResult result = read_article("html", "<h2>a</h2><h5>b</h5><h3>c</h3><p>x");
    EXPECT_EQ(outline(result.document), "h2#a(a) h3#b(b) h3#c(c) p(x)");
    EXPECT_TRUE(result.reported("heading.level-repaired"));
}

TEST(HtmlHeadings, MadeOfLinksToThemselvesKeepTheirWords) {
    expect_outlines({
        {"<section id=s><h2 id=x><a href='#s'>1. </a><a href='#x'>Tides</a></h2></section>", "group#s(h2#x(1. Tides))"},
        {"<h2 id=x><a href='#x'>1.</a> Tides</h2>", "h2#x(1. Tides)"},
        {"<h2 id=x>fn <a href='#x'>tide</a>() <a href='#x'>copy</a></h2>", "h2#x(fn tide())"},
        {"<h2 id=x><a href='#x'>Tides of the narrows</a> (new)</h2>", "h2#x(Tides of the narrows (new))"},
        {"<h2 id=x><a href='#x'>1.</a> <a href='#x'>Tides</a><a href='#x'>¶</a></h2>", "h2#x(1. Tides)"},
    });
}

TEST(HtmlHeadings, InSummariesStayHeadings) {
    expect_outlines({
        {"<details><summary><h3>Tides</h3></summary><p>x</details>", "section(h3(Tides) p(x))"},
        {"<details><summary>Tides</summary><p>x</details>", "section(p(strong(Tides)) p(x))"},
    });
}

}  // namespace
}  // namespace offprint::testing
