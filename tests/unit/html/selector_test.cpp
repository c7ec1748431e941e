#include "html_case.hpp"

namespace offprint::testing {
namespace {

// Every element that a test may want to find alone is a paragraph or heading with a letter for its text.
const std::string page =
    "<html lang=en-GB><body class=Page>"
    "<div id=top class='post  lead' data-kind='Long Read'><h2>a</h2><p>b</p>text<p class=x>c</p><p>d</p></div>"
    "<section id=2nd><div><p lang=de>e</p></div><p class='md:x'>f</p><p lang=de-AT>g</p></section></body></html>";

std::string found(const std::string& selector, const std::string& markup = page) {
    return outline(read_only("html", markup, {{"article-selector", selector}}).document);
}

TEST(HtmlSelector, Finds) {
    const std::vector<std::pair<const char*, const char*>> cases = {
        // type, universal, class, id
        {"h2", "h2(a)"},
        {"H2", "h2(a)"},
        {".x", "p(c)"},
        {"p.x", "p(c)"},
        {"h2, .x", "h2(a) p(c)"},
        {".x , h2", "h2(a) p(c)"},
        {"div#top.post.lead > .x", "p(c)"},
        {"*.x", "p(c)"},
        {"#\\32nd h2, .md\\:x", "p(f)"},
        {".md\\3ax", "p(f)"},
        {".md\\3a x", "p(f)"},
        // attributes
        {"p[lang]", "p@de(e) p@de-AT(g)"},
        {"p[lang=de]", "p@de(e)"},
        {"p[lang = 'de']", "p@de(e)"},
        {"p[lang|=\"de\"]", "p@de(e) p@de-AT(g)"},
        {"p[LANG$=AT]", "p@de-AT(g)"},
        {"[data-kind*='g R'] > h2", "h2(a)"},
        {"[data-kind='long read' i] > h2", "h2(a)"},
        {"[data-kind^=Lo] > h2", "h2(a)"},
        {"[data-kind~=Read s] > h2", "h2(a)"},
        {"[class~=lead] > h2", "h2(a)"},
        // combinators
        {"body h2", "h2(a)"},
        {".Page>div>h2", "h2(a)"},
        {"html div p[lang]", "p@de(e)"},
        {"h2 + p", "p(b)"},
        {"h2 ~ p", "p(b) p(c) p(d)"},
        {"div + p", "p(f)"},
        {"div + section > div ~ [lang]", "p@de-AT(g)"},
        {"div div p, section div p", "p@de(e)"},
        // pseudo-classes
        {"div :first-child", "h2(a) p@de(e)"},
        {"div > p:last-child", "p(d) p@de(e)"},
        {"p:first-of-type", "p(b) p@de(e) p(f)"},
        {"#top > :nth-child(2)", "p(b)"},
        {"#top > p:not(.x, :last-child)", "p(b)"},
        {"#top > :is(h2, .x)", "h2(a) p(c)"},
        {"p:is(section > div > *)", "p@de(e)"},
        {"p:not(section *):not(:is(.x))", "p(b) p(d)"},
        {":root > body > section p:not([lang])", "p(f)"},
    };
    for (const auto& [selector, outline] : cases) EXPECT_EQ(found(selector), outline) << selector;
}

TEST(HtmlSelector, CountsChildren) {
    const std::vector<std::pair<std::string, const char*>> cases = {
        {"odd", "p(h) p(j) p(l)"}, {"even", "p(i) p(k)"},  {"2n+1", "p(h) p(j) p(l)"},
        {"2N", "p(i) p(k)"},       {"3", "p(j)"},          {"+2", "p(i)"},
        {"-n+2", "p(h) p(i)"},     {"n+4", "p(k) p(l)"},   {" 3n - 1 ", "p(i) p(l)"},
        {"0n+1", "p(h)"},          {"-2n+3", "p(h) p(j)"}, {"n - 7", "p(h) p(i) p(j) p(k) p(l)"},
    };
    for (const auto& [formula, outline] : cases)
        EXPECT_EQ(found("p:nth-child(" + formula + ")", "<p>h<p>i<p>j<p>k<p>l"), outline) << formula;
    for (const char* none : {"-1", "-n", "n+2147483647", "-2147483647"})
        EXPECT_THROW(found("p:nth-child(" + std::string(none) + ")", "<p>h"), Error) << none;
}

TEST(HtmlSelector, TakesTheOutermostAndLeavesOutTheHidden) {
    EXPECT_EQ(found("div", "<div>a<div>b</div></div><div>c</div>"), "p(a) p(b) p(c)");
    EXPECT_EQ(found(".a", "<p class=a hidden>no</p><nav class=a>yes<i hidden>no</i></nav><p>more words here"),
              "p(yes)");
    EXPECT_EQ(found("body", "<title>x</title><p>a"), "p(a)");
}

TEST(HtmlSelector, NothingFoundIsAnError) {
    for (const char* selector : {".absent", "title", "p[hidden]"}) {
        try {
            found(selector, "<title>x</title><p hidden>a<p>these words are shown");
            ADD_FAILURE() << selector;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::malformed_input) << selector;
        }
    }
}

TEST(HtmlSelector, MistakesAreShown) {
    const std::vector<std::pair<std::string, const char*>> cases = {
        {"div >", "at 'the end' (byte 6)"},
        {"> div", "at '> div' (byte 1)"},
        {"a,,b", "at ',b' (byte 3)"},
        {"a,", "at 'the end'"},
        {" ", "at 'the end'"},
        {".", "a name is missing"},
        {".2", "a name is missing"},
        {"a[", "a name is missing"},
        {"a[b", "a comparison or ] is missing"},
        {"a[b=]", "a name is missing"},
        {"a[b=c", "a ] is missing"},
        {"a[b='c]", "a quotation mark is missing"},
        {"a[b='c\\", "after \\"},
        {"a:hover", "at 'hover' (byte 3)"},
        {"a::before", "a pseudo-element is no element of the page, at '::before' (byte 2)"},
        {"a:first-line", "a pseudo-element is no element of the page, at ':first-line' (byte 2)"},
        {"a:", "a name is missing"},
        {"a:not(b", "a ) is missing"},
        {"a:not()", "an element is missing"},
        {"a)", "this closes nothing"},
        {"a:nth-child(x)", "a number, odd or even is missing"},
        {"a:nth-child(2n+)", "a number is missing"},
        {"a:nth-child(99999999999)", "too large"},
        {"a!", "this cannot follow"},
        {std::string(2000, 'a'), "more than 1024 bytes"},
    };
    for (const auto& [selector, message] : cases) {
        try {
            found(selector);
            ADD_FAILURE() << selector;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::usage) << selector;
            EXPECT_NE(std::string(error.what()).find(message), std::string::npos) << selector << "\n" << error.what();
        }
    }
}

TEST(HtmlSelector, AndTheWholeBodyExcludeEachOther) {
    try {
        read_only("html", "<p>Text.", {{"article-selector", "p"}, {"article", "never"}});
        ADD_FAILURE();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::usage);
    }
}

TEST(HtmlSelector, IsOnePassOverThePage) {
    // Tried from right to left, each combinator would go over all ancestors or siblings again.
    std::string deep, wide, markup;
    for (int i = 0; i < 30; ++i) deep += "div ";
    for (int i = 0; i < 30; ++i) wide += "p ~ ";
    for (int i = 0; i < 400; ++i) markup += "<div>";
    for (int i = 0; i < 100000; ++i) markup += "<p></p>";
    EXPECT_EQ(found(deep + wide + "b", markup + "<b>found</b>"), "p(strong(found))");
    std::string parts;
    for (int i = 0; i < 65; ++i) parts += "a ";
    EXPECT_THROW(found(parts), Error);
    std::string nested;
    for (int i = 0; i < 60; ++i) nested += ":is(";
    EXPECT_EQ(found(nested + "h2" + std::string(60, ')')), "h2(a)");
}

}  // namespace
}  // namespace offprint::testing
