// What is written is read again as it was, and what was read is written as it stood.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "offprint/text.hpp"
#include "offprint/walk.hpp"
#include "support/conversion.hpp"
#include "support/random_document.hpp"

namespace offprint::testing {

namespace {

Document without_places(Document document) {
    walk(document, [](auto& node) { node.range = {}; });
    return document;
}

TEST(MarkdownRoundTrip, TextsStayAsTheyStand) {
    for (const char* text : {
             "Words *and* **more *of* them**, `code`, ~~gone~~ and [links](https://a.example \"T\").\n",
             "Line\\\nbreak\n",
             "# One\n\n## Two\n\nWords\n",
             "- a\n  - b\n\n    c\n\n  - d\n- e\n",
             "- a\n\n  b\n\n- c\n",
             "7. a\n8. b\n   ```py\n   x\n\n   y\n   ```\n",
             "- [x] a\n- [ ] b\n",
             "> a\n>\n> > b\n>\n> \u2014 Ada\n",
             "```\n  set in\n```\n",
             "***\n",
             "| a | b |\n| :-- | --- |\n| c\\|d | `e` |\n",
             "|  |  |\n| --- | --- |\n| a | b |\n",
             "A[^1] b[^2] c[^1]\n\n[^1]: Words\n\n    - more\n\n[^2]: Other\n",
             "$a_b$ and $$c$$\n",
             "> [!NOTE]\n> Words\n",
             "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n",
             "<figure>\n\n![a](b.png)\n\n<figcaption>c</figcaption>\n</figure>\n",
             "<table>\n<caption>a</caption>\n<tbody>\n<tr>\n<td rowspan=\"2\">b</td>\n<td>\n\n- "
             "c\n\n</td>\n</tr>\n</tbody>\n</table>\n",
             "H<sub>2</sub>O, x<sup>2</sup>, <kbd>Esc</kbd>, <mark>m</mark>, <q>q</q>, <u>u</u>, <small>s</small>\n",
             "\\# a * b \\<c> \\&amp; \\[^1] https\\://a.example\n",
             "- a\n\n+ b\n\n- c\n",
         }) {
        const Document document = read_only("markdown", text).document;
        EXPECT_EQ(write("markdown", document), text);
    }
}

/// Pieces of text that look like marks, of which lines are made at random.
constexpr std::array pieces = {"a",   "B2",   "\u00E9", "\u6F22", " ",      " ",      " ",    "*",  "**", "_",    "__",
                               "`",   "``",   "[",      "]",      "(",      ")",      "!",    "<",  ">",  "&",    ";",
                               "amp", "#",    "##",     "-",      "+",      "=",      "1.",   "2)", "~",  "~~",   "$",
                               "$$",  "|",    "\\",     ":",      "^",      "/",      "//",   "@",  ".",  "www.", "\"",
                               "'",   "{#x}", "https",  "---",    "\u300C", "\u2014", "x]: y"};

class Generator {
public:
    explicit Generator(std::uint32_t seed) : random_(seed) {}

    Inlines inlines(int depth, bool in_link) {
        Inlines list;
        for (int count = 1 + below(4); count > 0; --count) add(list, depth, in_link);
        return list;
    }

private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

    std::string text() {
        std::string made;
        for (int count = 1 + below(6); count > 0; --count)
            made += pieces[static_cast<std::size_t>(below(pieces.size()))];
        return collapse_space(made);
    }

    void add(Inlines& list, int depth, bool in_link) {
        const int kind = below(depth > 3 ? 4 : 9);
        if (kind < 3) return append_text(list, (list.empty() || below(2) == 0 ? "" : " ") + text());
        if (kind == 3) {
            Code code;
            code.text = text();
            if (!code.text.empty()) list.emplace_back(std::move(code));
        } else if (kind == 4 && !in_link) {
            Link link;
            link.url = "https://a.example/(" + std::to_string(below(9)) + ")";
            if (below(3) == 0) link.title = "t\"[" + std::to_string(below(9)) + "]\\";
            link.content = inlines(depth + 1, true);
            // One without words shows its address.
            if (!trim(plain_text(link.content)).empty()) list.emplace_back(std::move(link));
        } else {
            constexpr std::array styles{Style::emphasis, Style::strong, Style::strike, Style::superscript, Style::mark};
            Styled styled;
            styled.style = styles[static_cast<std::size_t>(below(styles.size()))];
            styled.content = inlines(depth + 1, in_link);
            list.emplace_back(std::move(styled));
        }
    }

    std::mt19937 random_;
};

/// What is said, with the styles of each word: spaces at the ends of a style may move out of it.
void describe(const Inlines& inlines, std::string styles, std::string& out) {
    for (const Inline& node : inlines)
        std::visit(
            overloaded{
                [&](const Text& text) {
                    for (const char c : text.text) out += c == ' ' ? std::string(" ") : styles + c;
                },
                [&](const Styled& styled) {
                    const char mark = static_cast<char>('A' + static_cast<int>(styled.style));
                    // Twice the same is once.
                    describe(styled.content, styles.find(mark) == std::string::npos ? styles + mark : styles, out);
                },
                [&](const Link& link) { describe(link.content, styles + "(" + link.url + link.title + ")", out); },
                [&](const Code& code) { out += styles + "`" + collapse_space(code.text) + "`"; },
                [&](const auto&) { out += "?"; },
            },
            node);
}

std::string described(const Blocks& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph == nullptr) return "another block";
        describe(paragraph->content, "", out);
    }
    return collapse_space(out);
}

TEST(MarkdownRoundTrip, LinesOfMarksComeBackAsTheyWere) {
    int failures = 0;
    for (std::uint32_t seed = 0; seed < 3000 && failures < 10; ++seed) {
        Document document;
        Paragraph paragraph;
        paragraph.content = Generator(seed).inlines(0, false);
        document.content.emplace_back(std::move(paragraph));
        const std::string text = write("markdown", document);
        const Document back = read_only("markdown", text).document;
        const bool is_same = described(back.content) == described(document.content);
        failures += is_same ? 0 : 1;
        EXPECT_EQ(described(back.content), described(document.content)) << seed << ": " << text;
    }
}

/// Some characters around the first difference, so that a message can be read.
std::string first_difference(const std::string& expected, const std::string& actual) {
    const auto at = std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
    if (at.first == expected.end() && at.second == actual.end()) return {};
    const auto place = static_cast<std::size_t>(at.first - expected.begin());
    constexpr std::size_t around = 120;
    const std::size_t begin = place - std::min(place, around);
    return expected.substr(begin, 2 * around) + "\n-----\n" + actual.substr(begin, 2 * around);
}

TEST(MarkdownRoundTrip, DocumentsThatNobodyWouldWriteSettle) {
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        Document document = random_document(seed);
        std::string text = write("markdown", document);
        for (int times = 0; times < 3; ++times) text = write("markdown", read_article("markdown", text).document);
        const std::string again = write("markdown", read_article("markdown", text).document);
        EXPECT_EQ(first_difference(text, again), "") << seed;
    }
}

TEST(MarkdownRoundTrip, NothingOfEveryNodeIsLost) {
    const Document document = every_node();
    const std::string text = write("markdown", document);
    const Document back = read_article("markdown", text).document;
    EXPECT_EQ(back.notes.size(), document.notes.size());
    const Document again = read_article("markdown", write("markdown", back)).document;
    EXPECT_EQ(write("json", without_places(again)), write("json", without_places(back)));
}

}  // namespace

}  // namespace offprint::testing
