// Every element of HTML, current and obsolete, and every global attribute that carries content.
#include <set>

#include "html/dom/tag.hpp"
#include "html_case.hpp"

namespace offprint::testing {
namespace {

struct ElementCase {
    const char* element;
    const char* markup;
    const char* outline;
};

const ElementCase elements[] = {
    {"a", "<a href='https://a.example/'>t</a>", "p(a(t -> https://a.example/))"},
    {"abbr", "<abbr title=Long>t</abbr>", "p(abbr[title=Long](t))"},
    {"acronym", "<acronym>t</acronym>", "p(abbr(t))"},
    {"address", "<address>a<br>b</address>", "p(a|b)"},
    {"applet", "<applet><p>t</applet>", "p(t)"},
    {"area", "<map><area href=/x alt=t></map>x", "p(x)"},
    {"article", "<article><p>t</article>", "p(t)"},
    {"aside", "<aside>t</aside>", "aside(p(t))"},
    {"audio", "<audio src='https://a.example/a.mp3' title=t></audio>", "p(a(t -> https://a.example/a.mp3))"},
    {"b", "<b>t</b>", "p(strong(t))"},
    {"base", "<base href='https://b.example/'><a href=x>t</a>", "p(a(t -> https://b.example/x))"},
    {"bdi", "<bdi>t</bdi>", "p(span!auto(t))"},
    {"bdo", "<bdo dir=rtl>t</bdo>", "p(span!rtl[bidi-override=true](t))"},
    {"big", "<big>t</big>", "p(t)"},
    {"blink", "<blink>t</blink>", "p(t)"},
    {"blockquote", "<blockquote>t</blockquote>", "quote(p(t))"},
    {"body", "<body>t</body>", "p(t)"},
    {"br", "a<br>b", "p(a|b)"},
    {"button", "a<button>t</button>", "p(a)"},
    {"canvas", "<canvas>t</canvas>", "p(t)"},
    {"caption", "<table><caption>t</caption><tr><td>a<td>b</table>", "table(p(t) / body(tr(td(p(a)) td(p(b)))))"},
    {"center", "<center>a</center>b", "p(a) p(b)"},
    {"cite", "<cite>t</cite>", "p(cite(t))"},
    {"code", "<code>t</code>", "p(code(t))"},
    {"col", "<table><col><col><tr><th>a<td>b</table>", "table(body(tr(th(p(a)) td(p(b)))))"},
    {"colgroup", "<table><colgroup span=2></colgroup><tr><th>a<td>b</table>", "table(body(tr(th(p(a)) td(p(b)))))"},
    {"data", "<data value=1>t</data>", "p(t)"},
    {"datalist", "a<datalist><option>t</datalist>", "p(a)"},
    {"dd", "<dl><dd>t</dl>", "dl(dd(p(t)))"},
    {"del", "<del>t</del>", "p(s(t))"},
    {"details", "<details>t</details>", "section(p(t))"},
    {"dfn", "<dfn>t</dfn>", "p(dfn(t))"},
    {"dialog", "<dialog open>t</dialog>", "p(t)"},
    {"dir", "<dir><li>t</dir>", "ul(li(p(t)))"},
    {"div", "<div>a</div>b", "p(a) p(b)"},
    {"dl", "<dl><dt>a<dd>b</dl>", "dl(dt(a) dd(p(b)))"},
    {"dt", "<dl><dt>t</dl>", "dl(dt(t))"},
    {"em", "<em>t</em>", "p(em(t))"},
    {"embed", "<embed src='https://a.example/a' title=t>", "p(a(t -> https://a.example/a))"},
    {"fieldset", "<fieldset>a</fieldset>b", "p(a) p(b)"},
    {"figcaption", "<figure><img src=i alt=x><figcaption>t</figcaption></figure>", "figure(p(img(x -> i)) / p(t))"},
    {"figure", "<figure><img src=i alt=x></figure>", "figure(p(img(x -> i)))"},
    {"font", "<font color=red>t</font>", "p(t)"},
    {"footer", "<p>a</p><footer>t</footer>", "p(a) p(t)"},
    {"form", "<form>t</form>", "p(t)"},
    {"frame", "<frameset><frame src='https://a.example/x' title=t></frameset>", "p(a(t -> https://a.example/x))"},
    {"frameset", "<frameset><noframes><p>a</p>b</noframes></frameset>", "p(a) p(b)"},
    {"h1", "<h1>t</h1>", "h1(t)"},
    {"h2", "<h2>t</h2>", "h2(t)"},
    {"h3", "<h3>t</h3>", "h3(t)"},
    {"h4", "<h4>t</h4>", "h4(t)"},
    {"h5", "<h5>t</h5>", "h5(t)"},
    {"h6", "<h6>t</h6>", "h6(t)"},
    {"head", "<head><title>t</title></head>a", "p(a)"},
    {"header", "<header>t</header><p>a", "p(t) p(a)"},
    {"hgroup", "<hgroup><h2>a</h2><p>b</hgroup>", "h2(a) p(b)"},
    {"hr", "a<hr>b", "p(a) hr p(b)"},
    {"html", "<html lang=de><p lang=de>t", "p(t)"},
    {"i", "<i>t</i>", "p(em(t))"},
    {"iframe", "<iframe srcdoc='<p id=x>a</p><ul><li>b</ul>'></iframe>", "p(a) ul(li(p(b)))"},
    {"image", "<image src=i alt=x>", "p(img(x -> i))"},
    {"img", "<img src=i alt=x>", "p(img(x -> i))"},
    {"input", "a<input value=t>", "p(a)"},
    {"ins", "<ins>t</ins>", "p(ins(t))"},
    {"kbd", "<kbd>t</kbd>", "p(kbd(t))"},
    {"label", "<label>t</label>", "p(t)"},
    {"legend", "<fieldset><legend>a</legend>b</fieldset>", "p(a) p(b)"},
    {"li", "<ul><li>t</ul>", "ul(li(p(t)))"},
    {"link", "<link rel=stylesheet href=x>a", "p(a)"},
    {"listing", "<listing>a\n b</listing>", "pre(a\n b)"},
    {"main", "<main>t</main>", "p(t)"},
    {"map", "<map><p>t</map>", "p(t)"},
    {"mark", "<mark>t</mark>", "p(mark(t))"},
    {"marquee", "<marquee>t</marquee>", "p(t)"},
    {"math", "<math alttext=t><mi>x</mi></math>",
     "p(math(<math xmlns=\"http://www.w3.org/1998/Math/MathML\" alttext=\"t\"><mi>x</mi></math>))"},
    {"menu", "<menu><li>t</menu>", "ul(li(p(t)))"},
    {"meta", "<meta name=x content=y>a", "p(a)"},
    {"meter", "a<meter value=1>t</meter>", "p(a)"},
    {"multicol", "<multicol>t</multicol>", "p(t)"},
    {"nav", "<nav>t</nav>", "p(t)"},
    {"nobr", "<nobr>t</nobr>", "p(t)"},
    {"noembed", "a<noembed><b>t</b></noembed>", "p(a)"},
    {"noframes", "a<noframes>t</noframes>", "p(a)"},
    {"noscript", "<noscript><img src=i alt=x></noscript>", "p(img(x -> i))"},
    {"object", "<object>t</object>", "p(t)"},
    {"ol", "<ol><li>t</ol>", "ol1(li(p(t)))"},
    {"optgroup", "a<select><optgroup label=x><option>t</select>", "p(a)"},
    {"option", "a<select><option>t</select>", "p(a)"},
    {"output", "<output>t</output>", "p(t)"},
    {"p", "<p>a<p>b", "p(a) p(b)"},
    {"param", "<object><param name=x value=y>t</object>", "p(t)"},
    {"picture", "<picture><source srcset=s><img src=i alt=x></picture>", "p(img(x -> i))"},
    {"plaintext", "a<plaintext><b>", "p(a) pre(<b>)"},
    {"pre", "<pre>a\n b</pre>", "pre(a\n b)"},
    {"progress", "a<progress>t</progress>", "p(a)"},
    {"q", "<q>t</q>", "p(q(t))"},
    {"rb", "<ruby><rb>a<rt>b</ruby>", "p(ruby(a^b))"},
    {"rp", "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>", "p(ruby(a^b))"},
    {"rt", "<ruby>a<rt>b</ruby>", "p(ruby(a^b))"},
    {"rtc", "<ruby>a<rtc>b</ruby>", "p(ruby(a^b))"},
    {"ruby", "<ruby>a<rt>b<rt></ruby>", "p(ruby(a^b))"},
    {"s", "<s>t</s>", "p(s(t))"},
    {"samp", "<samp>t</samp>", "p(samp(t))"},
    {"script", "a<script>t</script>", "p(a)"},
    {"search", "<search>t</search>", "p(t)"},
    {"section", "<section>a</section>b", "p(a) p(b)"},
    {"select", "a<select><option>t</select>", "p(a)"},
    {"slot", "<slot>t</slot>", "p(t)"},
    {"small", "<small>t</small>", "p(small(t))"},
    {"source", "<picture><source srcset=s><img alt=x></picture>", "p(img(x -> s))"},
    {"spacer", "a<spacer>b", "p(ab)"},
    {"span", "<span>t</span>", "p(t)"},
    {"strike", "<strike>t</strike>", "p(s(t))"},
    {"strong", "<strong>t</strong>", "p(strong(t))"},
    {"style", "a<style>t</style>", "p(a)"},
    {"sub", "a<sub>t</sub>", "p(asub(t))"},
    {"summary", "<details><summary>a</summary>b</details>", "section(p(strong(a)) p(b))"},
    {"sup", "a<sup>t</sup>", "p(asup(t))"},
    {"svg", "<svg width=99><title>t</title><rect/></svg>",
     "p(img(t -> data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20xmlns:xlink=%22http://www.w3.org/"
     "1999/xlink%22%20width=%2299%22%3E%3Ctitle%3Et%3C/title%3E%3Crect%3E%3C/rect%3E%3C/svg%3E))"},
    {"table", "<table><tr><td>a<td>b</table>", "table(body(tr(td(p(a)) td(p(b)))))"},
    {"tbody", "<table><tbody><tr><td>a<td>b</table>", "table(body(tr(td(p(a)) td(p(b)))))"},
    {"td", "<table><tr><th>a<td align=right>b</table>", "table(body(tr(th(p(a)) td>(p(b)))))"},
    {"template", "a<template>t</template>", "p(a)"},
    {"textarea", "a<textarea>t</textarea>", "p(a)"},
    {"tfoot", "<table><tr><td>a<tfoot><tr><td>b</table>", "table(body(tr(td(p(a)))) foot(tr(td(p(b)))))"},
    {"th", "<table><tr><th>a<th>b</table>", "table(body(tr(th(p(a)) th(p(b)))))"},
    {"thead", "<table><thead><tr><td>a<tbody><tr><td>b</table>", "table(head(tr(td(p(a)))) body(tr(td(p(b)))))"},
    {"time", "<time datetime=2020-01-01>t</time>", "p(t)"},
    {"title", "<title>t</title>a", "p(a)"},
    {"tr", "<table><tr><th>a<tr><td>b</table>", "table(body(tr(th(p(a))) tr(td(p(b)))))"},
    {"track", "<video src='https://a.example/v' title=t><track src=x></video>", "p(a(t -> https://a.example/v))"},
    {"tt", "<tt>t</tt>", "p(code(t))"},
    {"u", "<u>t</u>", "p(u(t))"},
    {"ul", "<ul><li>t</ul>", "ul(li(p(t)))"},
    {"var", "<var>t</var>", "p(var(t))"},
    {"video", "<video src='https://a.example/v' poster=i title=t></video>",
     "p(img(? -> i)) p(a(t -> https://a.example/v))"},
    {"wbr", "a<wbr>b", "p(ab)"},
    {"x-unknown", "<x-unknown>t</x-unknown>", "p(t)"},
    {"xmp", "<xmp><b></xmp>", "pre(<b>)"},
};

const ElementCase attributes[] = {
    {"abbr", "<table><tr><th abbr=x>a<td>b</table>", "table(body(tr(th(p(a)) td(p(b)))))"},
    {"align", "<table><tr><th>a<td align=center>b</table>", "table(body(tr(th(p(a)) td=(p(b)))))"},
    {"aria-label", "<svg width=99 aria-label=t><rect/></svg>",
     "p(img(t -> data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20xmlns:xlink=%22http://www.w3.org/"
     "1999/xlink%22%20width=%2299%22%20aria-label=%22t%22%3E%3Crect%3E%3C/rect%3E%3C/svg%3E))"},
    {"aria-level", "<p role=heading aria-level=4>t", "h4(t)"},
    {"cite", "<blockquote cite='https://a.example/'>t</blockquote>", "quote(p(t) <https://a.example/>)"},
    {"dir", "<p dir=rtl>t", "p!rtl(t)"},
    {"hidden", "a<p hidden>t", "p(a)"},
    {"hidden=until-found", "a<p hidden=until-found>t", "p(a) p(t)"},
    {"id", "<p id=x>t", "p#x(t)"},
    {"lang", "<p lang=fr>t", "p@fr(t)"},
    {"name", "<a name=x></a><p>t</p><a href='#x'>u</a>", "p#x(t) p(a(u -> #x))"},
    {"reversed", "<ol reversed><li>t</ol>", "ol1-reversed(li(p(t)))"},
    {"start", "<ol start=4><li>t</ol>", "ol4(li(p(t)))"},
    {"style", "<span style='font-style:italic'>t</span>", "p(em(t))"},
    {"title", "<abbr title=Long>t</abbr>", "p(abbr[title=Long](t))"},
    {"type", "<ol type=i><li>t</ol>", "ol1i(li(p(t)))"},
    {"value", "<ol><li value=9>t</ol>", "ol1(li9(p(t)))"},
    {"xml:lang", "<p xml:lang=fr>t", "p@fr(t)"},
};

template <std::size_t Count>
void expect_all(const ElementCase (&cases)[Count]) {
    for (const ElementCase& c : cases) {
        const ReadResult result = read_only("html", c.markup, {{"article", "never"}});
        EXPECT_EQ(outline(result.document), c.outline) << c.element << ": " << c.markup;
    }
}

TEST(HtmlElements, EachHasItsPlaceInTheModel) {
    expect_all(elements);
}

TEST(HtmlElements, EachThatTheReaderTellsApartIsInTheTable) {
    std::set<std::string_view> tested;
    for (const ElementCase& c : elements) tested.insert(c.element);
    for (const char* name : {
#define OFFPRINT_NAME(tag, name) name,
             OFFPRINT_HTML_TAGS(OFFPRINT_NAME)
#undef OFFPRINT_NAME
         })
        EXPECT_TRUE(tested.contains(name)) << name;
}

TEST(HtmlElements, AttributesThatCarryContent) {
    expect_all(attributes);
}

}  // namespace
}  // namespace offprint::testing
