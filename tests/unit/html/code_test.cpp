#include "html_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlCode, LanguagesAsHighlightersNameThem) {
    expect_outlines({
        {"<pre><code class='language-cpp'>int x;</code></pre>", "pre:cpp(int x;)"},
        {"<div class='highlight highlight-source-rust'><pre>fn</pre></div>", "pre:rust(fn)"},
        {"<pre class='brush: js; ruler'>var</pre>", "pre:js(var)"},
        {"<pre data-lang=Python>x</pre>", "pre:python(x)"},
        {"<div class='sourceCode'><pre class='sourceCode haskell'><code>x</code></pre></div>", "pre:haskell(x)"},
        {"<div class='highlight-python3 notranslate'><div class=highlight><pre>x</pre></div></div>", "pre:python3(x)"},
        {"<pre class='src src-elisp'>x</pre>", "pre:elisp(x)"},
        {"<pre><code class='hljs ruby'>x</code></pre>", "pre:ruby(x)"},
        {"<pre><code class=language-none>x</code></pre>", "pre(x)"},
        {"<div class=language-selector lang=de><pre>x</pre></div>", "group@de(pre(x))"},
        {"<pre><div>bash</div><div><button>Copy</button></div><code>ls -l --all --human-readable</code></pre>",
         "pre:bash(ls -l --all --human-readable)"},
    });
}

TEST(HtmlCode, LinesAreKept) {
    expect_outlines({
        {"<pre>\na  b\n\tc\n\n  d\n</pre>", "pre(a  b\n\tc\n\n  d)"},
        {"<pre>a<br>b<div>c</div><div>d</div></pre>", "pre(a\nb\nc\nd)"},
        {"<pre><div>a</div><div></div><div>  b</div></pre>", "pre(a\n\n  b)"},
        {"<pre><div>a</div>\n<div>b</div>\n</pre>", "pre(a\nb)"},
        // Shiki: the line ends stand between the lines, or are left to the style sheet
        {"<pre><code><span class=line>a</span>\n<span class=line></span>\n<span class=line>b</span></code></pre>",
         "pre(a\n\nb)"},
        {"<pre><code><span class=line>a</span><span class=line></span><span class=line>b</span></code></pre>",
         "pre(a\n\nb)"},
        {"<pre><span class='token-line'>a\n</span><span class='token-line'>b\n</span></pre>", "pre(a\nb)"},
        {"<pre><code>a</code>\n<code>b</code></pre>", "pre(a\nb)"},
        {"<pre><ol class=linenums><li>a<li><li>b</ol></pre>", "pre(a\n\nb)"},
        {"<pre>a\u00A0b\u200B\r\nc</pre>", "pre(a b\nc)"},
    });
}

TEST(HtmlCode, LineNumbersAndControlsAreNoCode) {
    expect_outlines({
        {"<pre><span class=lineno>1</span>a\n<span class=lineno>2</span>b</pre>", "pre(a\nb)"},
        {"<pre><span style='user-select:none'> 1</span>a\n<span style='user-select:none'> 2</span>b</pre>",
         "pre(a\nb)"},
        {"<pre class='line-numbers'>7</pre>", "pre(7)"},
        {"<pre><code><div class=bar><span>sh</span><button>Copy</button></div>ls\npwd</code></pre>", "pre:sh(ls\npwd)"},
        // Pygments
        {"<table class=highlighttable><tr><td class=linenos><div class=linenodiv><pre>1\n2</pre></div></td>"
         "<td class=code><div class=highlight><pre>a\n b</pre></div></td></table>",
         "pre(a\n b)"},
        // Chroma
        {"<table class=lntable><tr><td class=lntd><pre><code><span class=lnt>1\n</span></code></pre></td>"
         "<td class=lntd><pre><code class='language-go'>a</code></pre></td></table>",
         "pre:go(a)"},
        // Hexo
        {"<figure class='highlight css'><table><tr><td class=gutter><pre><span class=line>1</span><br>"
         "<span class=line>2</span><br></pre></td><td class=code><pre><span class=line>a</span><br>"
         "<span class=line> b</span><br></pre></td></tr></table></figure>",
         "pre:css(a\n b)"},
        // GitHub: one row a line
        {"<table><tr><td data-line-number=1 class=blob-num></td><td class=blob-code>a</td></tr>\n"
         "<tr><td data-line-number=2 class=blob-num></td><td class=blob-code>  b</td></tr></table>",
         "pre(a\n  b)"},
        {"<pre><table class=hljs-ln><tr><td class=hljs-ln-numbers>1</td><td>a</td></tr><tr><td "
         "class=hljs-ln-numbers>2</td><td>b</td></tr></table></pre>",
         "pre(a\nb)"},
        // MkDocs: its button stands in the cell of the code
        {"<table class=highlighttable><tr><td class=linenos><pre>1</pre></td><td class=code><div><pre><span></span>"
         "<button></button><code>a</code></pre></div></td></table>",
         "pre(a)"},
        // a table of numbers is none of code
        {"<table><tr><td>1<td>2<tr><td>3<td>4</table>", "table(body(tr(td(p(1)) td(p(2))) tr(td(p(3)) td(p(4)))))"},
    });
}

TEST(HtmlCode, EditorsAndCodeWithoutPre) {
    expect_outlines({
        {"<div class=CodeMirror><div class=CodeMirror-code><div><div class=CodeMirror-linenumber>1</div>"
         "<pre class=CodeMirror-line>a</pre></div><div><div class=CodeMirror-linenumber>2</div>"
         "<pre class=CodeMirror-line> b</pre></div></div></div>",
         "pre(a\n b)"},
        {"<div class=cm-content><div class=cm-line>a</div><div class=cm-line>b</div></div>", "pre(a\nb)"},
        {"<p>x <code>a<br>b</code> y", "p(x) pre(a\nb) p(y)"},
        {"<div><code style='white-space: pre'>\na\n  b\n</code></div>", "pre(a\n  b)"},
        {"<div data-lang=http>GET /\n  x</div>", "pre:http(GET /\n  x)"},
        {"<p>x <code>a\nb</code> y", "p(x code(a b) y)"},
    });
}

TEST(HtmlCode, VerseKeepsItsLinesAsText) {
    expect_outlines({
        {"<pre class=wp-block-verse>One <em>tide</em>\ntwo\n\nthree</pre>", "verse(p(One em(tide)|two) p(three))"},
    });
}

TEST(HtmlCode, TextOfOldElements) {
    expect_outlines({
        {"<listing>a\n b</listing><xmp><b>\n</xmp>", "pre(a\n b) pre(<b>)"},
        {"<p>x<plaintext>a </p>\nb", "p(x) pre(a </p>\nb)"},
        {"<pre> &lt;a&gt; &amp; </pre>", "pre( <a> &)"},
    });
}

TEST(HtmlCode, ElementsOfAPagesOwnThatAreNamedSo) {
    expect_outlines({
        {"<p>a</p><d-code block language=javascript>\n  let x = 1;\n  x += 1;\n</d-code>",
         "p(a) pre:javascript(  let x = 1;\n  x += 1;)"},
        {"<p>a <d-code language=python>x</d-code> b", "p(a code(x) b)"},
        {"<code-block language=rust><pre>fn</pre></code-block>", "pre:rust(fn)"},
    });
}

TEST(HtmlCode, ThatIsSetAsABlockIsOne) {
    expect_outlines({
        {"<div><p>a</p><code class='hl block'>def m := 1</code><p>b</p></div>", "p(a) pre(def m := 1) p(b)"},
        {"<p>a</p><code style='display: block'>ls</code>", "p(a) pre(ls)"},
        {"<p>a <code class=hl>ls</code>", "p(a code(ls))"},
    });
}

TEST(HtmlCode, TheLanguageIsShownOnce) {
    expect_outlines({
        {"<div class=language-sh><button>Copy</button><span class=lang>sh</span><pre class=shiki>ls</pre></div>",
         "pre:sh(ls)"},
        {"<div><div>Python</div><pre>x</pre></div>", "pre:python(x)"},
        {"<div>Listing</div><pre>x</pre>", "p(Listing) pre(x)"},
        {"<pre><code class=bash>ls</code></pre>", "pre:bash(ls)"},
        {"<pre><code class=listing>ls</code></pre>", "pre(ls)"},
    });
}

}  // namespace
}  // namespace offprint::testing
