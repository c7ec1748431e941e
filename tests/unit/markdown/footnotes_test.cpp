// Footnotes, which md4c does not know.
#include <gtest/gtest.h>

#include "offprint/text.hpp"
#include "offprint/walk.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

ReadResult read(std::string text) {
    return read_only("markdown", std::move(text));
}

std::vector<std::size_t> references(const Document& document) {
    std::vector<std::size_t> notes;
    walk(document, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, NoteRef>) notes.push_back(node.note);
    });
    return notes;
}

std::string note(const Document& document, std::size_t index) {
    return plain_text(document.notes.at(index).content);
}

TEST(MarkdownFootnotes, AreNumberedAsTheyAreReferredTo) {
    const Document document = read("A[^b] b[^A] c[^b].\n\n[^a]: First.\n[^b]: Second\nand on.\n").document;
    EXPECT_EQ(references(document), (std::vector<std::size_t>{0, 1, 0}));
    EXPECT_EQ(note(document, 0), "Second and on.");
    EXPECT_EQ(note(document, 1), "First.");
    EXPECT_EQ(document.content.size(), 1U);
}

TEST(MarkdownFootnotes, HoldBlocks) {
    const std::string text =
        "Words[^1]\n\n[^1]: One.\n\n    Two, with `[^1]: code`.\n\n    - item\n\n        set in\n\n    ```\n    "
        "fenced\n    ```\n\nAfter.\n";
    const Document document = read(text).document;
    ASSERT_EQ(document.notes.size(), 1U);
    const Blocks& content = document.notes[0].content;
    ASSERT_EQ(content.size(), 4U);
    EXPECT_EQ(std::get<CodeBlock>(content[3]).text, "fenced");
    EXPECT_EQ(plain_text(document.content), "Words After.");
    const SourceRange range = std::get<Paragraph>(content[1]).range;
    EXPECT_EQ(text.substr(range.begin, 4), "Two,");
}

TEST(MarkdownFootnotes, MayBeginBelowTheirLabelAndReferToOthers) {
    const Document document = read("A[^1]\n\n[^1]:\n    B[^2]\n\n[^2]: C\n").document;
    ASSERT_EQ(document.notes.size(), 2U);
    EXPECT_EQ(note(document, 0), "B");
    EXPECT_EQ(note(document, 1), "C");
    EXPECT_EQ(references(document), (std::vector<std::size_t>{0, 1}));
}

TEST(MarkdownFootnotes, ThatNobodyRefersToAreReported) {
    const ReadResult result = read("A.\n\n[^1]: B.\n");
    EXPECT_TRUE(result.reported("markdown.footnote-unused"));
    EXPECT_EQ(plain_text(result.document.content), "A.");
}

TEST(MarkdownFootnotes, AreNoneInCodeAndWithoutDefinition) {
    const Document document =
        read("A[^1] `[^1]` \\[^1] [^2]\n\n```\n[^1]: code\n```\n\n    [^1]: code\n\n[^1]: Note\n").document;
    ASSERT_EQ(document.notes.size(), 1U);
    EXPECT_EQ(note(document, 0), "Note");
    EXPECT_EQ(references(document).size(), 1U);
    EXPECT_NE(plain_text(document.content).find("[^2]"), std::string::npos);
}

TEST(MarkdownFootnotes, OfListsAndQuotationsAreOneParagraph) {
    const Document document =
        read("> A[^1]\n>\n> [^1]: One\n>   and on\n>\n> B[^2]\n\n- item\n\n  [^2]: word\n\n  more\n").document;
    ASSERT_EQ(document.notes.size(), 2U);
    EXPECT_EQ(note(document, 0), "One and on");
    EXPECT_EQ(note(document, 1), "word");
    EXPECT_EQ(plain_text(document.content), "A B item more");
}

TEST(MarkdownFootnotes, OfOneWordAreNoDefinitionsOfLinks) {
    const Document document = read("A[^1]\n\n[^1]: word\n").document;
    EXPECT_EQ(note(document, 0), "word");
}

TEST(MarkdownFootnotes, KeepTheirWordsAsTheyAre) {
    const Document document = read("A[^1] and[^x]\n\n[^1]: 1. call()\n[^x]: ^ Up ()\n").document;
    EXPECT_EQ(note(document, 1), "^ Up ()");
    EXPECT_EQ(plain_text(std::get<List>(document.notes.at(0).content.at(0)).items.at(0).content), "call()");
}

TEST(MarkdownFootnotes, LeaveTheHeadingAndTheRuleBeforeThem) {
    const Document document = read("A[^1]\n\n## Notes\n\n***\n\n[^1]: B\n").document;
    EXPECT_EQ(document.content.size(), 3U);
}

}  // namespace

}  // namespace offprint::testing
