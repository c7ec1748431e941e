#include "html_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlTables, SectionsHeadersAndSpans) {
    expect_outlines({
        {"<table><caption>C</caption><thead><tr><th scope=col>a<th align=right>b<tbody><tr><td colspan=2>c"
         "<tfoot><tr><td>d<td style='text-align:center'>e</table>",
         "table(p(C) / head(tr(th[scope=col](p(a)) th>(p(b)))) body(tr(td2x1(p(c)))) foot(tr(td(p(d)) td=(p(e)))))"},
        {"<table><tr><th>a<th>b<tr><td>c<td></table>", "table(body(tr(th(p(a)) th(p(b))) tr(td(p(c)) td())))"},
        {"<table><tr><td rowspan=2>a<td rowspan=2>b<tr><tr><td>c<td>d<tr></table>",
         "table(body(tr(td1x2(p(a)) td1x2(p(b))) tr() tr(td(p(c)) td(p(d)))))"},
        {"<table><tr><th rowspan=0>a<td>b<tr><td>c</table>", "table(body(tr(th1x65534(p(a)) td(p(b))) tr(td(p(c)))))"},
    });
}

TEST(HtmlTables, SpansAreReadSafely) {
    expect_outlines({
        {"<table><tr><th colspan=9007199254740991 rowspan=9007199254740991>a<tr><td colspan=-3>b<td "
         "colspan=x>c</table>",
         "table(body(tr(th1000x65534(p(a))) tr(td(p(b)) td(p(c)))))"},
    });
}

TEST(HtmlTables, ColumnWidths) {
    const Document document =
        read_only("html",
                  "<table><colgroup><col width='25%'><col style='width: 50%' span=2 align=right></colgroup>"
                  "<tr><th>a<th>b<th>c</table>")
            .document;
    const auto& table = std::get<Table>(document.content.at(0));
    ASSERT_EQ(table.columns.size(), 3U);
    EXPECT_DOUBLE_EQ(table.columns[0].width, 0.2);  // 125 % in all
    EXPECT_DOUBLE_EQ(table.columns[1].width, 0.4);
    EXPECT_EQ(table.columns[2].alignment, Alignment::right);
}

TEST(HtmlTables, LayoutTablesDissolve) {
    expect_outlines({
        // a column of links beside the text
        {"<table><tr><td colspan=2>Bob's page<tr><td>Home<td>" + std::string(300, 'x') + "<p>" + std::string(300, 'y') +
             "</table>",
         "p(Bob's page) p(Home) p(" + std::string(300, 'x') + ") p(" + std::string(300, 'y') + ")"},
        // formulas with their numbers, as LaTeXML lines them up
        {"<table class='ltx_equation ltx_eqn_table'><tr><td><td><math display=block alttext=x><semantics><mi>x</mi>"
         "<annotation encoding='application/x-tex'>x</annotation></semantics></math><td><td>(1)</table>",
         "p(display(x)) p((1))"},
        {"<table><tr><td><p>a</p><p>b</p></table>", "p(a) p(b)"},
        {"<table><tr><td>a<tr><td>b</table>", "p(a) p(b)"},
        {"<table><tr><td><p>a<td><p>b</table>", "p(a) p(b)"},
        {"<table><tr><td>a<td>b</table>", "table(body(tr(td(p(a)) td(p(b)))))"},
        {"<table><tr><td><center><font size=2>a</font></center><td><table><tr><td>b<tr><td><h2>c</h2>d</table></table>",
         "p(a) p(b) h2(c) p(d)"},
        {"<table role=presentation><tr><td>a<td>b</table>", "p(a) p(b)"},
        {"<table><tr><td>menu<td><table><tr><th>x<th>y</table></table>", "p(menu) table(body(tr(th(p(x)) th(p(y)))))"},
    });
}

TEST(HtmlTables, ListsThatAreDrawnWithTheirCells) {
    const std::string sentence = "the pilot of the first boat, who shall go before the others at each slack water;";
    expect_outlines({
        {"<table><tr><td><p>(a)</p><td><p>the pilot;</p></table>", "p((a) the pilot;)"},
        {"<table><tr><td>1.<td>" + sentence + "<tr><td>2.<td>the others.</table>",
         "p(1. " + sentence + ") p(2. the others.)"},
        {"<table><tr><td>•<td>red<tr><td>•<td>" + sentence + "</table>", "ul(li(p(red)) li(p(" + sentence + ")))"},
        // Lines of data, which may be counted
        {"<table><tr><td>1.<td>Ada<tr><td>2.<td>Bob</table>",
         "table(body(tr(td(p(1.)) td(p(Ada))) tr(td(p(2.)) td(p(Bob)))))"},
        {"<table><tr><td>a<td>b<tr><td>c<td>d</table>", "table(body(tr(td(p(a)) td(p(b))) tr(td(p(c)) td(p(d)))))"},
    });
}

}  // namespace
}  // namespace offprint::testing
