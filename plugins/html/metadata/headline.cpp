#include "metadata/headline.hpp"

#include <algorithm>

#include "metadata/words.hpp"

namespace offprint::html {

namespace {

/// How much of two titles is shared, 0 to 1.
double likeness(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    const std::size_t shared = shared_words(left, right);
    return shared == 0 ? 0 : 2.0 * static_cast<double>(shared) / static_cast<double>(left.size() + right.size());
}

/// Authors mark lower headings more often for parts than for the whole.
double weight_of(Tag tag) {
    switch (tag) {
        case Tag::h1:
            return 1;
        case Tag::h2:
            return 0.9;
        case Tag::h3:
            return 0.8;
        default:
            return 0;
    }
}

}  // namespace

NodeIndex find_headline(const Dom& dom, const TextOffsets& offsets, const std::vector<std::string>& titles,
                        std::string_view site, Context& context) {
    constexpr std::uint32_t longest_title = 500;
    constexpr double like_enough = 0.45;
    std::vector<std::vector<std::string>> title_words;
    for (const std::string& title : titles) title_words.push_back(words_of(title));
    NodeIndex best = no_node;
    NodeIndex only = no_node;
    std::size_t level_one = 0;
    double best_score = like_enough;
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node) {
        context.checkpoint();
        const double weight = weight_of(dom.tag(node));
        if (weight == 0 || !offsets.is_line(node, longest_title)) continue;
        const std::string text = dom.text(node);
        if (same_words(text, site)) continue;
        if (dom.tag(node) == Tag::h1 && level_one++ == 0) only = node;
        const std::vector<std::string> words = words_of(text);
        for (const std::vector<std::string>& title : title_words) {
            const double score = weight * likeness(words, title);
            if (score <= best_score) continue;
            best = node;
            best_score = score;
        }
    }
    if (best != no_node) return best;
    return level_one == 1 ? only : no_node;
}

}  // namespace offprint::html
