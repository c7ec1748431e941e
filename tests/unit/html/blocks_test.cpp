#include "html_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlBlocks, ParagraphsAndBareText) {
    expect_outlines({
        {"<p>one<p>two", "p(one) p(two)"},
        {"bare <div>inside</div> after", "p(bare) p(inside) p(after)"},
        {"one<br><br>two<br> <br/>three<br>four", "p(one) p(two) p(three|four)"},
        {"<p><br>text<br></p><p> \n </p><p>&nbsp;</p>", "p(text)"},
        {"<section><article><p>a</section>", "p(a)"},
        {"<center>mid</center><address>Quay 1</address>", "p(mid) p(Quay 1)"},
        {"<x-card>own <b>element</b></x-card>", "p(own strong(element))"},
    });
}

TEST(HtmlBlocks, WhiteSpaceCollapsesAcrossElements) {
    expect_outlines({
        {"<p>  a \n\t b  </p>", "p(a b)"},
        {"<p>a <b> b </b> c</p>", "p(a strong(b )c)"},
        {"<p>a<b> </b>b</p>", "p(a b)"},
        {"<p>a&nbsp;b&nbsp; c &nbsp;d&nbsp;&nbsp;&nbsp;e</p>", "p(a\u00A0b c d e)"},
        {"<p>&nbsp;&nbsp;a<br>&nbsp;<br>&nbsp;b&nbsp;</p><p>&nbsp;</p>", "p(a) p(b)"},
        {"<p>a&shy;b&#x200B;c\uFEFFd \u0E01\u200B\u0E02 \u0645\u200C\u0646</p>",
         "p(abcd \u0E01\u200B\u0E02 \u0645\u200C\u0646)"},
        {"<p>a <br> b</p>", "p(a|b)"},
    });
}

TEST(HtmlBlocks, Headings) {
    expect_outlines({
        {"<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>", "h1(a) h2(b) h3(c) h4(d) h5(e) h6(f)"},
        {"<h2 id=x>Lights <a class=anchor href='#x'>#</a></h2>", "h2#x(Lights)"},
        {"<h2>Lights<a href='#x' id=x>¶</a></h2>", "h2(Lights)"},
        {"<h2>one<div>two</div></h2>", "h2(one|two)"},
        {"<h2>open<ul><li>item</ul></h2>", "h2(open) ul(li(p(item)))"},
        {"<h2> <span></span></h2><p>x", "p(x)"},
    });
}

TEST(HtmlBlocks, BlocksInsideInlineElementsKeepTheirStyle) {
    expect_outlines({
        {"<b>a<p>b</p>c</b>", "p(strong(a)) p(strong(b)) p(strong(c))"},
        {"<a href=/x><h2>t</h2><div>d</div></a>",
         "h2(a(t -> https://site.example/x)) p(a(d -> https://site.example/x))"},
        {"<i><ul><li>x</ul></i>", "ul(li(p(em(x))))"},
    });
}

TEST(HtmlBlocks, RowsOfMarksAreRules) {
    expect_outlines({
        {"<p>a</p><p>* * *</p><p>b</p><p>\u2042</p><p>c</p>", "p(a) hr p(b) hr p(c)"},
        {"<p>a</p><center>\u2022 \u2022 \u2022</center><p>b</p>", "p(a) hr p(b)"},
        {"<p>a</p><p>**** * ** *</p>", "p(a) p(**** * ** *)"},
        {"<p>a</p><p style='text-align:center'>***</p><p>**</p><p>* * * a</p>", "p(a) hr p(**) p(* * * a)"},
    });
}

TEST(HtmlBlocks, Quotes) {
    expect_outlines({
        {"<blockquote cite=/src>plain</blockquote>", "quote(p(plain) <https://site.example/src>)"},
        {"<blockquote><p>q</p><footer>— A. Quill</footer></blockquote>", "quote(p(q) -- A. Quill)"},
        {"<blockquote><p>q</p><cite>Log</cite></blockquote>", "quote(p(q) -- Log)"},
        {"<figure><blockquote><p>q</p></blockquote><figcaption>Ada</figcaption></figure>", "quote(p(q) -- Ada)"},
        {"<blockquote><blockquote><p>deep</p></blockquote></blockquote>", "quote(quote(p(deep)))"},
    });
}

TEST(HtmlBlocks, OtherContainers) {
    expect_outlines({
        {"<p>a<hr>b", "p(a) hr p(b)"},
        {"<aside><p>beside</p></aside>", "aside(p(beside))"},
        {"<details><summary>More</summary><p>hidden</p></details>", "section(p(strong(More)) p(hidden))"},
        {"<form><fieldset><legend>L</legend><input value=x><select><option>o</select><button>b</button>"
         "<textarea>t</textarea>text</fieldset></form>",
         "p(L) p(text)"},
        {"<template><p>no</p></template><script>no</script><style>no</style><p>yes", "p(yes)"},
    });
}

TEST(HtmlBlocks, LanguageDirectionAndIds) {
    expect_outlines({
        {"<p lang=de>a</p>", "p@de(a)"},
        {"<div lang=he dir=rtl><p>a</p><p lang=he>b</p></div>", "group@he!rtl(p(a) p(b))"},
        {"<html lang=en><p lang=en>a</p><p lang=fr>b <span lang=fr>c</span></p>", "p(a) p@fr(b c)"},
        {"<p id=a>x</p><p id=a>y</p>", "p#a(x) p(y)"},
        {"<div id=box><p>x</p></div><a href='#box'>to</a>", "p#box(x) p(a(to -> #box))"},
        {"<a name=old></a><p>x</p><a href='#old'>to</a>", "p#old(x) p(a(to -> #old))"},
        {"<p>a<a id=mid></a>b</p><a href='#mid'>to</a>", "p(aspan#mid()b) p(a(to -> #mid))"},
        {"<div id=unused><p>x</p></div>", "p(x)"},
    });
}

TEST(HtmlBlocks, SourceRangesAreOffsetsIntoTheBytes) {
    // windows-1252: every character is one byte, and is two in UTF-8.
    const std::string bytes = "<meta charset=latin1><p>\xE9\xE9</p><p>\xE8</p>";
    const Document document = read_only("html", bytes).document;
    ASSERT_EQ(document.content.size(), 2U);
    const auto& second = std::get<Paragraph>(document.content[1]);
    EXPECT_EQ(second.range, (SourceRange{bytes.rfind("<p>"), bytes.size()}));
    EXPECT_EQ(std::get<Text>(second.content[0]).range, (SourceRange{bytes.find('\xE8'), bytes.find('\xE8') + 1}));
}

}  // namespace
}  // namespace offprint::testing
