#include "html_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlInlines, EveryStyle) {
    expect_outlines({
        {"<p><em>a</em><i>b</i><strong>c</strong><b>d</b>", "p(em(a)em(b)strong(c)strong(d))"},
        {"<p><u>a</u><s>b</s><strike>c</strike><del>d</del><ins>e</ins>", "p(u(a)s(b)s(c)s(d)ins(e))"},
        {"<p><sub>a</sub><sup>b</sup><small>c</small><mark>d</mark>", "p(sub(a)sup(b)small(c)mark(d))"},
        {"<p><q>a</q><cite>b</cite><kbd>c</kbd><samp>d</samp><var>e</var>", "p(q(a)cite(b)kbd(c)samp(d)var(e))"},
        {"<p><dfn title=t>a</dfn><abbr title='World Wide Web'>b</abbr><acronym>c</acronym>",
         "p(dfn[title=t](a)abbr[title=World Wide Web](b)abbr(c))"},
        {"<p><code>a</code> <tt>b</tt>", "p(code(a) code(b))"},
        {"<p><code>a <em>b</em></code>", "p(code(a )em(code(b)))"},
        {"<p><font color=red>a</font><big>b</big><time>c</time><data value=1>d</data><wbr>e<label>f</label>",
         "p(abcdef)"},
        {"<p><span style='font-style: ITALIC'>a</span><span style='font-weight:bold'>b</span>"
         "<span style='font-variant:small-caps'>c</span>",
         "p(em(a)strong(b)sc(c))"},
        {"<p><bdo dir=rtl>a</bdo><bdi>b</bdi><span dir=rtl lang=ar>c</span><span>d</span>",
         "p(span!rtl[bidi-override=true](a)span!auto(b)span@ar!rtl(c)d)"},
        {"<p><b><b>a</b></b> <sup>x<sup>y</sup></sup><b></b>", "p(strong(a) sup(xsup(y)))"},
    });
}

TEST(HtmlInlines, Links) {
    expect_outlines({
        {"<a href='https://other.example/a b?x=ü'>t</a>", "p(a(t -> https://other.example/a%20b?x=%C3%BC))"},
        {"<a href='../up'>t</a>", "p(a(t -> https://site.example/up))"},
        {"<a href='//cdn.example/x'>t</a>", "p(a(t -> https://cdn.example/x))"},
        {"<a href='mailto:a@b.example'>t</a>", "p(a(t -> mailto:a@b.example))"},
        {"<p id=here>x</p><a href='#here'>t</a>", "p#here(x) p(a(t -> #here))"},
        {"<p id=here>x</p><a href='https://site.example/dir/page#here'>t</a>", "p#here(x) p(a(t -> #here))"},
        {"<a href='#nowhere'>t</a> <a>u</a> <a href=''>v</a>", "p(t u v)"},
        {"<a href='javascript:alert(1)'>t</a><a href='JaVaScRiPt:x'>u</a><a href='data:text/html,x'>v</a>", "p(tuv)"},
        {"<a href=/x> </a>y", "p(y)"},
    });
}

TEST(HtmlInlines, LinksNeedABase) {
    const ReadResult without = read_only("html", "<a href=/x>t</a> <a href='vbscript:x'>u</a>");
    EXPECT_EQ(outline(without.document), "p(t u)");
    EXPECT_TRUE(without.reported("html.link-unresolved"));
    EXPECT_TRUE(without.reported("html.link-dropped"));
    const ReadResult with = read_only("html", "<base href='https://b.example/d/'><a href=x>t</a>");
    EXPECT_EQ(outline(with.document), "p(a(t -> https://b.example/d/x))");
    EXPECT_EQ(with.document.base_url, "https://b.example/d/");
}

TEST(HtmlInlines, TrackersGoWhenAskedFor) {
    const std::string markup =
        "<a href='https://a.example/x?utm_source=n&id=7&fbclid=q#top'>t</a><a "
        "href='https://a.example/?UTM_Medium=m'>u</a>";
    EXPECT_EQ(outline(read_only("html", markup).document),
              "p(a(t -> https://a.example/x?utm_source=n&id=7&fbclid=q#top)a(u -> https://a.example/?UTM_Medium=m))");
    EXPECT_EQ(outline(read_only("html", markup, {{"strip-trackers", "true"}}).document),
              "p(a(t -> https://a.example/x?id=7#top)a(u -> https://a.example/))");
}

TEST(HtmlInlines, Ruby) {
    expect_outlines({
        {"<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>", "p(ruby(漢^かん)ruby(字^じ))"},
        {"<ruby><rb>東<rt>とう</ruby>京", "p(ruby(東^とう)京)"},
        {"<ruby>no</ruby> base", "p(no base)"},
    });
}

TEST(HtmlInlines, Math) {
    const std::string annotated =
        "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x_1</annotation></semantics></math>";
    expect_outlines({
        {"<p>a <math><mi>x</mi></math>",
         "p(a math(<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>))"},
        {annotated, "p(math(x_1))"},
        {"<span class=katex-display><span class=katex><span class=katex-mathml>" + annotated +
             "</span><span class=katex-html aria-hidden=true>x1</span></span></span>",
         "p(display(x_1))"},
        {"<span style='display:none'>" + annotated + "</span><img src=x.png alt=x_1>", "p(math(x_1))"},
        {"<p><script type='math/tex; mode=display'>a < b</script>", "p(display(a < b))"},
        {"<span class=MathJax_Preview>y</span><script type='math/tex'>y^2</script>", "p(math(y^2))"},
    });
}

TEST(HtmlInlines, MathOfRenderers) {
    const std::string mathml = "<math><mi>x</mi></math>";
    const std::string read = "math(<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>)";
    expect_outlines({
        {"<p>a <mjx-container><mjx-math aria-hidden=true>X</mjx-math><mjx-assistive-mml>" + mathml +
             "</mjx-assistive-mml></mjx-container> b",
         "p(a " + read + " b)"},
        {"<p><img class=latex alt='x_1' src='https://s0.example/l.php?latex=x_1'>", "p(math(x_1))"},
        {"<p><img class=mwe-math-fallback-image-inline alt='{\\displaystyle x^{2}}' src=x.svg>", "p(math(x^{2}))"},
        {"<p><img src=x.svg alt='\\sqrt{x}'><img src=y.svg alt='C:\\dir'>", "p(math(\\sqrt{x})img(C:\\dir -> y.svg))"},
        {"<p><span class=math-inline data-math='x^2'><span class=katex><span class=katex-html "
         "aria-hidden=true>x2</span>"
         "</span></span>",
         "p(math(x^2))"},
        {"<p>a <span class=katex><span class=katex-html aria-hidden=true>x</span></span>", "p(a x)"},
        {"<p><img src='https://latex.codecogs.com/svg.image?%5Cfrac{a}{b}'>", "p(math(\\frac{a}{b}))"},
        {"<p><img src='https://charts.example/chart?cht=tx&chl=%5Calpha+x' alt=y>", "p(math(\\alpha x))"},
        {"<p><span class='math inline'>\\(x\\)</span> <span class='math display'>y</span>", "p(math(x) display(y))"},
        {"<p><span class=arithmatex>\\[x\\]</span><span data-tex='y'>Y</span>", "p(display(x)math(y))"},
        {"<div class='math notranslate'>\n\\[x\\]</div><div class=math>x</div>", "p(display(x)) p(x)"},
        {"<d-math block>x</d-math><d-math>y</d-math>", "p(display(x)math(y))"},
        {"<math-renderer>$x$</math-renderer>", "p(math(x))"},
    });
    EXPECT_TRUE(
        read_only("html", "<mjx-container><mjx-math>x</mjx-math></mjx-container>y").reported("html.formula-dropped"));
}

TEST(HtmlInlines, TexIsTextUnlessThePageSetsIt) {
    const std::string text = "<p>a \\(x\\) b $$y$$ c \\[z\\] $5 <code>\\(x\\)</code> \\( d";
    expect_outlines({
        {text, "p(a \\(x\\) b $$y$$ c \\[z\\] $5 code(\\(x\\)) \\( d)"},
        {"<script src='https://cdn.example/MathJax.js'></script>" + text,
         "p(a math(x) b display(y) c display(z) $5 code(\\(x\\)) \\( d)"},
    });
}

TEST(HtmlInlines, ForeignMarkupIsNeverActive) {
    const Document document =
        read_only("html",
                  "<math><mi onclick='x()' href='javascript:x()'>x</mi><script>x()</script></math>"
                  "<svg width=99><rect onload='x()'/><path d='M0 0'/><a xlink:href='javascript:x()'/></svg>")
            .document;
    const std::string all = outline(document);
    EXPECT_EQ(all.find("x()"), std::string::npos) << all;
    EXPECT_NE(all.find("<mi>x</mi>"), std::string::npos) << all;
}

TEST(HtmlInlines, OnlyLanguageTagsAreLanguages) {
    expect_outlines({
        {"<p>a <span lang=de_at>b</span> <span lang='x y'>c</span> <span lang=en->d</span> <span lang=1>e</span>",
         "p(a span@de-AT(b) c d e)"},
    });
}

TEST(HtmlInlines, PagesThatDoNotSayTheirDirectionHaveThatOfTheirLetters) {
    const auto direction_of = [](std::string page) {
        const Document document = read_article("html", std::move(page)).document;
        return document.attributes ? document.attributes->direction : Direction::unspecified;
    };
    EXPECT_EQ(direction_of("<html lang=ar><title>a</title><p>هذا نص عربي."), Direction::right_to_left);
    EXPECT_EQ(direction_of("<html lang=ar dir=ltr><title>a</title><p>هذا نص عربي."), Direction::left_to_right);
    EXPECT_EQ(direction_of("<html lang=en><title>a</title><p>Plain text."), Direction::unspecified);
}

TEST(HtmlInlines, BlocksThatSayTheDirectionThatHoldsAnywaySayNothing) {
    expect_outlines({
        {"<div dir=ltr><p dir=ltr>a</p><p dir=auto>b</p><p dir=rtl>c</p></div>", "p(a) p(b) p!rtl(c)"},
        {"<div dir=rtl><p dir=rtl>a</p><p dir=ltr>b</p></div>", "group!rtl(p(a) p!ltr(b))"},
        {"<p>a <span dir=ltr>b</span> <bdi>c</bdi>", "p(a span!ltr(b) span!auto(c))"},
    });
}

TEST(HtmlInlines, LinksThatAreButtonsOfAScriptAreControls) {
    expect_outlines({
        {"<blockquote><p>a</p><div><a role=button>Click to expand</a></div></blockquote>", "quote(p(a))"},
        {"<p>a <a role=button href=/b>b</a>", "p(a a(b -> https://site.example/b))"},
        {"<p><a role=button aria-controls=c>Question</a><p id=c>Answer", "p(Question) p#c(Answer)"},
    });
    EXPECT_TRUE(read_only("html", "<p>a <a role=button>b</a>").reported("html.control-dropped"));
}

}  // namespace
}  // namespace offprint::testing
