// What of Markdown becomes what of the model.
#include <gtest/gtest.h>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

ReadResult read(std::string text, const OptionValues& options = {}) {
    return read_only("markdown", std::move(text), options);
}

template <class N>
const N& block(const Document& document, std::size_t index) {
    return std::get<N>(document.content.at(index));
}

template <class N>
const N& inline_of(const Document& document, std::size_t index) {
    return std::get<N>(block<Paragraph>(document, 0).content.at(index));
}

std::string at(std::string_view text, SourceRange range) {
    return std::string(text.substr(range.begin, range.end - range.begin));
}

TEST(MarkdownReader, FrontMatterIsMetadata) {
    const ReadResult result = read(
        "---\ntitle: The harbour\nauthor:\n  - Ada Quill\n  - Bo Lund\ndate: 2024-02-29\nlang: en-GB\n"
        "keywords: [tides, cranes]\nlayout: post\n---\n\nWords of the text.\n");
    const Metadata& metadata = result.document.metadata;
    EXPECT_EQ(metadata.title, "The harbour");
    ASSERT_EQ(metadata.contributors.size(), 2U);
    EXPECT_EQ(metadata.contributors[1].name, "Bo Lund");
    EXPECT_EQ(metadata.published->to_string(), "2024-02-29");
    EXPECT_EQ(metadata.language, "en-GB");
    EXPECT_EQ(metadata.keywords, (std::vector<std::string>{"tides", "cranes"}));
    EXPECT_EQ(metadata.provenance.at(MetadataField::title), Origin::front_matter);
    EXPECT_TRUE(result.reported("front-matter.field-ignored"));
    EXPECT_EQ(plain_text(result.document.content), "Words of the text.");
}

TEST(MarkdownReader, FrontMatterOfHugoIsToml) {
    const ReadResult result = read(
        "+++\ntitle = 'The \"harbour\"'\ndate = 2024-02-29T10:00:00+01:00\ntags = [\"tides\", \"cranes\"]\ndraft = "
        "false\n"
        "[[author]]\nname = \"Ada Quill\"\nemail = \"ada@post.example\"\n[params]\nsub = { a = 1 }\n+++\nWords.\n");
    const Metadata& metadata = result.document.metadata;
    EXPECT_EQ(metadata.title, "The \"harbour\"");
    ASSERT_EQ(metadata.contributors.size(), 1U);
    EXPECT_EQ(metadata.contributors[0].name, "Ada Quill");
    EXPECT_EQ(metadata.published->to_string(), "2024-02-29T10:00:00+01:00");
    EXPECT_EQ(metadata.keywords, (std::vector<std::string>{"tides", "cranes"}));
    EXPECT_TRUE(result.reported("front-matter.field-ignored"));
    EXPECT_EQ(plain_text(result.document.content), "Words.");
}

TEST(MarkdownReader, BrokenTomlStaysInTheTextAndIsReported) {
    for (const char* header : {"title = \n", "title: x\n", "a = [[[[1]\n", "a = 1\na = 2\n"}) {
        const ReadResult result = read("+++\n" + std::string(header) + "+++\n\nWords.\n");
        EXPECT_TRUE(result.reported("front-matter.invalid")) << header;
        EXPECT_TRUE(plain_text(result.document.content).starts_with("+++")) << header;
    }
}

TEST(MarkdownReader, WhatIsNoFrontMatterStays) {
    for (const char* text :
         {"---\n\nWords.\n\n---\n\nWords: more.\n", "---\n- a\n- b\n---\n\nWords.\n", "---\nWords\n"}) {
        const ReadResult result = read(text);
        EXPECT_EQ(result.document.metadata.title, "") << text;
        EXPECT_NE(plain_text(result.document.content).find("Words"), std::string::npos) << text;
    }
}

TEST(MarkdownReader, BlocksAreWhatTheyAre) {
    const Document document =
        read(
            "# One\n\nTwo\n===\n\n> Words\n> of hers.\n>\n> \u2014 Ada\n\n```c++ linenos\nint i;\n\n```\n\n"
            "    set in\n\n***\n\n3. three\n4. four\n")
            .document;
    EXPECT_EQ(block<Heading>(document, 0).level, 1);
    EXPECT_EQ(plain_text(block<Heading>(document, 1).content), "Two");
    EXPECT_EQ(plain_text(block<Quote>(document, 2).content), "Words of hers.");
    EXPECT_EQ(plain_text(block<Quote>(document, 2).attribution), "Ada");
    EXPECT_EQ(block<CodeBlock>(document, 3).language, "c++");
    EXPECT_EQ(block<CodeBlock>(document, 3).text, "int i;");
    EXPECT_EQ(block<CodeBlock>(document, 4).text, "set in");
    EXPECT_NO_THROW(block<Rule>(document, 5));
    EXPECT_EQ(block<List>(document, 6).start, 3);
    EXPECT_TRUE(block<List>(document, 6).tight);
}

TEST(MarkdownReader, ListsAreTightOrLooseAndHaveTasks) {
    const Document document = read("- [x] done\n- [ ] to do\n\n\n1. a\n\n2. b\n\n   more\n").document;
    const List& tasks = block<List>(document, 0);
    EXPECT_EQ(tasks.items.at(0).checked, true);
    EXPECT_EQ(tasks.items.at(1).checked, false);
    EXPECT_EQ(plain_text(tasks.items.at(1).content), "to do");
    const List& loose = block<List>(document, 1);
    EXPECT_TRUE(loose.ordered);
    EXPECT_FALSE(loose.tight);
    EXPECT_EQ(loose.items.at(1).content.size(), 2U);
}

TEST(MarkdownReader, TablesHaveHeadAndAlignment) {
    const Document document = read("| a | b |\n|:-:|--:|\n| `x\\|y` | 2 |\n\n|  |  |\n|--|--|\n| c | d |\n").document;
    const Table& table = block<Table>(document, 0);
    ASSERT_EQ(table.sections.size(), 2U);
    EXPECT_EQ(table.sections[0].kind, SectionKind::head);
    EXPECT_EQ(table.sections[0].rows[0].cells[0].alignment, Alignment::center);
    const auto& paragraph = std::get<Paragraph>(table.sections[1].rows[0].cells[0].content.at(0));
    EXPECT_EQ(std::get<Code>(paragraph.content.at(0)).text, "x|y");
    ASSERT_EQ(block<Table>(document, 1).sections.size(), 1U) << "an empty head is none";
}

TEST(MarkdownReader, InlinesAreWhatTheyAre) {
    const Document document = read(
                                  "*em* **st** ~~del~~ `co` [words](https://a.example \"T\") <https://b.example> ![alt "
                                  "*x*](c.png) &copy; \\*\n")
                                  .document;
    EXPECT_EQ(inline_of<Styled>(document, 0).style, Style::emphasis);
    EXPECT_EQ(inline_of<Styled>(document, 2).style, Style::strong);
    EXPECT_EQ(inline_of<Styled>(document, 4).style, Style::strike);
    EXPECT_EQ(inline_of<Code>(document, 6).text, "co");
    EXPECT_EQ(inline_of<Link>(document, 8).title, "T");
    EXPECT_EQ(inline_of<Link>(document, 10).url, "https://b.example");
    EXPECT_EQ(inline_of<Image>(document, 12).alt, "alt x");
    EXPECT_EQ(inline_of<Text>(document, 13).text, " \u00A9 *");
}

TEST(MarkdownReader, FormulasAreNoPrices) {
    const Document document = read("$a_b$ and $$c$$, but $5 or $6 and \\$7.\n").document;
    EXPECT_EQ(inline_of<Math>(document, 0).tex, "a_b");
    EXPECT_FALSE(inline_of<Math>(document, 0).display);
    EXPECT_TRUE(inline_of<Math>(document, 2).display);
    EXPECT_EQ(inline_of<Text>(document, 3).text, ", but $5 or $6 and $7.");
}

TEST(MarkdownReader, FormulasAreWrittenInCodeAsOnGithub) {
    const Document document = read("```math\na < \\frac{b}{c}\n```\n\nand $`d_e`$.\n").document;
    const Math& block = inline_of<Math>(document, 0);
    EXPECT_EQ(block.tex, "a < \\frac{b}{c}");
    EXPECT_TRUE(block.display);
    EXPECT_EQ(std::get<Math>(std::get<Paragraph>(document.content.at(1)).content.at(1)).tex, "d_e");
}

TEST(MarkdownReader, CalloutsAreThoseOfGithubAndObsidian) {
    const Document document = read(
                                  "> [!WARNING]\n> Do *not*.\n\n> [!faq]- Is it *so*?\n> Yes.\n>\n> Indeed.\n\n"
                                  "> [!note] Title only\n\n> [!no way]\n> said he\n")
                                  .document;
    const Group& warning = block<Group>(document, 0);
    EXPECT_EQ(warning.kind, GroupKind::aside);
    EXPECT_EQ(warning.attributes->classes, (std::vector<std::string>{"warning"}));
    EXPECT_EQ(plain_text(warning.content), "Do not.");
    const Group& question = block<Group>(document, 1);
    EXPECT_EQ(question.attributes->classes, (std::vector<std::string>{"faq"}));
    ASSERT_EQ(question.content.size(), 3U);
    const auto& title = std::get<Paragraph>(question.content[0]);
    EXPECT_EQ(plain_text(title.content), "Is it so?");
    EXPECT_EQ(std::get<Styled>(title.content.at(0)).style, Style::strong);
    EXPECT_EQ(plain_text(block<Group>(document, 2).content), "Title only");
    EXPECT_EQ(plain_text(block<Quote>(document, 3).content), "[!no way] said he");
}

TEST(MarkdownReader, DefinitionsBelowTheirTermsAreLists) {
    const Document document = read(
                                  "Before.\n\nTerm *one*\n: first\ngoes on\n: second\n\nTerm two\n\n:   third\n\n"
                                  ":   fourth\n\nAfter\nthis\n: no definition\n\n12\n:30 is a time\n")
                                  .document;
    ASSERT_EQ(document.content.size(), 4U);
    const auto& list = block<DefinitionList>(document, 1);
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_EQ(plain_text(list.items[0].terms.at(0).content), "Term one");
    ASSERT_EQ(list.items[0].descriptions.size(), 2U);
    EXPECT_EQ(plain_text(list.items[0].descriptions[0].content), "first goes on");
    ASSERT_EQ(list.items[1].descriptions.size(), 2U);
    EXPECT_EQ(plain_text(list.items[1].descriptions[1].content), "fourth");
    EXPECT_EQ(plain_text(block<Paragraph>(document, 2).content), "After this : no definition");
    EXPECT_EQ(plain_text(block<Paragraph>(document, 3).content), "12 :30 is a time");
}

TEST(MarkdownReader, DefinitionsAndCalloutsHaveTheirRanges) {
    const std::string text = "Term\n: means *this*\n\n> [!tip] Title\n> word `code`\n";
    const Document document = read(text).document;
    const DefinitionItem& item = block<DefinitionList>(document, 0).items.at(0);
    EXPECT_EQ(at(text, item.terms.at(0).range), "Term");
    EXPECT_EQ(at(text, std::get<Paragraph>(item.descriptions.at(0).content.at(0)).range), "means *this");
    const Group& tip = block<Group>(document, 1);
    EXPECT_EQ(at(text, std::get<Paragraph>(tip.content.at(0)).range), "Title");
    EXPECT_EQ(at(text, std::get<Paragraph>(tip.content.at(1)).range), "word `code");
}

TEST(MarkdownReader, AttributesOfHeadingsAreNotWords) {
    const Document document = read(
                                  "# One {#first .unnumbered}\n\n## Two {-}\n\n## Three {: #third}\n\n## Four {x}\n\n"
                                  "[a](#first) [b](#third) [c](#two)\n")
                                  .document;
    EXPECT_EQ(plain_text(document.content), "One Two Three Four {x} a b c");
    EXPECT_EQ(block<Heading>(document, 0).id(), "first");
    EXPECT_EQ(block<Heading>(document, 1).id(), "two");
    EXPECT_EQ(block<Heading>(document, 2).id(), "third");
}

TEST(MarkdownReader, HtmlIsReadAsOnGithub) {
    const Document document =
        read(
            "<p align=\"center\">\n  <img src=\"a.png\" width=\"40\" alt=\"A\">\n</p>\n\nH<sub>2</sub>O<br>new\n\n"
            "<details>\n<summary>More</summary>\n\n- *item*\n\n</details>\n\n<table><tr><th>x</th></tr></table>\n")
            .document;
    EXPECT_EQ(inline_of<Image>(document, 0).width, 40);
    const auto& water = block<Paragraph>(document, 1).content;
    EXPECT_EQ(std::get<Styled>(water.at(1)).style, Style::subscript);
    EXPECT_NO_THROW(std::get<LineBreak>(water.at(3)));
    const Group& details = block<Group>(document, 2);
    EXPECT_EQ(details.kind, GroupKind::section);
    EXPECT_NO_THROW(std::get<List>(details.content.at(1)));
    EXPECT_NO_THROW(block<Table>(document, 3));
}

TEST(MarkdownReader, ElementsThatSwallowTheRestDoNot) {
    for (const char* html : {"<title>", "a <textarea> b", "a <script> b", "a <xmp> b", "</main>", "</div></body>"}) {
        const Document document = read(std::string("First.\n\n") + html + "\n\nLast *words*.\n").document;
        EXPECT_TRUE(plain_text(document.content).ends_with("Last words.")) << html;
    }
}

TEST(MarkdownReader, HeadingsAreFoundByTheNamesThatGithubGives) {
    const Document document = read(
                                  "## What's new, *really*?\n\n[a](#whats-new-really) [b](#own) [c](#twice-1) "
                                  "[d](#nowhere)\n\n## Own {#own}\n\n"
                                  "## Twice\n\n## Twice\n\n## No link\n\n<a id=\"here\"></a>Words [e](#here)\n")
                                  .document;
    EXPECT_EQ(block<Heading>(document, 0).id(), "whats-new-really");
    EXPECT_EQ(block<Heading>(document, 2).id(), "own");
    EXPECT_EQ(plain_text(block<Heading>(document, 2).content), "Own");
    EXPECT_EQ(block<Heading>(document, 3).id(), "");
    EXPECT_EQ(block<Heading>(document, 4).id(), "twice-1");
    EXPECT_EQ(block<Heading>(document, 5).id(), "");
    EXPECT_EQ(block<Paragraph>(document, 6).id(), "here");
    EXPECT_EQ(std::get<Link>(block<Paragraph>(document, 1).content.at(4)).url, "#twice-1");
}

TEST(MarkdownReader, RangesLeadToTheBytes) {
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
        const std::string text =
            mark + "---\ntitle: T\n---\n\nR&D *\u00E9t\u00E9* `x` end\n\n- [link](https://a.example) item\n";
        const Document document = read(text).document;
        const auto& content = block<Paragraph>(document, 0).content;
        EXPECT_EQ(at(text, block<Paragraph>(document, 0).range), "R&D *\u00E9t\u00E9* `x` end");
        EXPECT_EQ(at(text, std::get<Text>(std::get<Styled>(content.at(1)).content.at(0)).range), "\u00E9t\u00E9");
        const Paragraph& item = std::get<Paragraph>(block<List>(document, 1).items.at(0).content.at(0));
        EXPECT_NE(at(text, item.range).find("link](https://a.example) item"), std::string::npos);
    }
}

TEST(MarkdownReader, Utf16IsRead) {
    std::string bytes("\xFF\xFE", 2);
    for (const char c : std::string("# Head\n\nWords\n")) bytes += {c, '\0'};
    const Document document = read(bytes).document;
    EXPECT_EQ(plain_text(block<Heading>(document, 0).content), "Head");
    EXPECT_EQ(block<Paragraph>(document, 1).range, (SourceRange{18, 28}));
}

TEST(MarkdownReader, RelativeAddressesWantABase) {
    const char* text = "[a](b.html) ![c](d.png)\n";
    EXPECT_TRUE(read(text).reported("html.link-unresolved"));
    const Document document = read(text, {{"base-url", "https://a.example/x/"}}).document;
    EXPECT_EQ(inline_of<Link>(document, 0).url, "https://a.example/x/b.html");
    EXPECT_EQ(document.base_url, "https://a.example/x/");
    Context context;
    ReadRequest request;
    request.format = "markdown";
    request.options = {{"base-url", "x"}};
    EXPECT_THROW(Converter(registry()).read(*open_memory("a"), request, context), Error);
}

TEST(MarkdownReader, TabsInCodeStay) {
    const Document document =
        read(
            "```make\nall:\n\tcc\tx\n\t\ty\n  \tz\n```\n\n\tset\n\t\tin\n\n- item\n\n  ```\n  \ta\n\tb\n  ```\n\n"
            "A[^1]\n\n[^1]: B\n\n    ```\n    \tc\n    ```\n")
            .document;
    EXPECT_EQ(block<CodeBlock>(document, 0).text, "all:\n\tcc\tx\n\t\ty\n  \tz");
    EXPECT_EQ(block<CodeBlock>(document, 1).text, "set\n\tin");
    EXPECT_EQ(std::get<CodeBlock>(block<List>(document, 2).items[0].content.at(1)).text, "\ta\n  b");
    EXPECT_EQ(std::get<CodeBlock>(document.notes.at(0).content.at(1)).text, "\tc");
}

TEST(MarkdownReader, HeadsOfMoreCellsThanDashesAreNoTables) {
    for (const char* text : {"| abc | def |\n| --- |\n| bar |\n", "a|b|c\n-|-\n", "> | a | b |\n> |---|\n"})
        EXPECT_EQ(plain_text(read(text).document.content).find('|') != std::string::npos, true) << text;
    for (const char* text : {"| a |\n| --- | --- |\n", "1 | 2\n-|-\n", "- |  | b |\n  |---|---|\n",
                             "`a|b` | c\n--|--\n", "| a \\| b |\n|---|\n", "| *a* | b |\n|---|---|\n"})
        EXPECT_EQ(plain_text(read(text).document.content).find("--"), std::string::npos) << text;
}

TEST(MarkdownReader, CellsBeyondThoseOfTheHeadAreReported) {
    const std::string text = "| a | b |\n|---|---|\n| c | d |\n|  | *e* | f |\n| g |\n| h \\| i | j |\n";
    const ReadResult result = read(text);
    ASSERT_TRUE(result.reported("markdown.cells-dropped"));
    for (const Diagnostic& diagnostic : result.diagnostics)
        if (diagnostic.code == "markdown.cells-dropped") {
            EXPECT_EQ(at(text, diagnostic.range), "|  | *e* | f |");
        }
}

TEST(MarkdownReader, WhatOnlyBeginsLikeAnElementOfRawTextDoesNotSwallowTheRest) {
    for (const char* start : {"<press@post.example>", "<stylesheet>", "<Scripts/>"}) {
        const Document document = read(std::string(start) + "\nand *on*\n\n- item\n\n# Head\n").document;
        ASSERT_EQ(document.content.size(), 3U) << start;
        EXPECT_TRUE(plain_text(document.content).ends_with("and on item Head")) << start;
    }
    EXPECT_EQ(block<CodeBlock>(read("<pre>\n*a*\n\nb</pre>\n").document, 0).text, "*a*\n\nb");
}

TEST(MarkdownReader, VersionsAreNoAddressesOfMail) {
    const Document document = read("npm@10.2.3, ada@post.example, [IP](mailto:a@10.0.0.1?x=y)\n").document;
    EXPECT_EQ(inline_of<Text>(document, 0).text, "npm@10.2.3, ");
    EXPECT_EQ(inline_of<Link>(document, 1).url, "mailto:ada@post.example");
    EXPECT_EQ(inline_of<Link>(document, 3).url, "mailto:a@10.0.0.1?x=y");
}

/// md4c 0.4.8 takes an offset whose lowest byte is 4 for the mark of an empty item, and ends the list.
TEST(MarkdownReader, ListsGoOnWhereverTheyStandInTheText) {
    for (const std::string block : {"## b", "b\n  ---", "```\n  b\n  ```", "```\n  b\n\n  ```", "<!-- -->\n  b",
                                    "<!--\n\n  b -->\n  b", "b\n", "b\n  *c*\n", "`b`\n", "<p>b</p>\n",
                                    "| b | c |\n  | - | - |\n  | d | e |\n", "| b |\n  | --- |\n  | d |\n"}) {
        for (std::size_t size = 0; size < 260; ++size) {
            const std::string text =
                std::string(size, 'x') + "\n\n- a\n\n  " + block + "\n\n  e\n\n- " + block + "\n\n  f\n";
            const Document document = read(text).document;
            ASSERT_EQ(document.content.size(), size == 0 ? 1U : 2U) << size << ": " << block;
            const List& list = std::get<List>(document.content.back());
            ASSERT_EQ(list.items.size(), 2U) << size << ": " << block;
            ASSERT_EQ(list.items[0].content.size(), 3U) << size << ": " << block;
            ASSERT_EQ(list.items[1].content.size(), 2U) << size << ": " << block;
        }
    }
    EXPECT_EQ(read("- # b\n\n  c\n").document.content.size(), 1U);
}

TEST(MarkdownReader, IsChosenByExtensionAndByStrongSignsOnly) {
    const Converter converter(registry());
    const auto detected = [&](std::string text, std::string name) {
        const auto source = open_memory(std::move(text), std::move(name));
        return converter.detect(*source, {});
    };
    EXPECT_EQ(detected("plain", "a.md"), "markdown");
    EXPECT_EQ(detected("plain", "a.markdown"), "markdown");
    EXPECT_EQ(detected("# Head\n\n- a\n", "a.txt"), "text");
    EXPECT_EQ(detected("# Head\n\n- a\n", ""), "text");
    EXPECT_EQ(detected("---\ntitle: A\n---\n\n# Head\n", ""), "markdown");
    EXPECT_EQ(detected("+++\ntitle = 'A'\n+++\n\n# Head\n", ""), "markdown");
    EXPECT_EQ(detected("<!DOCTYPE html><title>x</title>", ""), "html");
}

}  // namespace

}  // namespace offprint::testing
