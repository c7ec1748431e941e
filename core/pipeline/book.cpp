#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "media/resource_table.hpp"
#include "offprint/converter.hpp"
#include "offprint/walk.hpp"

namespace offprint {

namespace {

/// Moves one article into the book under names of its own.
class ArticleMove {
public:
    ArticleMove(Document& book, ResourceTable& table, std::size_t number)
        : book_(book), table_(table), prefix_(fmt::format("a{}-", number)) {}

    void move(Document article) {
        for (auto& [key, resource] : article.resources) keys_[key] = table_.add(std::move(resource));
        first_note_ = book_.notes.size();
        walk(article, [&](auto& node) { rename(node); });
        Group group;
        group.kind = GroupKind::article;
        group.attributes = std::move(article.attributes);
        Attributes& attributes = group.attributes.ensure();
        attributes.id = prefix_ + (attributes.id.empty() ? "title" : attributes.id);
        if (attributes.language.empty()) attributes.language = article.metadata.language;
        if (!article.metadata.cover.empty()) article.metadata.cover = keys_.at(article.metadata.cover);
        group.metadata = std::move(article.metadata);
        group.content = std::move(article.content);
        book_.content.push_back(std::move(group));
        std::move(article.notes.begin(), article.notes.end(), std::back_inserter(book_.notes));
    }

private:
    template <class N>
    void rename(N& node) {
        if (node.attributes && !node.attributes->id.empty()) node.attributes->id.insert(0, prefix_);
        if constexpr (std::is_same_v<N, Link>)
            if (node.url.starts_with('#')) node.url.insert(1, prefix_);
        if constexpr (std::is_same_v<N, Image>)
            if (!node.resource.empty()) node.resource = keys_.at(node.resource);
        if constexpr (std::is_same_v<N, NoteRef>) node.note += first_note_;
    }

    Document& book_;
    ResourceTable& table_;
    std::string prefix_;
    std::map<std::string, std::string> keys_;
    std::size_t first_note_ = 0;
};

}  // namespace

Document make_book(std::vector<Document> articles) {
    if (articles.size() == 1) return std::move(articles.front());
    Document book;
    ResourceTable table(book.resources);
    const bool one_language = std::adjacent_find(articles.begin(), articles.end(), [](const auto& a, const auto& b) {
                                  return a.metadata.language != b.metadata.language;
                              }) == articles.end();
    if (one_language && !articles.empty() && !articles.front().metadata.language.empty()) {
        book.metadata.language = articles.front().metadata.language;
        book.metadata.provenance[MetadataField::language] =
            articles.front().metadata.provenance[MetadataField::language];
    }
    for (std::size_t i = 0; i < articles.size(); ++i) ArticleMove(book, table, i + 1).move(std::move(articles[i]));
    return book;
}

}  // namespace offprint
