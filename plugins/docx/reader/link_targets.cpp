#include "reader/link_targets.hpp"

#include <string>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::docx::reader {

namespace {

/// Bookmarks are one name whatever the case of their letters.
std::unordered_set<std::string> wanted_names(const Document& document) {
    std::unordered_set<std::string> wanted;
    walk(document, overloaded{[&](const Link& link) {
                                  if (link.url.starts_with('#')) wanted.insert(to_lower_ascii(link.url.substr(1)));
                              },
                              [](const auto&) {}});
    return wanted;
}

bool is_empty_anchor(const Inline& node) {
    const auto* span = std::get_if<Styled>(&node);
    return span != nullptr && span->style == Style::span && span->content.empty() &&
           (!span->attributes || span->attributes->empty());
}

}  // namespace

void settle_ids(Document& document, bool is_literal) {
    const std::unordered_set<std::string> wanted = wanted_names(document);
    std::unordered_map<std::string, std::string> ids;  // by their names in lower case
    const auto settle = [&](Box<Attributes>& attributes) {
        if (!attributes || attributes->id.empty()) return;
        const std::string name = to_lower_ascii(attributes->id);
        const bool is_noise = !is_literal && name.starts_with('_') && !wanted.contains(name);
        if (is_noise || !ids.emplace(name, attributes->id).second) attributes->id.clear();
        if (attributes->empty()) attributes.reset();
    };
    settle(document.attributes);
    walk(document, [&](auto& node) { settle(node.attributes); });
    rewrite(document, [&](auto& node) {
        if constexpr (std::is_same_v<std::remove_reference_t<decltype(node)>, Inline>) {
            if (is_empty_anchor(node)) return Rewrite::remove;
            if (auto* link = std::get_if<Link>(&node); link != nullptr && link->url.starts_with('#'))
                if (const auto found = ids.find(to_lower_ascii(link->url.substr(1))); found != ids.end())
                    link->url = "#" + found->second;
        }
        return Rewrite::keep;
    });
}

}  // namespace offprint::docx::reader
