#include "article/article.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "article/trace.hpp"

namespace offprint::html {

void Removal::diagnose(const encoding::OffsetMap& offsets) const {
    for (const auto& [node, reason] : reasons_) {
        const DomNode& removed_node = (*dom_)[node];
        context_->report(Severity::info, "html.removed",
                         fmt::format("<{}> was left out: {}", removed_node.name, reason),
                         {offsets.original(removed_node.source_begin), offsets.original(removed_node.source_end)});
    }
}

namespace {

/// True if some block of the page is hardly anything but links to other pages, of a word or two each.
bool has_menu(const Dom& dom, const std::vector<TextStatistics>& statistics) {
    constexpr std::uint32_t most_links_of_a_reference = 5;
    constexpr std::uint32_t shortest_menu = 4;
    constexpr std::uint32_t longest_label = 12;
    for (NodeIndex node = dom.body() + 1; node < dom.end(dom.body()); ++node) {
        const TextStatistics& own = statistics[node];
        if (own.prose != 0 || own.link_density() <= 0.8) continue;
        const bool has_short_labels = own.links >= shortest_menu && own.linked <= own.links * longest_label;
        if (own.links > most_links_of_a_reference || has_short_labels) return true;
    }
    return false;
}

/// True if the page waits for something to be typed or clicked, as documents do not.
bool has_controls(const Dom& dom, const Removal& removal) {
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node) {
        if (removal.removed[node])
            node = dom.end(node) - 1;
        else if (dom.tag(node) == Tag::button || dom.tag(node) == Tag::form)
            return true;
    }
    return false;
}

struct Attempt {
    std::vector<NodeIndex> roots;
    Removal removal;
    NodeIndex comments = no_node;  ///< the first that were left out
};

/// The text of `roots`, up to `end` in the page.
TextStatistics text_of(const Dom& dom, const std::vector<NodeIndex>& roots, std::vector<bool> removed, NodeIndex end) {
    std::fill(removed.begin() + end, removed.end(), true);
    const std::vector<TextStatistics> statistics = measure(dom, removed);
    TextStatistics sum;
    for (const NodeIndex root : roots) {
        sum.text += statistics[root].text;
        sum.linked += statistics[root].linked;
        sum.prose += statistics[root].prose;
    }
    return sum;
}

/// Without what pruning finds, unless that is nearly everything: a list of links is what somebody wanted to keep, then.
Removal pruned(const Dom& dom, const std::vector<NodeIndex>& roots, const std::vector<TextStatistics>& statistics,
               const PageMetadata& metadata, Removal removal) {
    const Removal before = removal;
    prune(dom, roots, statistics, metadata, removal);
    const TextStatistics whole = text_of(dom, roots, before.removed, dom.size());
    const TextStatistics left = text_of(dom, roots, removal.removed, dom.size());
    return left.text * 4 < whole.text ? before : removal;
}

Attempt find_article(const Dom& dom, const PageMetadata& metadata, ArticleMode mode, Evidence evidence, Removal removal,
                     Context& context) {
    const Boilerplate boilerplate = remove_boilerplate(dom, metadata.headline, evidence, removal);
    trace_stage("boilerplate", dom, removal.removed, {}, context);
    const std::vector<TextStatistics> statistics = measure(dom, removal.removed);
    const bool is_clean = !boilerplate.found && !has_menu(dom, statistics) && !has_controls(dom, removal);
    if (is_clean && mode == ArticleMode::automatic) return {{dom.body()}, std::move(removal)};
    const NodeIndex candidate = choose_candidate(dom, metadata.headline, statistics);
    trace_stage("choice", dom, removal.removed, {candidate}, context);
    std::vector<NodeIndex> roots = join_parts(dom, candidate, metadata, statistics, removal);
    trace_stage("joining", dom, removal.removed, roots, context);
    removal = pruned(dom, roots, statistics, metadata, std::move(removal));
    trace_stage("pruning", dom, removal.removed, roots, context);
    return {std::move(roots), std::move(removal), boilerplate.comments};
}

/// True if the choice left next to nothing of a page that has something to read, or nothing before the comments:
/// in a forum they are all there is.
bool has_lost_the_article(const Dom& dom, const Attempt& attempt, const TextStatistics& page) {
    constexpr std::uint32_t few = 200;
    const TextStatistics chosen = text_of(dom, attempt.roots, attempt.removal.removed, dom.size());
    const bool is_fraction =
        chosen.prose != 0 ? chosen.prose * 4 < page.prose : chosen.unlinked() * 4 < page.unlinked() + 1;
    if (chosen.text < few && is_fraction) return true;
    if (attempt.comments == no_node) return false;
    return text_of(dom, attempt.roots, attempt.removal.removed, attempt.comments).prose < few;
}

/// Tells of the text that nobody removed but that stands outside the article.
void diagnose_outside(const Dom& dom, const Attempt& attempt, Removal& removal) {
    const std::vector<TextStatistics> statistics = measure(dom, attempt.removal.removed);
    auto root = attempt.roots.begin();
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node) {
        removal.checkpoint();
        while (root != attempt.roots.end() && *root < node) ++root;
        const bool holds_root = root != attempt.roots.end() && dom.contains(node, *root);
        if (holds_root && *root != node) continue;
        if (!holds_root && dom.tag(node) != Tag::text && statistics[node].text != 0)
            removal.remove(node, "outside the article");
        node = dom.end(node) - 1;
    }
}

}  // namespace

Selection select_article(const Dom& dom, const PageMetadata& metadata, ArticleMode mode,
                         const encoding::OffsetMap& offsets, Context& context) {
    Removal hidden(dom, context);
    remove_hidden(dom, hidden);
    trace_stage("hidden", dom, hidden.removed, {}, context);
    if (mode != ArticleMode::never) {
        const TextStatistics page = measure(dom, hidden.removed)[dom.body()];
        for (const Evidence evidence : {Evidence::structure_and_names, Evidence::structure}) {
            Attempt attempt = find_article(dom, metadata, mode, evidence, hidden, context);
            if (has_lost_the_article(dom, attempt, page)) continue;
            diagnose_outside(dom, attempt, attempt.removal);
            attempt.removal.diagnose(offsets);
            return {std::move(attempt.roots), std::move(attempt.removal.removed)};
        }
        context.report(Severity::info, "html.article-not-found", "no article stands out; the whole page is taken");
    }
    hidden.diagnose(offsets);
    return {{dom.body()}, std::move(hidden.removed)};
}

}  // namespace offprint::html
