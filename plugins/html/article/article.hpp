// Finds the article in a page: what of it is text that somebody wrote to be read.
// Thread safety: pure but for its arguments.
//
// The stages, each in a file of its own: what is never shown (hidden.cpp); boilerplate by structure, role and
// names (boilerplate.cpp); the element that holds the article (candidate.cpp); what belongs to it beside that element
// (joining.cpp); what does not belong inside it: teasers of other articles, blocks of links, small print (pruning.cpp).
#pragma once

#include "article/statistics.hpp"
#include "encoding/decode.hpp"
#include "html/dom/dom.hpp"
#include "html/dom/selector.hpp"
#include "html/mapping/selection.hpp"
#include "metadata/read_metadata.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

enum class ArticleMode {
    automatic,  ///< a page without boilerplate is taken whole
    always,
    never,  ///< everything in the body that is shown
};

/// What boilerplate is known by.
enum class Evidence { structure, structure_and_names };

/// What is left out, and why.
class Removal {
public:
    Removal(const Dom& dom, Context& context) : removed(dom.size()), dom_(&dom), context_(&context) {}

    void remove(NodeIndex node, const char* reason) {
        removed[node] = true;
        reasons_.emplace_back(node, reason);
    }

    /// A diagnostic "html.removed" for each block.
    void diagnose(const encoding::OffsetMap& offsets) const;

    /// To be called in every loop over the page.
    void checkpoint() { context_->checkpoint(); }

    std::vector<bool> removed;  ///< by node
    std::vector<bool> hidden;   ///< of those the ones that no browser shows; set by `remove_hidden`

private:
    const Dom* dom_;
    Context* context_;
    std::vector<std::pair<NodeIndex, const char*>> reasons_;
};

/// What no browser shows: hidden by attribute or inline style, twins for other programs.
void remove_hidden(const Dom& dom, Removal& removal);

/// In a forum's thread the posts after the first: blocks side by side that are named posts or messages, each with its
/// author and date, of more than one author.
std::vector<NodeIndex> find_replies(const Dom& dom, const std::vector<TextStatistics>& statistics, Removal& removal);

struct Boilerplate {
    bool found = false;
    NodeIndex comments = no_node;  ///< the first block of readers' comments with something to read
};

/// Menus, banners, share bars, comments and the like, never what holds the headline.
Boilerplate remove_boilerplate(const Dom& dom, NodeIndex headline, Evidence evidence, Removal& removal);

/// The element that holds the article, of several the one with the headline: body itself when nothing smaller is
/// convincing.
NodeIndex choose_candidate(const Dom& dom, NodeIndex headline, const std::vector<TextStatistics>& statistics);

/// The article's roots: `candidate` and what belongs to it between the headline and it, and after it; the picture that
/// the page is shared with, where it stands before them.
std::vector<NodeIndex> join_parts(const Dom& dom, NodeIndex candidate, const PageMetadata& page,
                                  const std::vector<TextStatistics>& statistics, const Removal& removal);

/// Inside the article: teasers of others, blocks of links, what repeats the metadata, headings that nothing follows.
void prune(const Dom& dom, const std::vector<NodeIndex>& roots, const std::vector<TextStatistics>& statistics,
           const PageMetadata& metadata, Removal& removal);

/// All stages. `metadata` is what the page says about the article.
Selection select_article(const Dom& dom, const PageMetadata& metadata, ArticleMode mode,
                         const encoding::OffsetMap& offsets, Context& context);

/// What the user chose instead: the outermost elements that match, without what is hidden. Throws
/// `Error{malformed_input}` when nothing does.
Selection select_by_selector(const Dom& dom, const Selector& selector, const encoding::OffsetMap& offsets,
                             Context& context);

}  // namespace offprint::html
