#include "article/paywall.hpp"

#include <algorithm>

#include "article/statistics.hpp"
#include "html/dom/name_tokens.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

bool is_wall(const Dom& dom, NodeIndex node) {
    if (dom.tag(node) == Tag::text || dom[node].attribute_count == 0) return false;
    const std::vector<std::string> tokens = name_tokens(dom, node);
    return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
        return token == "paywall" || token == "regwall" || token == "subwall" || token == "piano";
    });
}

bool has_wall(const Dom& dom) {
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node)
        if (is_wall(dom, node)) return true;
    return false;
}

}  // namespace

bool is_cut_by_paywall(const Dom& dom, const PageMetadata& page, const Blocks& content) {
    constexpr std::uint32_t letters_of_word = 5;
    constexpr std::uint32_t longest_beginning = 1500;
    if (!page.is_paid) return false;
    const std::uint32_t letters = count_letters(plain_text(content));
    // Ten words of every twenty: sites count captions and headings, or do not.
    if (page.word_count != 0) return letters / letters_of_word < page.word_count / 2;
    return letters < longest_beginning && has_wall(dom);
}

}  // namespace offprint::html
