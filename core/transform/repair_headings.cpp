#include <algorithm>
#include <vector>

#include "offprint/transform.hpp"
#include "offprint/walk.hpp"

namespace offprint {

void repair_headings(Document& document, Context& context) {
    // Original levels of the headings that are open, outermost first: where a heading stands among
    // them is its repaired depth below the first.
    // Without a title, too, the first stays below level 1 if it was: raised, it would be taken for the title
    // by whoever reads the document again.
    std::vector<int> open;
    int base = 0;
    bool repaired = false;
    walk(document.content, [&](auto& node) {
        if constexpr (std::is_same_v<std::remove_reference_t<decltype(node)>, Heading>) {
            while (!open.empty() && open.back() >= node.level) open.pop_back();
            if (open.empty()) base = std::min(node.level, 2);
            const int level = std::min(base + static_cast<int>(open.size()), 6);
            open.push_back(node.level);
            repaired = repaired || level != node.level;
            node.level = level;
        }
    });
    if (repaired)
        context.report(Severity::info, "heading.level-repaired", "heading levels were changed to leave no gaps");
}

}  // namespace offprint
