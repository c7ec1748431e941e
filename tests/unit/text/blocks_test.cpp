#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

struct Case {
    const char* style;
    std::string text;
    std::string expected;
};

std::string read(const std::string& style, const std::string& text) {
    return testing::outline(
        testing::read_only("text", text, {{"text-style", style}, {"article", "never"}}).document.content);
}

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) EXPECT_EQ(read(each.style, each.text), each.expected) << each.text;
}

TEST(TextBlocks, Paragraphs) {
    check({
        {"lines", "One, two.\nThree.\n\n\nFour.", "p(One, two.) p(Three.) p(Four.)"},
        {"blocks", "One,\ntwo.\nThree.\n\n\nFour.", "p(One, two. Three.) p(Four.)"},
        {"blocks", "A  b\t c .", "p(A b c .)"},
        {"blocks", "", ""},
        {"blocks", "\n \n\t\n", ""},
    });
}

TEST(TextBlocks, EveryKindOfLineEnd) {
    check({{"lines",
            "a,\nb,\r\nc,\rd,\xC2\x85"
            "e,\xE2\x80\xA8"
            "f,\xE2\x80\xA9g",
            "p(a,) p(b,) p(c,) p(d,) p(e,) p(f,) p(g)"}});
}

TEST(TextBlocks, FormFeedEndsAParagraph) {
    check({{"blocks", "one,\ntwo\fthree,\nfour", "p(one, two) p(three, four)"}});
}

TEST(TextBlocks, Headings) {
    check({
        {"blocks", "A Title\n\nText, text.", "h1(A Title) p(Text, text.)"},
        {"blocks", "x.\n\n## Two ##\nText.", "p(x.) h2(Two) p(Text.)"},
        {"blocks", "x.\n\nTitle\n=====\n\nSub\n---\nText", "p(x.) h1(Title) h2(Sub) p(Text)"},
        {"blocks", "x.\n\n# C#\n#tag\n####### seven", "p(x.) h1(C#) p(#tag ####### seven)"},
    });
}

TEST(TextBlocks, ATitleTakesItsUnderlining) {
    check({{"blocks", "Ice and Salt\n============\n\nText, text.", "h1(Ice and Salt) p(Text, text.)"}});
}

TEST(TextBlocks, Lists) {
    check({
        {"lines", "- a\n- b\n  - c\n  - d\n- e", "ul(li(p(a)) li(p(b) ul(li(p(c)) li(p(d)))) li(p(e)))"},
        {"blocks", "x:\n1. a\n2. b\n   wrapped\n3. c", "p(x:) ol1(li(p(a)) li(p(b wrapped)) li(p(c)))"},
        {"blocks", "4) a\n\n5) b", "ol4-loose(li(p(a)) li(p(b)))"},
        {"markdown", "1. a\n\n   more\n2. b", "ol1-loose(li(p(a) p(more)) li(p(b)))"},
        {"lines", "• only one", "ul(li(p(only one)))"},
    });
}

TEST(TextBlocks, LettersAndRomanNumerals) {
    check({
        {"lines", "a) rain\nb) snow\n   i. wet\n   ii. dry",
         "ol1a(li(p(rain)) li(p(snow) ol1i(li(p(wet)) li(p(dry)))))"},
        {"lines", "(1) rain\n(2) snow", "ol1(li(p(rain)) li(p(snow)))"},
        {"blocks", "A. Quill came.\n\nB. Reed went.", "ol1A-loose(li(p(Quill came.)) li(p(Reed went.)))"},
        {"lines", "iv. rain\nv. snow", "ol4i(li(p(rain)) li(p(snow)))"},
    });
}

TEST(TextBlocks, Definitions) {
    check({
        {"blocks",
         "sally\n    The woolly part of the rope, which nobody\n    names twice.\n\nset\n    A bell that "
         "waits.\n\nEnd.",
         "dl(dt(sally) dd(p(The woolly part of the rope, which nobody names twice.)) dt(set) dd(p(A bell that "
         "waits.))) "
         "p(End.)"},
        {"blocks", "Only one\n    is none of these.", "p(Only one is none of these.)"},
    });
}

TEST(TextBlocks, Tasks) {
    const testing::ReadResult result = testing::read_only("text", "Intro, here:\n- [ ] salt\n- [x] sand\n");
    EXPECT_EQ(testing::outline(result.document.content), "p(Intro, here:) ul(li[ ](p(salt)) li[x](p(sand)))");
}

TEST(TextBlocks, WhatOnlyLooksLikeAList) {
    check({
        {"lines", "– Where is it? – she asked.\n– Gone.\n– Where to?",
         "p(– Where is it? – she asked.) p(– Gone.) p(– Where to?)"},
        {"lines", "a) only one", "p(a) only one)"},
        {"lines", "- a dash", "p(- a dash)"},
        {"lines", "1914. A year.\n1918. Another.", "p(1914. A year.) p(1918. Another.)"},
        {"lines", "3. Third\n7. Seventh", "p(3. Third) p(7. Seventh)"},
        {"blocks", "It was the war of\n1. the king and of\n2. the queen",
         "p(It was the war of 1. the king and of 2. the queen)"},
    });
}

TEST(TextBlocks, QuotesAndCode) {
    check({
        {"blocks", "> a,\n> b\n>\n> > c\n\nd.", "quote(p(a, b) quote(p(c))) p(d.)"},
        {"blocks", ">\n>\nx.", "p(x.)"},
        {"blocks", "```cpp\nint  x;\n\n  y\n```\nz.", "precpp(int  x;\n\n  y) p(z.)"},
        {"blocks", "~~~\nnever closed", "pre(never closed)"},
        {"markdown", "x.\n\n    a\n      b\n\n    c\n\ny.", "p(x.) pre(a\n  b\n\nc) p(y.)"},
        {"blocks", "x.\n\n    if (a) {\n        b();\n    }\n\ny.", "p(x.) pre(if (a) {\n    b();\n}) p(y.)"},
    });
}

TEST(TextBlocks, SceneBreaks) {
    for (const char* mark : {"***", "* * *", "---", "_____", "⁂"})
        EXPECT_EQ(read("blocks", std::string("a.\n\n") + mark + "\n\nb."), "p(a.) hr p(b.)") << mark;
}

TEST(TextBlocks, VerseKeepsItsLines) {
    const std::string prose = "This line is as wide as the whole of the text and longer than any verse.\n\n";
    const std::string read_prose = "p(This line is as wide as the whole of the text and longer than any verse.) ";
    check({
        {"blocks", prose + "    Rain on tin\n    and a door ajar\n\n    nobody in\n    and nobody far",
         read_prose + "verse(p(Rain on tin|and a door ajar) p(nobody in|and nobody far))"},
        {"blocks", prose + "Ada Quill\nHarbour Lane 3\nSund", read_prose + "p(Ada Quill|Harbour Lane 3|Sund)"},
    });
}

TEST(TextBlocks, IndentedFirstLines) {
    check({{"blocks", "     One is long\nand goes on.\n     Two is short\n     Three is\nlong.\n     Four.",
            "p(One is long and goes on.) p(Two is short) p(Three is long.) p(Four.)"}});
}

TEST(TextBlocks, ShapeIsFoundOut) {
    const std::string wrapped =
        "A paragraph that somebody has wrapped by hand at a width of some\n"
        "sixty columns, as one did when letters were still typed, and that\n"
        "is read as one.";
    EXPECT_EQ(testing::read_only("text", wrapped).document.content.size(), 1U);
    EXPECT_EQ(testing::read_only("text", "Short line\nAnother line\nA third one, " + std::string(120, 'x') + " y.")
                  .document.content.size(),
              3U);
    const testing::ReadResult markdown = testing::read_only("text", "# A\n\n[b](https://b.example/) and **c d**\ne");
    EXPECT_EQ(testing::outline(markdown.document.content), "p(a(b -> https://b.example/) and strong(c d) e)");
    EXPECT_TRUE(markdown.reported("text.shape"));
}

TEST(TextBlocks, OneBulletWithinAnItemIsAList) {
    check({
        {"lines", "- a\n  - b\n- c", "ul(li(p(a) ul(li(p(b)))) li(p(c)))"},
        {"blocks", "- a\n  - b\n    - c\n- d", "ul(li(p(a) ul(li(p(b) ul(li(p(c)))))) li(p(d)))"},
        {"lines", "- a", "p(- a)"},
    });
}

TEST(TextBlocks, BulletsOfWordProcessorsNestWithoutIndentation) {
    check({
        {"lines", "•\ta\n•\tb\no\tc\no\td\n▪\te\n•\tf",
         "ul(li(p(a)) li(p(b) ul(li(p(c)) li(p(d) ul(li(p(e)))))) li(p(f)))"},
        {"lines", "o\ta\n•\tb", "p(o a) ul(li(p(b)))"},
    });
}

TEST(TextBlocks, AShortRuleBelowALineIsNoHeading) {
    check({
        {"lines", "A hive in January is one animal.\n=====\nBees", "p(A hive in January is one animal.) hr p(Bees)"},
        {"lines", "x.\n\nA hive\n===\nBees", "p(x.) h1(A hive) p(Bees)"},
        {"markdown", "x.\n\nA hive in January is one animal\n===\nBees",
         "p(x.) h1(A hive in January is one animal) p(Bees)"},
    });
}

TEST(TextBlocks, ShellSessionsKeepTheirLines) {
    check({
        {"blocks", "Look:\n\n$ ls -l /var\ntotal 4\n\n$ df\nsda  5\n\nNow stop.",
         "p(Look:) pre($ ls -l /var\ntotal 4\n\n$ df\nsda  5) p(Now stop.)"},
        {"blocks", "$ 40 was\nthe price.", "p($ 40 was the price.)"},
    });
}

TEST(TextBlocks, AQuotedQuestionIsAQuotation) {
    check({{"lines", "Nell wrote:\n\n>> Has it dried out?\n> No.\n\nIt has.",
            "p(Nell wrote:) quote(quote(p(Has it dried out?)) p(No.)) p(It has.)"}});
}

}  // namespace
}  // namespace offprint
