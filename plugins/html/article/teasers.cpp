#include "article/teasers.hpp"

#include <algorithm>
#include <optional>

#include "article/links.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

/// The first number of up to four digits.
std::optional<int> first_number(std::string_view text) {
    constexpr std::size_t most_digits = 4;
    const std::size_t begin = text.find_first_of("0123456789");
    if (begin == std::string_view::npos) return std::nullopt;
    text.remove_prefix(begin);
    text = text.substr(0, text.find_first_not_of("0123456789"));
    return text.size() <= most_digits ? parse_integer(text) : std::nullopt;
}

}  // namespace

Teasers::Teasers(const Dom& dom, const std::vector<TextStatistics>& statistics, const PageMetadata& page)
    : dom_(dom), statistics_(statistics), page_(page), site_(url_host(page.metadata.source_url)) {}

void Teasers::find(NodeIndex container, const std::vector<bool>& removed) {
    const std::size_t before = teasers_.size();
    std::size_t others = 0;
    for (const NodeIndex child : dom_.children(container)) {
        if (removed[child] || statistics_[child].text == 0) continue;
        const bool first = teasers_.size() == before;
        if (is_teaser(child) && (first || dom_.tag(child) == dom_.tag(teasers_.back())))
            teasers_.push_back(child);
        else
            ++others;
    }
    const std::size_t found = teasers_.size() - before;
    if (found < 2 || others > found || are_counted(before)) teasers_.resize(before);
}

void Teasers::remove(const std::vector<NodeIndex>& roots, Removal& removal) const {
    std::uint64_t prose = 0;
    std::uint64_t teased = 0;
    for (const NodeIndex root : roots) prose += statistics_[root].prose;
    for (const NodeIndex teaser : teasers_) teased += statistics_[teaser].prose;
    constexpr std::uint64_t shortest_article = 400;
    if (teasers_.empty() || prose < teased + shortest_article) return;
    if (prose < 4 * teased && !stand_apart(removal.removed)) return;
    for (const NodeIndex teaser : teasers_) removal.remove(teaser, "leads to another article");
}

bool Teasers::is_teaser(NodeIndex node) const {
    constexpr std::uint32_t longest_teaser = 700;
    const TextStatistics& own = statistics_[node];
    if (own.links == 0 || own.paragraphs > 1 || own.text > longest_teaser) return false;
    if (dom_.tag(node) != Tag::div && dom_.tag(node) != Tag::li && dom_.tag(node) != Tag::article &&
        dom_.tag(node) != Tag::a && dom_.tag(node) != Tag::section)
        return false;
    const bool is_linked = own.linked_headings != 0 || own.linked == own.text;
    return is_linked && (own.pictures != 0 || own.linked_headings != 0) && leads_within(dom_, site_, node);
}

/// "The 10 best boats", ten of them, or with headings that count up or down: the article's own entries.
bool Teasers::are_counted(std::size_t first) const {
    const std::size_t found = teasers_.size() - first;
    if (first_number(page_.metadata.title) == static_cast<int>(found)) return true;
    const auto number_of = [&](std::size_t entry) {
        const NodeIndex teaser = teasers_[entry];
        NodeIndex heading = teaser;
        while (heading < dom_.end(teaser) && !is_heading(dom_.tag(heading))) ++heading;
        return heading < dom_.end(teaser) ? first_number(dom_.text(heading)) : std::nullopt;
    };
    const std::optional<int> number = number_of(first);
    const std::optional<int> next = number_of(first + 1);
    if (!number || !next || (*next != *number + 1 && *next != *number - 1)) return false;
    const int step = *next - *number;
    for (std::size_t entry = 2; entry < found; ++entry)
        if (number_of(first + entry) != *number + step * static_cast<int>(entry)) return false;
    return true;
}

/// True if what would be the article without the teasers holds none of them.
bool Teasers::stand_apart(std::vector<bool> removed) const {
    for (const NodeIndex teaser : teasers_) removed[teaser] = true;
    const NodeIndex rest = choose_candidate(dom_, page_.headline, measure(dom_, removed));
    return std::none_of(teasers_.begin(), teasers_.end(),
                        [&](NodeIndex teaser) { return dom_.contains(rest, teaser); });
}

}  // namespace offprint::html
