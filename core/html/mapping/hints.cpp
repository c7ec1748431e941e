#include "html/mapping/hints.hpp"

#include <array>
#include <utility>

namespace offprint::html {

std::optional<GroupKind> hinted_group(const Dom& dom, NodeIndex node) {
    static constexpr auto kinds = std::to_array<std::pair<std::string_view, GroupKind>>({
        {"plain", GroupKind::plain},
        {"section", GroupKind::section},
        {"verse", GroupKind::verse},
        {"byline", GroupKind::byline},
    });
    const std::string_view hint = dom.attribute(node, group_hint);
    for (const auto& [name, kind] : kinds)
        if (hint == name) return kind;
    return std::nullopt;
}

}  // namespace offprint::html
