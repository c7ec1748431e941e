#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "media/resource_table.hpp"
#include "offprint/converter.hpp"
#include "offprint/url.hpp"
#include "offprint/walk.hpp"

namespace offprint {

namespace {

/// What a link says of the page that it leads to: no fragment, no scheme of the web, no slash at the end.
std::string page_of(std::string_view url) {
    for (std::string_view scheme : {"https://", "http://"})
        if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
    url = url.substr(0, url.find('#'));
    if (url.ends_with('/')) url.remove_suffix(1);
    return std::string(url);
}

/// The names of a book's articles, and where they come from, so that links between them stay in the book.
class Names {
public:
    explicit Names(const std::vector<Document>& articles) {
        for (const Document& article : articles) add(article);
    }

    /// What all ids of an article begin with; articles count from 0.
    const std::string& prefix(std::size_t article) const { return names_[article].prefix; }

    /// The id of an article itself.
    const std::string& title(std::size_t article) const { return names_[article].title; }

    /// The place in the book that a link to a page of the web leads to, as "#id": where the article has no such place,
    /// its beginning. Empty if the page is none of the articles.
    std::string find(std::string_view url) const {
        const auto article = by_page_.find(page_of(url));
        if (article == by_page_.end()) return {};
        const Name& name = names_[article->second];
        const std::size_t hash = std::min(url.find('#'), url.size());
        const std::string id = name.prefix + percent_decode(url.substr(std::min(hash + 1, url.size())));
        return "#" + (ids_.contains(id) ? id : name.title);
    }

private:
    struct Name {
        std::string prefix;
        std::string title;
    };

    void add(const Document& article) {
        const std::string prefix = fmt::format("a{}-", names_.size() + 1);
        walk(article, [&](const auto& node) {
            if (!node.id().empty()) ids_.insert(prefix + std::string(node.id()));
        });
        const bool has_id = article.attributes && !article.attributes->id.empty();
        const std::string wanted = prefix + (has_id ? article.attributes->id : "title");
        std::string title = wanted;
        for (int number = 2; !ids_.insert(title).second; ++number) title = fmt::format("{}-{}", wanted, number);
        if (!article.metadata.source_url.empty())
            by_page_.try_emplace(page_of(article.metadata.source_url), names_.size());
        names_.push_back({prefix, std::move(title)});
    }

    std::vector<Name> names_;
    std::unordered_map<std::string, std::size_t> by_page_;
    std::unordered_set<std::string> ids_;
};

/// Moves one article into the book under names of its own.
class ArticleMove {
public:
    ArticleMove(Document& book, ResourceTable& table, const Names& names, std::size_t number)
        : book_(book), table_(table), names_(names), prefix_(names.prefix(number)), title_(names.title(number)) {}

    void move(Document article) {
        for (auto& [key, resource] : article.resources) keys_[key] = table_.add(std::move(resource));
        first_note_ = book_.notes.size();
        walk(article, [&](auto& node) { rename(node); });
        Group group;
        group.kind = GroupKind::article;
        group.attributes = std::move(article.attributes);
        Attributes& attributes = group.attributes.ensure();
        attributes.id = title_;
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
        if constexpr (std::is_same_v<N, Link>) rename_target(node);
        if constexpr (std::is_same_v<N, Image>)
            if (!node.resource.empty()) node.resource = keys_.at(node.resource);
        if constexpr (std::is_same_v<N, NoteRef>) node.note += first_note_;
    }

    void rename_target(Link& link) {
        if (link.url.starts_with('#'))
            link.url.insert(1, prefix_);
        else if (std::string place = names_.find(link.url); !place.empty())
            link.url = std::move(place);
    }

    Document& book_;
    ResourceTable& table_;
    const Names& names_;
    const std::string& prefix_;
    const std::string& title_;
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
    const Names names(articles);
    for (std::size_t i = 0; i < articles.size(); ++i) ArticleMove(book, table, names, i).move(std::move(articles[i]));
    return book;
}

}  // namespace offprint
