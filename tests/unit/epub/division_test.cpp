// Blocks that are too large for one file: what their parts say, and that nothing is lost.
#include <gtest/gtest.h>

#include "epub_file.hpp"
#include "offprint/text.hpp"

namespace offprint::testing {

namespace {

using Names = std::vector<std::string>;

// The bodies of all files of the text, in their order.
Names bodies(const EpubFile& file) {
    Names texts;
    for (const std::string& name : file.spine())
        if (name.starts_with("chapter")) texts.push_back(file.body(name));
    return texts;
}

Written write_small(Block block) {
    return write_epub(article({std::move(block)}), {{"split-size", "1"}});
}

std::string sentence(char letter, std::size_t length) {
    return std::string(length - 2, letter) + ". ";
}

ListItem item(std::string text) {
    ListItem result;
    result.content = {paragraph(std::move(text))};
    return result;
}

List ordered_list(int start, std::size_t items) {
    List list;
    list.ordered = true;
    list.start = start;
    list.items.assign(items, item(std::string(280, 'a')));
    return list;
}

}  // namespace

TEST(EpubDivision, AParagraphEndsAfterASentence) {
    const Paragraph whole = with_id(
        paragraph(sentence('a', 600) + sentence('b', 250) + std::string(100, 'c') + " " + std::string(200, 'd')), "p");
    const Written written = write_small(whole);
    EXPECT_EQ(written.codes, Names{"epub.block-divided"});
    EXPECT_EQ(bodies(written.file),
              (Names{"<p id=\"p\">" + sentence('a', 600) + sentence('b', 250) + "</p>",
                     "<p data-continued=\"\">" + std::string(100, 'c') + " " + std::string(200, 'd') + "</p>"}));
}

TEST(EpubDivision, AParagraphWithoutSentencesEndsAfterAWordElseAfterACharacter) {
    std::string words;
    for (int i = 0; i < 300; ++i) words += "four ";
    for (const std::string& body : bodies(write_small(paragraph(words)).file)) EXPECT_TRUE(body.ends_with("four </p>"));
    std::string letters;
    for (int i = 0; i < 1000; ++i) letters += "ж";
    const Names parts = bodies(write_small(paragraph(letters)).file);
    EXPECT_EQ(parts.size(), 2u);
    for (const std::string& body : parts) EXPECT_TRUE(body.ends_with("ж</p>")) << "characters stay whole";
    std::string chinese;
    for (int i = 0; i < 100; ++i) chinese += "潮来了，又走了。";
    for (const std::string& body : bodies(write_small(paragraph(chinese)).file)) EXPECT_TRUE(body.ends_with("。</p>"));
}

TEST(EpubDivision, StylesAndLinksOfAParagraphGoOn) {
    Styled strong;
    strong.style = Style::strong;
    strong.content = {Text(std::string(300, 'x')),
                      link("https://example.org/", sentence('a', 900) + sentence('b', 900))};
    const Names parts = bodies(write_small(paragraph(Inlines{Text("lead "), strong, Text(" end")})).file);
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_TRUE(parts[0].ends_with(std::string(300, 'x') + "</strong></p>")) << parts[0];
    EXPECT_TRUE(
        parts[1].starts_with("<p data-continued=\"\"><strong data-continued=\"\"><a href=\"https://example.org/\">a"))
        << parts[1];
    EXPECT_TRUE(parts[2].ends_with("b. </a></strong> end</p>")) << parts[2];
    EXPECT_TRUE(parts[0].starts_with("<p>lead <strong>x")) << "a paragraph goes on into what is too large in it";
}

TEST(EpubDivision, AListGoesOnWithItsNumbers) {
    const Names up = bodies(write_small(ordered_list(5, 7)).file);
    ASSERT_EQ(up.size(), 3u);
    EXPECT_TRUE(up[0].starts_with("<ol start=\"5\"><li>"));
    EXPECT_TRUE(up[1].starts_with("<ol data-continued=\"\" start=\"8\"><li>"));
    EXPECT_TRUE(up[2].starts_with("<ol data-continued=\"\" start=\"11\"><li>"));
    List countdown = ordered_list(1, 6);
    countdown.reversed = true;
    const Names down = bodies(write_small(countdown).file);
    EXPECT_TRUE(down.at(0).starts_with("<ol start=\"6\" reversed=\"reversed\"><li>")) << down[0];
    EXPECT_TRUE(down.at(1).starts_with("<ol data-continued=\"\" reversed=\"reversed\"><li>")) << down[1];
    List extreme = ordered_list(2147483647, 6);
    extreme.items[2].value = -2147483647 - 1;
    extreme.items[2].content = {paragraph("small")};
    EXPECT_EQ(bodies(write_small(extreme).file).size(), 2u);
}

TEST(EpubDivision, AnItemThatIsTooLargeGoesOnWithoutAnotherMark) {
    List list = ordered_list(1, 2);
    list.items[1].content = {paragraph(std::string(700, 'b')), paragraph(std::string(700, 'c'))};
    list.items[1].checked = true;
    list.items.push_back(item("last"));
    const Names parts = bodies(write_small(list).file);
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_TRUE(parts[1].starts_with("<ol data-continued=\"\" start=\"2\"><li class=\"task\">\u2611 b")) << parts[1];
    EXPECT_TRUE(parts[2].starts_with(
        "<ol data-continued=\"\" start=\"2\"><li class=\"continued\" data-continued=\"\" value=\"2\"><p>c"))
        << parts[2];
    EXPECT_TRUE(parts[2].ends_with("<li>last</li></ol>")) << parts[2];
}

TEST(EpubDivision, AQuoteNamesItsAuthorAtItsEnd) {
    Quote inner;
    inner.content = {paragraph(std::string(700, 'a')), paragraph(std::string(700, 'b'))};
    Quote outer;
    outer.content = {inner};
    outer.attribution = {Text("Mara Venn")};
    const Names parts = bodies(write_small(outer).file);
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_TRUE(parts[0].starts_with("<blockquote><blockquote><p>a")) << parts[0];
    EXPECT_EQ(parts[0].find("Mara"), std::string::npos);
    EXPECT_TRUE(parts[1].ends_with("b</p></blockquote><p class=\"attribution\">— Mara Venn</p></blockquote>"))
        << parts[1];
}

TEST(EpubDivision, CodeEndsBetweenLines) {
    CodeBlock code;
    code.language = "cpp";
    for (int i = 0; i < 30; ++i) code.text += std::string(49, 'x') + "\n";
    code.text += std::string(1500, 'y');
    const Names parts = bodies(write_small(code).file);
    ASSERT_EQ(parts.size(), 4u);
    const Names starts = {"<pre>", "<pre data-continued=\"line\">", "<pre data-continued=\"line\">",
                          "<pre data-continued=\"\">"};
    for (std::size_t i = 0; i < parts.size(); ++i)
        EXPECT_TRUE(parts[i].starts_with(starts[i] + "<code class=\"language-cpp\">")) << parts[i];
    EXPECT_TRUE(parts[0].ends_with("x</code></pre>"));
    EXPECT_TRUE(parts[3].find_first_not_of('y', parts[3].find('y')) == parts[3].find("</code>"));
}

TEST(EpubDivision, VerseAndDefinitionsEndBetweenTheirParts) {
    Group verse;
    verse.kind = GroupKind::verse;
    verse.content = {paragraph(std::string(700, 'a')), heading(2, "Second"), paragraph(std::string(700, 'b'))};
    const EpubFile file = write_small(verse).file;
    EXPECT_TRUE(bodies(file).at(1).starts_with(
        "<div class=\"verse\" data-continued=\"\"><h2 id=\"heading-1\">Second</h2><p>b"));
    DefinitionList definitions;
    DefinitionItem definition;
    definition.terms.resize(1);
    definition.terms[0].content = {Text(std::string(700, 't'))};
    definitions.items = {definition, definition};
    EXPECT_EQ(bodies(write_small(definitions).file).size(), 2u);
}

TEST(EpubDivision, WhatCannotBeDividedIsAFileAndAWarning) {
    Table table;
    table.sections.resize(1);
    table.sections[0].rows.resize(1);
    table.sections[0].rows[0].cells.resize(1);
    table.sections[0].rows[0].cells[0].header = true;
    table.sections[0].rows[0].cells[0].content = {paragraph(std::string(3000, 'x'))};
    const Written written =
        write_epub(article({paragraph("before"), table, paragraph("after")}), {{"split-size", "1"}});
    EXPECT_EQ(written.codes, Names{"epub.file-large"});
    EXPECT_EQ(bodies(written.file).size(), 3u);
}

}  // namespace offprint::testing
