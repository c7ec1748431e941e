#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>

#include "offprint/error.hpp"
#include "offprint/outline.hpp"
#include "offprint/validate.hpp"
#include "offprint/walk.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

Blocks nested_quotes(int levels) {
    Blocks blocks = {Paragraph{{}, {Text("deep")}}};
    for (int i = 0; i < levels; ++i) {
        Quote quote;
        quote.content = std::move(blocks);
        blocks.clear();
        blocks.push_back(std::move(quote));
    }
    return blocks;
}

Heading heading(int level, std::string text, std::string id = {}) {
    Heading node;
    node.level = level;
    node.content = {Text(std::move(text))};
    if (!id.empty()) node.attributes.ensure().id = std::move(id);
    return node;
}

TEST(Document, CopiesAndComparesByValue) {
    const Document document = testing::every_node();
    Document copy = document;
    EXPECT_EQ(copy, document);
    std::get<Paragraph>(copy.content.back()).content.clear();
    EXPECT_NE(copy, document);
    Document other_bytes = document;
    other_bytes.resources["image-1"].bytes = std::make_shared<const std::string>("other");
    EXPECT_NE(other_bytes, document);
}

TEST(EveryNode, IsSoundAndUsesEveryKind) {
    const Document document = testing::every_node();
    EXPECT_EQ(validate(document), std::vector<std::string>());
    std::set<std::size_t> blocks, inlines, styles, groups, numberings;
    walk(document, [&](const auto& node) {
        using N = std::decay_t<decltype(node)>;
        if constexpr (std::is_constructible_v<Block, N>) blocks.insert(Block(node).index());
        if constexpr (std::is_constructible_v<Inline, N>) inlines.insert(Inline(node).index());
        if constexpr (std::is_same_v<N, Styled>) styles.insert(static_cast<std::size_t>(node.style));
        if constexpr (std::is_same_v<N, Group>) groups.insert(static_cast<std::size_t>(node.kind));
        if constexpr (std::is_same_v<N, List>) numberings.insert(static_cast<std::size_t>(node.numbering));
    });
    EXPECT_EQ(blocks.size(), std::variant_size_v<Block::variant>);
    EXPECT_EQ(inlines.size(), std::variant_size_v<Inline::variant>);
    EXPECT_EQ(styles.size(), static_cast<std::size_t>(Style::span) + 1);
    EXPECT_EQ(groups.size(), static_cast<std::size_t>(GroupKind::article));  // all but article
    EXPECT_EQ(numberings.size(), static_cast<std::size_t>(Numbering::upper_roman) + 1);
}

TEST(Validate, FindsEachBrokenInvariant) {
    const auto breaks = [](const char* expected, auto&& change) {
        Document document = testing::every_node();
        change(document);
        const std::vector<std::string> findings = validate(document);
        ASSERT_FALSE(findings.empty()) << expected;
        EXPECT_NE(findings.front().find(expected), std::string::npos) << findings.front();
    };
    breaks("XML 1.0", [](Document& d) { d.content.push_back(Paragraph{{}, {Text("a\x0C")}}); });
    breaks("XML 1.0", [](Document& d) { d.metadata.title = "\xFF"; });
    breaks("occurs twice", [](Document& d) { d.content.push_back(heading(1, "x", "text")); });
    breaks("occurs twice", [](Document& d) { d.content.push_back(heading(1, "x", "title")); });
    breaks("white space", [](Document& d) { d.content.push_back(heading(1, "x", "a b")); });
    breaks("level 7", [](Document& d) { d.content.push_back(heading(7, "x")); });
    breaks("note 9", [](Document& d) {
        NoteRef ref;
        ref.note = 9;
        d.content.push_back(Paragraph{{}, {ref}});
    });
    breaks("does not exist", [](Document& d) {
        Image image;
        image.resource = "nowhere";
        d.content.push_back(Paragraph{{}, {image}});
    });
    breaks("is no resource", [](Document& d) { d.metadata.cover = "nowhere"; });
    breaks("has no bytes", [](Document& d) { d.resources["image-1"].bytes.reset(); });
    breaks("spans nothing", [](Document& d) {
        Table table;
        table.sections.resize(1);
        table.sections[0].rows.resize(1);
        table.sections[0].rows[0].cells.resize(1);
        table.sections[0].rows[0].cells[0].row_span = 0;
        d.content.push_back(table);
    });
    breaks("date does not exist", [](Document& d) { d.metadata.published = Date{2023, 2, 29, {}}; });
    breaks("negative size", [](Document& d) { d.resources["image-1"].width = -1; });
    breaks("table wide", [](Document& d) {
        Table table;
        table.columns = {{Alignment::left, std::numeric_limits<double>::quiet_NaN()}};
        d.content.push_back(table);
    });
    breaks("formula is empty", [](Document& d) { d.content.push_back(Paragraph{{}, {Math{}}}); });
    breaks("nested deeper", [](Document& d) { d.content = nested_quotes(Limits::depth); });
    breaks("article group", [](Document& d) {
        Group group;
        group.kind = GroupKind::article;
        d.content.push_back(group);
    });
    breaks("below the top", [](Document& d) {
        Group article;
        article.kind = GroupKind::article;
        article.metadata = Metadata{};
        Group outer;
        outer.content = {article};
        d.content.push_back(outer);
    });
}

TEST(Validate, CountsNodesAgainstTheLimit) {
    Limits limits;
    limits.nodes = 10;
    EXPECT_THROW(validate(testing::every_node(), limits), Error);
}

TEST(Validate, AllowsTheDeepestNesting) {
    Document document;
    document.content = nested_quotes(Limits::depth - 2);
    EXPECT_EQ(validate(document), std::vector<std::string>());
}

TEST(Walk, VisitsInReadingOrder) {
    Document document;
    Figure figure;
    figure.content = {Paragraph{{}, {Text("a")}}};
    figure.caption = {Paragraph{{}, {Text("b")}}};
    document.content = {figure, Paragraph{{}, {Text("c")}}};
    document.notes.resize(1);
    document.notes[0].content = {Paragraph{{}, {Text("d")}}};
    std::string seen;
    walk(document, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Text>) seen += node.text;
    });
    EXPECT_EQ(seen, "abcd");
}

TEST(Rewrite, RemovesUnwrapsAndReplaces) {
    Styled strong;
    strong.style = Style::strong;
    strong.content = {Text("b"), Text("c")};
    Document document;
    document.content = {Rule{}, Paragraph{{}, {Text("a"), strong, Text("d")}}, Rule{}};
    rewrite(document, [](auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Block>) {
            if (std::holds_alternative<Rule>(node)) return Rewrite::remove;
        } else {
            if (std::holds_alternative<Styled>(node)) return Rewrite::unwrap;
            if (Text* text = std::get_if<Text>(&node); text != nullptr && text->text == "d") node = LineBreak{};
        }
        return Rewrite::keep;
    });
    Document expected;
    expected.content = {Paragraph{{}, {Text("a"), Text("b"), Text("c"), LineBreak{}}}};
    EXPECT_EQ(document, expected);
}

TEST(Outline, NestsByLevelAndSkipsEmptyHeadings) {
    Document document;
    Group section;
    section.kind = GroupKind::section;
    section.content = {heading(3, "A1", "a1"), Paragraph{}};
    document.content = {heading(2, "A", "a"), section, heading(4, "A1a"), heading(2, " "), heading(2, "B")};
    const std::vector<OutlineEntry> entries = outline(document);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].text, "A");
    EXPECT_EQ(entries[0].id, "a");
    ASSERT_EQ(entries[0].children.size(), 1U);
    EXPECT_EQ(entries[0].children[0].text, "A1");
    EXPECT_EQ(entries[0].children[0].children.at(0).text, "A1a");
    EXPECT_EQ(entries[1].text, "B");
}

}  // namespace
}  // namespace offprint
