#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

std::string read(const std::string& style, const std::string& text) {
    return testing::outline(
        testing::read_only("text", text, {{"text-style", style}, {"article", "never"}}).document.content);
}

using Cases = std::vector<std::pair<std::string, std::string>>;

void check(const std::string& style, const Cases& cases) {
    for (const auto& [text, expected] : cases) EXPECT_EQ(read(style, text), "p(" + expected + ")") << text;
}

TEST(TextInlines, EmphasisWhereItIsUnmistakable) {
    check("lines", {
                       {"a *b c* d", "a em(b c) d"},
                       {"(_b_), *c*.", "(em(b)), em(c)."},
                       {"**b *c* d**", "strong(b em(c) d)"},
                       {"“*b*” – *c*…", "“em(b)” – em(c)…"},
                       {"`a*b*c` and `d`", "code(a*b*c) and code(d)"},
                   });
}

TEST(TextInlines, MarksThatMeanNothingStay) {
    for (const char* text :
         {"2 * 3 * 4", "snake_case_name and _private", "*.txt and *.cpp", "5* and 4* hotels", "a ** b ** c",
          "it`s that`s", "``so called'' words", "__init__", "***", "[a](b)", "*a", "a\\*b", "x*y*z", "* a *"}) {
        const std::string whole = std::string("So: ") + text + " end";
        EXPECT_EQ(read("lines", whole), "p(" + whole + ")");
    }
}

TEST(TextInlines, CrossingMarksNestProperly) {
    check("lines", {{"a *b _c* d_ e", "a em(b _c) d_ e"}, {"*a *b* c*", "*a em(b) c*"}});
}

TEST(TextInlines, Addresses) {
    check("lines", {
                       {"see https://a.example/b_c_(d)?e=*f*.",
                        "see a(https://a.example/b_c_(d)?e=*f -> https://a.example/b_c_(d)?e=*f)*."},
                       {"(http://a.example/), ok", "(a(http://a.example/ -> http://a.example/)), ok"},
                       {"www.a.example!", "a(www.a.example -> http://www.a.example)!"},
                       {"to a.b@c.example, now", "to a(a.b@c.example -> mailto:a.b@c.example), now"},
                       {"http:// nothing, www.x, a@b, @c", "http:// nothing, www.x, a@b, @c"},
                   });
}

TEST(TextInlines, MarkdownsOwnMarks) {
    check("markdown", {
                          {"[a *b*](https://c.example/d) e", "a(a em(b) -> https://c.example/d) e"},
                          {"![a](b.png)", "img(a -> b.png)"},
                          {"[a](javascript:b) [c] (d)", "[a](javascript:b) [c] (d)"},
                          {"\\*a\\* ***b***", "*a* em(strong(b))"},
                          {"a  \nb\nc", "a|b c"},
                      });
}

TEST(TextInlines, RangesAreOffsetsOfTheOriginalBytes) {
    const std::string bytes = "\xEF\xBB\xBFT\xC3\xAAte\r\n\x01suite *mot*\r\nfin";
    const Document document =
        testing::read_only("text", bytes, {{"text-style", "blocks"}, {"article", "never"}}).document;
    const auto original = [&](const Node& node) {
        return bytes.substr(node.range.begin, node.range.end - node.range.begin);
    };
    const auto& paragraph = std::get<Paragraph>(document.content.at(0));
    EXPECT_EQ(original(paragraph), bytes.substr(3));
    const auto& emphasis = std::get<Styled>(paragraph.content.at(1));
    EXPECT_EQ(original(emphasis), "*mot*");
    EXPECT_EQ(original(std::get<Text>(emphasis.content.at(0))), "mot");
}

TEST(TextInlines, APictureStandsInALink) {
    EXPECT_EQ(read("markdown", "[![build](b.svg)](https://ci.example/) and [c](https://c.example/)"),
              "p(a(img(build -> b.svg) -> https://ci.example/) and a(c -> https://c.example/))");
}

}  // namespace
}  // namespace offprint
