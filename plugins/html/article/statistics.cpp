#include "article/statistics.hpp"

#include <algorithm>

#include "html/mapping/image_source.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::uint32_t shortest_prose = 80;

bool is_invisible(char32_t c) {
    return c <= ' ' || c == 0xA0 || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

/// Chinese characters, Japanese syllables and Korean ones: each says as much as several letters.
bool is_ideographic(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xA960 && c <= 0xA97F) || (c >= 0xAC00 && c <= 0xD7FF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

void add(TextStatistics& sum, const TextStatistics& part) {
    sum.text += part.text;
    sum.linked += part.linked;
    sum.anchored += part.anchored;
    sum.prose += part.prose;
    sum.paragraphs += part.paragraphs;
    sum.links += part.links;
    sum.anchors += part.anchors;
    sum.linked_headings += part.linked_headings;
    sum.pictures += part.pictures;
    sum.formulas += part.formulas;
    sum.media += part.media;
    sum.fields += part.fields;
}

/// True for links to other pages; those within the page are the article's own, and so are pictures in full size.
bool leads_elsewhere(const Dom& dom, NodeIndex link) {
    const std::string_view target = trim(dom.attribute(link, "href"));
    return !target.empty() && !target.starts_with('#') && !target.starts_with("mailto:") && !names_image_file(target);
}

bool leads_within(const Dom& dom, NodeIndex link) {
    return trim(dom.attribute(link, "href")).starts_with('#');
}

bool takes_text(const Dom& dom, NodeIndex input) {
    const std::string type = to_lower_ascii(trim(dom.attribute(input, "type")));
    return type.empty() || type == "text" || type == "email" || type == "search" || type == "tel" || type == "password";
}

/// A block of code, which may be longer than all that is said of it.
bool is_code(const Dom& dom, NodeIndex node) {
    const NodeIndex child = dom.tag(node) == Tag::pre ? dom.first_child(node) : no_node;
    return child != no_node && dom.tag(child) == Tag::code;
}

/// What an element counts as itself.
void count_element(const Dom& dom, NodeIndex node, TextStatistics& statistics) {
    switch (dom.tag(node)) {
        case Tag::a:
            statistics.links = leads_elsewhere(dom, node);
            statistics.anchors = leads_within(dom, node);
            break;
        case Tag::img:
        case Tag::picture:
            statistics.pictures = statistics.media = 1;
            break;
        case Tag::math:
            statistics.formulas = statistics.media = 1;
            break;
        case Tag::audio:
        case Tag::embed:
        case Tag::figure:
        case Tag::iframe:
        case Tag::object:
        case Tag::pre:
        case Tag::svg:
        case Tag::th:
        case Tag::video:
            statistics.media = 1;
            break;
        case Tag::input:
            statistics.fields = takes_text(dom, node);
            break;
        case Tag::select:
        case Tag::textarea:
            statistics.fields = 1;
            break;
        default:
            break;
    }
}

}  // namespace

std::uint32_t count_letters(std::string_view text) {
    constexpr std::uint32_t letters_of_ideograph = 3;
    std::uint32_t letters = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_character(text, i);
        if (!is_invisible(c)) letters += is_ideographic(c) ? letters_of_ideograph : 1;
    }
    return letters;
}

std::vector<TextStatistics> measure(const Dom& dom, const std::vector<bool>& removed) {
    struct OwnText {
        std::uint32_t text = 0;
        std::uint32_t linked = 0;
    };
    std::vector<TextStatistics> statistics(dom.size());
    std::vector<OwnText> own(dom.size());  // of a block: the text of its own lines
    std::vector<NodeIndex> block(dom.size(), 0);
    std::vector<bool> in_link(dom.size());
    std::vector<bool> in_anchor(dom.size());
    for (NodeIndex node = 0; node < dom.size(); ++node) {
        const Tag tag = dom.tag(node);
        const NodeIndex parent = dom.parent(node);
        if (removed[node] || tag == Tag::script || tag == Tag::noscript) {
            node = dom.end(node) - 1;
            continue;
        }
        if (tag == Tag::select) {  // what can be chosen is not what is said
            count_element(dom, node, statistics[node]);
            node = dom.end(node) - 1;
            continue;
        }
        block[node] = parent == no_node || !is_phrasing(tag) ? node : block[parent];
        in_link[node] = (tag == Tag::a && leads_elsewhere(dom, node)) || (parent != no_node && in_link[parent]);
        in_anchor[node] = (tag == Tag::a && leads_within(dom, node)) || (parent != no_node && in_anchor[parent]);
        if (tag != Tag::text) {
            count_element(dom, node, statistics[node]);
            continue;
        }
        const std::uint32_t letters = count_letters(dom[node].text);
        statistics[node].text = letters;
        own[block[node]].text += letters;
        if (in_anchor[node]) statistics[node].anchored = letters;
        if (!in_link[node]) continue;
        statistics[node].linked = letters;
        own[block[node]].linked += letters;
    }
    for (NodeIndex node = dom.size(); node-- > 1;) {
        TextStatistics& sum = statistics[node];
        if (own[node].text >= shortest_prose && own[node].linked * 2 < own[node].text && !is_code(dom, node)) {
            sum.prose += own[node].text;
            ++sum.paragraphs;
        }
        if (is_heading(dom.tag(node)) && sum.text != 0 && sum.linked == sum.text) ++sum.linked_headings;
        add(statistics[dom.parent(node)], sum);
    }
    return statistics;
}

}  // namespace offprint::html
