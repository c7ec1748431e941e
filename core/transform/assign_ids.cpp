#include <fmt/format.h>

#include <unordered_map>
#include <unordered_set>

#include "offprint/text.hpp"
#include "offprint/transform.hpp"
#include "offprint/walk.hpp"

namespace offprint {

namespace {

class Ids {
public:
    explicit Ids(const Document& document) {
        if (document.attributes && !document.attributes->id.empty()) used_.insert(document.attributes->id);
        walk(document, [&](const auto& node) {
            if (node.attributes && !node.attributes->id.empty()) used_.insert(node.attributes->id);
        });
    }

    bool contains(const std::string& id) const { return used_.contains(id); }

    /// A new id made of `text`.
    std::string make(std::string_view text) {
        constexpr std::size_t most = 60;
        std::string name(utf8_prefix(slug(text), most));
        if (name.empty()) name = "section";
        // The count of each name is kept, so that a thousand equal headings take linear time.
        for (int& count = counts_[name];;) {
            std::string id = ++count == 1 ? name : fmt::format("{}-{}", name, count);
            if (used_.insert(id).second) return id;
        }
    }

private:
    std::unordered_set<std::string> used_;
    std::unordered_map<std::string, int> counts_;
};

}  // namespace

void assign_ids(Document& document, Context& context) {
    Ids ids(document);
    walk(document.content, [&](auto& node) {
        if constexpr (std::is_same_v<std::remove_reference_t<decltype(node)>, Heading>)
            if (node.id().empty()) node.attributes.ensure().id = ids.make(plain_text(node.content));
    });
    rewrite(document, [&](auto& node) {
        if constexpr (std::is_same_v<std::remove_reference_t<decltype(node)>, Inline>) {
            const auto* link = std::get_if<Link>(&node);
            if (link != nullptr && link->url.starts_with('#') && !ids.contains(link->url.substr(1))) {
                context.report(Severity::info, "link.dangling",
                               fmt::format("nothing in the document is called {}", utf8_prefix(link->url, 80)),
                               link->range);
                return Rewrite::unwrap;
            }
        }
        return Rewrite::keep;
    });
}

}  // namespace offprint
