// Finds the footnotes of a page: which links refer to notes, and which elements hold them.
// Thread safety: a value.
#pragma once

#include <map>
#include <set>

#include "article/selection.hpp"
#include "dom/dom.hpp"
#include "mapping/links.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

struct Notes {
    std::map<NodeIndex, NodeIndex> references;  ///< link -> the element that holds its note
    std::set<NodeIndex> definitions;            ///< those elements; none inside another
    std::set<NodeIndex> back_links;             ///< elements that only lead back from a note

    bool has_definition_in(const Dom& dom, NodeIndex node) const {
        const auto first = definitions.lower_bound(node);
        return first != definitions.end() && dom.contains(node, *first);
    }
};

/// A link is a reference if it says so (role="doc-noteref", a class) or is as short as a number, and leads
/// to something that is a note by its role, class, id, list or back link. Only links that `selection`
/// includes count.
Notes find_notes(const Dom& dom, const Selection& selection, const LinkResolver& links, Context& context);

}  // namespace offprint::html
