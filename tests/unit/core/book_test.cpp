#include <gtest/gtest.h>

#include "offprint/converter.hpp"
#include "offprint/outline.hpp"
#include "offprint/validate.hpp"
#include "offprint/walk.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

TEST(MakeBook, JoinsArticlesUnderNamesOfTheirOwn) {
    Document article = testing::every_node();
    const Document book = make_book({article, article});
    EXPECT_EQ(validate(book), std::vector<std::string>());
    ASSERT_EQ(book.content.size(), 2U);
    const Group& second = std::get<Group>(book.content[1]);
    EXPECT_EQ(second.kind, GroupKind::article);
    EXPECT_EQ(second.metadata->title, article.metadata.title);
    EXPECT_EQ(second.id(), "a2-title");
    EXPECT_EQ(book.notes.size(), 2 * article.notes.size());
    EXPECT_EQ(book.resources.size(), article.resources.size()) << "equal bytes are one resource";
    EXPECT_EQ(book.metadata.language, "en-GB");
    std::size_t last_note = 0;
    std::string link;
    walk(second.content, [&](const auto& node) {
        using N = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<N, NoteRef>) last_note = node.note;
        if constexpr (std::is_same_v<N, Link>)
            if (node.url.starts_with('#')) link = node.url;
    });
    EXPECT_EQ(last_note, article.notes.size() + 1);
    EXPECT_EQ(link, "#a2-tables");
    const auto entries = outline(book);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[1].article, &second);
    EXPECT_FALSE(entries[1].children.empty());
}

TEST(MakeBook, LeavesOneArticleAsItIs) {
    EXPECT_EQ(make_book({testing::every_node()}), testing::every_node());
}

TEST(MakeBook, NamesNoLanguageWhenArticlesDiffer) {
    Document german = testing::every_node();
    german.metadata.language = "de";
    EXPECT_EQ(make_book({testing::every_node(), german}).metadata.language, "");
}

}  // namespace
}  // namespace offprint
