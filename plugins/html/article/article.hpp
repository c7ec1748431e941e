// Finds the article in a page: what of it is text that somebody wrote to be read.
// Thread safety: pure but for its arguments.
//
// The stages, each in a file of its own: what is never shown (hidden.cpp); boilerplate by structure, role and
// names (boilerplate.cpp); the element that holds the article (candidate.cpp); blocks of links and small print inside
// it (residue.cpp).
#pragma once

#include "article/selection.hpp"
#include "article/statistics.hpp"
#include "dom/dom.hpp"
#include "dom/selector.hpp"
#include "encoding/decode.hpp"
#include "offprint/context.hpp"
#include "offprint/metadata.hpp"

namespace offprint::html {

enum class ArticleMode {
    automatic,  ///< a page without boilerplate is taken whole
    always,
    never,  ///< everything in the body that is shown
};

/// Notes what goes and says why ("html.removed").
class Removal {
public:
    Removal(const Dom& dom, const encoding::OffsetMap& offsets, Context& context)
        : removed(dom.size()), dom_(dom), offsets_(offsets), context_(context) {}

    void remove(NodeIndex node, const char* reason);

    /// To be called in every loop over the page.
    void checkpoint() { context_.checkpoint(); }

    std::vector<bool> removed;  ///< by node

private:
    const Dom& dom_;
    const encoding::OffsetMap& offsets_;
    Context& context_;
};

/// What no browser shows: hidden by attribute or inline style, twins for other programs.
void remove_hidden(const Dom& dom, Removal& removal);

/// Menus, banners, share bars, comments and the like. True if it found any.
bool remove_boilerplate(const Dom& dom, Removal& removal);

/// The element that holds the article: body itself when nothing smaller is convincing.
NodeIndex choose_candidate(const Dom& dom, const std::vector<TextStatistics>& statistics);

/// Inside the article: blocks of links, and what repeats the metadata.
void remove_residue(const Dom& dom, NodeIndex article, const std::vector<TextStatistics>& statistics,
                    const Metadata& metadata, Removal& removal);

/// All stages. `metadata` is what the page says about the article.
Selection select_article(const Dom& dom, const Metadata& metadata, ArticleMode mode, const encoding::OffsetMap& offsets,
                         Context& context);

/// What the user chose instead: the outermost elements that match, without what is hidden. Throws
/// `Error{malformed_input}` when nothing does.
Selection select_by_selector(const Dom& dom, const Selector& selector, const encoding::OffsetMap& offsets,
                             Context& context);

}  // namespace offprint::html
