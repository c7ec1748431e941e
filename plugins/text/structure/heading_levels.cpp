#include "structure/heading_levels.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <variant>

namespace offprint::text {

namespace {

/// What the headings of a text say of each other.
class Company {
public:
    explicit Company(const std::vector<FoundHeading>& found) {
        for (const FoundHeading& heading : found) {
            ++times_[heading.text];
            ++kinds_[heading.kind];
        }
        below_capitals_ = of(HeadingKind::capitals) > 0 && of(HeadingKind::numbered) == 0;
    }

    bool is_heading(const FoundHeading& found) const {
        // Who speaks in a play, or runs along the page, comes again and again.
        if (found.kind >= HeadingKind::capitals && times_.at(found.text) >= 3) return false;
        // A page's number, alone, heads nothing.
        if (found.kind == HeadingKind::number) return of(HeadingKind::number) >= 2;
        if (found.kind == HeadingKind::stacked) return of(HeadingKind::plain) + of(HeadingKind::titled) >= 2;
        return found.kind != HeadingKind::question || of(HeadingKind::question) >= 2;
    }

    /// Higher ranks stand below lower ones.
    int rank(const FoundHeading& found) const {
        constexpr int lowest = 10;
        if (found.kind <= HeadingKind::chapter) return static_cast<int>(found.kind);
        if (found.kind == HeadingKind::number) return lowest;
        return 1 + found.depth + (found.kind >= HeadingKind::titled && below_capitals_ ? 1 : 0);
    }

private:
    std::size_t of(HeadingKind kind) const {
        const auto entry = kinds_.find(kind);
        return entry == kinds_.end() ? 0 : entry->second;
    }

    std::map<std::string_view, std::size_t> times_;
    std::map<HeadingKind, std::size_t> kinds_;
    bool below_capitals_ = false;
};

Paragraph as_paragraph(Heading heading) {
    Paragraph paragraph;
    paragraph.content = std::move(heading.content);
    paragraph.range = heading.range;
    return paragraph;
}

}  // namespace

void settle_headings(const std::vector<FoundHeading>& found, Blocks& blocks) {
    const Company company(found);
    std::set<int> ranks;
    for (const FoundHeading& heading : found)
        if (company.is_heading(heading)) ranks.insert(company.rank(heading));
    constexpr int first_level = 2;  // the title's is 1
    constexpr int last_level = 6;
    for (const FoundHeading& heading : found) {
        Heading& node = std::get<Heading>(blocks[heading.block]);
        if (company.is_heading(heading)) {
            const auto above = static_cast<int>(std::distance(ranks.begin(), ranks.find(company.rank(heading))));
            node.level = std::min(first_level + above, last_level);
        } else {
            blocks[heading.block] = as_paragraph(std::move(node));
        }
    }
}

}  // namespace offprint::text
