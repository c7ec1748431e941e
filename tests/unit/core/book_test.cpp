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

Document linking_article(std::string source, const std::vector<std::string>& links) {
    Document article;
    article.metadata.source_url = std::move(source);
    Paragraph paragraph;
    paragraph.attributes.ensure().id = "part";
    for (const std::string& url : links) {
        Link link;
        link.url = url;
        link.content = {Text("x")};
        paragraph.content.emplace_back(std::move(link));
    }
    article.content = {std::move(paragraph)};
    return article;
}

TEST(MakeBook, LinksToAnotherArticleStayInTheBook) {
    const Document book = make_book(
        {linking_article("https://example.org/one/",
                         {"http://example.org/two#part", "https://example.org/two#gone", "https://example.org/two/",
                          "https://example.org/two?page=2", "https://example.org/", "mailto:two@example.org"}),
         linking_article("https://example.org/two", {"https://example.org/one"}), linking_article("", {""})});
    std::vector<std::string> urls;
    walk(book, overloaded{[&](const Link& link) { urls.push_back(link.url); }, [](const auto&) {}});
    EXPECT_EQ(urls, (std::vector<std::string>{"#a2-part", "#a2-title", "#a2-title", "https://example.org/two?page=2",
                                              "https://example.org/", "mailto:two@example.org", "#a1-title", ""}));
    EXPECT_EQ(validate(book), std::vector<std::string>());
}

TEST(MakeBook, AnArticleIsNotCalledWhatANodeInItIs) {
    Document article = linking_article("", {});
    std::get<Paragraph>(article.content[0]).attributes->id = "title";
    const Document book = make_book({article, article});
    EXPECT_EQ(validate(book), std::vector<std::string>());
    EXPECT_EQ(std::get<Group>(book.content[0]).id(), "a1-title-2");
}

}  // namespace
}  // namespace offprint
