#include "html_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlLists, KindsStartsAndNumbers) {
    expect_outlines({
        {"<ul><li>a<li>b</ul>", "ul(li(p(a)) li(p(b)))"},
        {"<menu><li>a</menu>", "ul(li(p(a)))"},
        {"<ol start=3><li>a<li value=7>b</ol>", "ol3(li(p(a)) li7(p(b)))"},
        {"<ol type=a><li>x</ol><ol type=I><li>x</ol><ol style='list-style-type:lower-roman'><li>x</ol>",
         "ol1a(li(p(x))) ol1I(li(p(x))) ol1i(li(p(x)))"},
        {"<ol reversed><li>a<li>b</ol>", "ol2-reversed(li(p(a)) li(p(b)))"},
        {"<ol start=99999999999999999999><li>a</ol>", "ol1000000000(li(p(a)))"},
        {"<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>", "ul(done(p(a)) open(p(b)))"},
    });
}

TEST(HtmlLists, ThatGoOnAreOne) {
    expect_outlines({
        // Notion writes each item as a list of its own.
        {"<ul class=b><li>a</ul><ul class=b><li>b</ul>", "ul(li(p(a)) li(p(b)))"},
        {"<ol class=n start=1><li>a</ol><ol class=n start=2><li>b</ol>", "ol1(li(p(a)) li(p(b)))"},
        {"<ol class=n><li>a</ol><ol class=n><li>b</ol>", "ol1(li(p(a))) ol1(li(p(b)))"},
        {"<ul><li>a</ul><ul><li>b</ul>", "ul(li(p(a))) ul(li(p(b)))"},
        {"<ul class=b><li>a</ul><p>c</p><ul class=b><li>b</ul>", "ul(li(p(a))) p(c) ul(li(p(b)))"},
    });
}

TEST(HtmlLists, PrintedNumbersAreNoWords) {
    expect_outlines({
        {"<ol><li><div>1</div><div>a</div><li><div>2.</div><div>b</div></ol>", "ol1(li(p(a)) li(p(b)))"},
        {"<ol><li><div>3</div><div>a</div><li>2</ol>", "ol1-loose(li(p(3) p(a)) li(p(2)))"},
    });
}

TEST(HtmlLists, Nesting) {
    expect_outlines({
        {"<ul><li>a<ol><li>b</ol>c</ul>", "ul-loose(li(p(a) ol1(li(p(b))) p(c)))"},
        {"<ul><li>a</li><ul><li>b</ul></ul>", "ul(li(p(a) ul(li(p(b)))))"},
        {"<ul><ul><li>a</ul></ul>", "ul(li(ul(li(p(a)))))"},
        {"<ul><li><p>a<p>b</ul>", "ul-loose(li(p(a) p(b)))"},
        {"<ul> <li> </li> </ul><ul></ul>x", "p(x)"},
        {"<li>stray", "p(stray)"},
    });
}

TEST(HtmlLists, Definitions) {
    expect_outlines({
        {"<dl><dt>a<dt>b<dd>c<dd><p>d</p><dt>e<dd>f</dl>", "dl(dt(a) dt(b) dd(p(c)) dd(p(d)); dt(e) dd(p(f)))"},
        {"<dl><div><dt>a<dd>b</div><div><dt>c<dd>d</div></dl>", "dl(dt(a) dd(p(b)); dt(c) dd(p(d)))"},
        {"<dl><dt>a<dd>b</dd>stray<ul><li>c</ul></dl>", "dl(dt(a) dd(p(b)) dd(p(stray)) dd(ul(li(p(c)))))"},
        {"<dl><dd>alone</dl>", "dl(dd(p(alone)))"},
    });
}

TEST(HtmlLists, OfGoogleDocsAreNestedByTheirNames) {
    expect_outlines({
        {"<ul class='c1 lst-kix_a-0 start'><li>1</ul><ul class='c1 lst-kix_a-1 start'><li>1.1</ul><ul class='c1 "
         "lst-kix_a-2'><li>1.1.1</ul><ul class='c1 lst-kix_a-1'><li>1.2</ul><ul class='c2 lst-kix_a-0'><li>2</ul>",
         "ul(li(p(1) ul(li(p(1.1) ul(li(p(1.1.1)))) li(p(1.2)))) li(p(2)))"},
        {"<ul class='lst-kix_a-0'><li>1</ul><ul class='lst-kix_b-1'><li>2</ul>", "ul(li(p(1))) ul(li(p(2)))"},
        {"<ol class='lst-kix_a-0'><li>1</ol><ul class='lst-kix_a-1'><li>a</ul><ol class='lst-kix_a-0' "
         "start=2><li>2</ol>",
         "ol1(li(p(1) ul(li(p(a)))) li(p(2)))"},
    });
}

TEST(HtmlLists, OfWordAreParagraphsThatSayTheirLevel) {
    const auto item = [](const std::string& list, const std::string& label, const std::string& words) {
        return "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:" + list +
               " lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>" + label +
               "<span style='font:7.0pt'>&nbsp;&nbsp; </span></span></span><![endif]>" + words + "</p>\n";
    };
    expect_outlines({
        {item("l0 level1", "·", "1") + item("l0 level2", "o", "1.1") + item("l0 level1", "·", "2"),
         "ul(li(p(1) ul(li(p(1.1)))) li(p(2)))"},
        {item("l0 level1", "3.", "c") + item("l0 level1", "4.", "d") + item("l1 level1", "·", "e"),
         "ol3(li(p(c)) li(p(d))) ul(li(p(e)))"},
        {"<p style='mso-list:none'>a</p>", "p(a)"},
    });
}

}  // namespace
}  // namespace offprint::testing
