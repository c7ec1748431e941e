#include "article/article.hpp"

#include <fmt/format.h>

#include "article/trace.hpp"

namespace offprint::html {

void Removal::remove(NodeIndex node, const char* reason) {
    removed[node] = true;
    context_.report(Severity::info, "html.removed", fmt::format("<{}> was left out: {}", dom_[node].name, reason),
                    {offsets_.original(dom_[node].source_begin), offsets_.original(dom_[node].source_end)});
}

namespace {

/// True if the choice left next to nothing of a page that has something to read.
bool has_lost_the_article(const Dom& dom, NodeIndex article, const Removal& removal, const TextStatistics& page) {
    constexpr std::uint32_t few = 200;
    const TextStatistics left = measure(dom, removal.removed)[article];
    return left.text < few && left.text * 4 < page.text;
}

}  // namespace

Selection select_article(const Dom& dom, const Metadata& metadata, ArticleMode mode, const encoding::OffsetMap& offsets,
                         Context& context) {
    Removal removal(dom, offsets, context);
    remove_hidden(dom, removal);
    const std::vector<bool> hidden = removal.removed;
    trace_stage("hidden", dom, hidden, {}, context);
    if (mode == ArticleMode::never) return {{dom.body()}, hidden};
    const TextStatistics page = measure(dom, hidden)[dom.body()];
    const bool has_boilerplate = remove_boilerplate(dom, removal);
    trace_stage("boilerplate", dom, removal.removed, {}, context);
    NodeIndex article = dom.body();
    if (has_boilerplate || mode == ArticleMode::always) {
        const std::vector<TextStatistics> statistics = measure(dom, removal.removed);
        article = choose_candidate(dom, statistics);
        trace_stage("choice", dom, removal.removed, {article}, context);
        remove_residue(dom, article, statistics, metadata, removal);
        trace_stage("residue", dom, removal.removed, {article}, context);
    }
    if (!has_lost_the_article(dom, article, removal, page)) return {{article}, std::move(removal.removed)};
    context.report(Severity::info, "html.article-not-found", "no article stands out; the whole page is taken");
    return {{dom.body()}, hidden};
}

}  // namespace offprint::html
