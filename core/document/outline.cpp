#include "offprint/outline.hpp"

#include "offprint/text.hpp"

namespace offprint {

namespace {

/// Nests headings as they come: each goes below the nearest one before it of a smaller level.
class Nesting {
public:
    explicit Nesting(std::vector<OutlineEntry>& top) : top_(&top) {}

    void add(const Heading& heading) {
        OutlineEntry entry{&heading, nullptr, collapse_space(plain_text(heading.content)), heading.id(), {}};
        if (trim(entry.text).empty()) return;
        while (!open_levels_.empty() && open_levels_.back() >= heading.level) open_levels_.pop_back();
        std::vector<OutlineEntry>* siblings = top_;
        for (std::size_t i = 0; i < open_levels_.size(); ++i) siblings = &siblings->back().children;
        siblings->push_back(std::move(entry));
        open_levels_.push_back(heading.level);
    }

    void add(const Blocks& blocks) {
        for (const Block& block : blocks) {
            if (const auto* heading = std::get_if<Heading>(&block)) add(*heading);
            if (const auto* group = std::get_if<Group>(&block)) add(group->content);
        }
    }

private:
    std::vector<OutlineEntry>* top_;
    std::vector<int> open_levels_;
};

}  // namespace

std::vector<OutlineEntry> outline(const Document& document) {
    std::vector<OutlineEntry> entries;
    Nesting loose(entries);
    for (const Block& block : document.content) {
        const auto* group = std::get_if<Group>(&block);
        if (group != nullptr && group->kind == GroupKind::article) {
            const std::string title = group->metadata ? group->metadata->title : std::string();
            entries.push_back({nullptr, group, title.empty() ? "Untitled" : title, group->id(), {}});
            Nesting(entries.back().children).add(group->content);
            loose = Nesting(entries);
        } else if (group != nullptr) {
            loose.add(group->content);
        } else if (const auto* heading = std::get_if<Heading>(&block)) {
            loose.add(*heading);
        }
    }
    return entries;
}

}  // namespace offprint
