#include <algorithm>
#include <vector>

#include "offprint/transform.hpp"
#include "offprint/walk.hpp"

namespace offprint {

namespace {

/// True if a level was changed.
bool repair_levels(Blocks& blocks) {
    // Original levels of the headings that are open, outermost first: where a heading stands among
    // them is its repaired depth below the first.
    // Without a title, too, the first stays below level 1 if it was: raised, it would be taken for the title
    // by whoever reads the document again.
    std::vector<int> open;
    int base = 0;
    bool repaired = false;
    walk(blocks, [&](auto& node) {
        if constexpr (std::is_same_v<std::remove_reference_t<decltype(node)>, Heading>) {
            while (!open.empty() && open.back() >= node.level) open.pop_back();
            if (open.empty()) base = std::min(node.level, 2);
            const int level = std::min(base + static_cast<int>(open.size()), 6);
            open.push_back(node.level);
            repaired = repaired || level != node.level;
            node.level = level;
        }
    });
    return repaired;
}

}  // namespace

void repair_headings(Document& document, Context& context) {
    bool repaired = repair_levels(document.content);
    // Each note is a text of its own, which a writer may put below any heading.
    for (Note& note : document.notes) repaired = repair_levels(note.content) || repaired;
    if (repaired)
        context.report(Severity::info, "heading.level-repaired", "heading levels were changed to leave no gaps");
}

}  // namespace offprint
