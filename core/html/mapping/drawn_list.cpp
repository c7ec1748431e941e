#include "html/mapping/drawn_list.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "html/mapping/values.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// The two cells of a row, the first of which is a label; no_node if it has others.
NodeIndex words_of_row(const Dom& dom, NodeIndex row) {
    constexpr NodeIndex few_nodes = 8;
    NodeIndex cells[2] = {no_node, no_node};
    int count = 0;
    for (const NodeIndex cell : dom.children(row)) {
        if (dom.tag(cell) == Tag::text) continue;
        if (dom.tag(cell) != Tag::td || count == 2) return no_node;
        cells[count++] = cell;
    }
    if (count != 2 || dom.end(cells[0]) - cells[0] > few_nodes) return no_node;
    const std::string label = dom.text(cells[0]);
    return is_bullet(label) || is_numbering(label) ? cells[1] : no_node;
}

bool has_much_text(const Dom& dom, NodeIndex cell) {
    constexpr std::size_t much = 60;
    std::size_t size = 0;
    for (NodeIndex node = cell; node < dom.end(cell) && size < much; ++node) size += trim(dom[node].text).size();
    return size >= much;
}

}  // namespace

bool is_numbering(std::string_view label) {
    constexpr std::size_t longest = 5;
    const bool is_open = label.starts_with('(') || label.starts_with('[');
    if (is_open) label.remove_prefix(1);
    const std::size_t letters = std::min(
        label.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), label.size());
    const std::string_view end = label.substr(letters);
    return letters > 0 && letters <= longest && (end == ")" || end == "]" || end == "." || end == ".)");
}

bool is_bullet(std::string_view label) {
    static constexpr std::array<std::string_view, 11> bullets{"\u2022", "\u00B7", "\u2013", "\u2014", "-",     "*",
                                                              "\u25CF", "\u25CB", "\u25A0", "\u25AA", "\u2219"};
    return std::find(bullets.begin(), bullets.end(), label) != bullets.end();
}

bool is_drawn_list(const Dom& dom, NodeIndex table) {
    std::size_t rows = 0;
    bool has_sentence = false;
    for (NodeIndex node = table + 1; node < dom.end(table); ++node) {
        const Tag tag = dom.tag(node);
        if (tag == Tag::th || tag == Tag::caption || tag == Tag::thead || tag == Tag::tfoot) return false;
        if (tag != Tag::tr) continue;
        const NodeIndex words = words_of_row(dom, node);
        if (words == no_node) return false;
        ++rows;
        has_sentence = has_sentence || has_much_text(dom, words);
        node = dom.end(node) - 1;
    }
    return rows == 1 || has_sentence;
}

std::optional<WordItem> word_item(const Dom& dom, NodeIndex paragraph) {
    constexpr int deepest = 8;
    constexpr std::string_view level_word = " level";
    const std::string_view style = dom.attribute(paragraph, "style");
    if (style.find("mso-list") == std::string_view::npos) return std::nullopt;
    const std::string value = style_value(style, "mso-list");
    const std::size_t level = value.find(level_word);
    if (level == std::string::npos) return std::nullopt;
    const int number = parse_integer(value.substr(level + level_word.size())).value_or(1);
    return WordItem{value.substr(0, level), std::clamp(number - 1, 0, deepest)};
}

bool is_word_label(const Dom& dom, NodeIndex node) {
    const std::string_view style = dom.attribute(node, "style");
    return style.find("mso-list") != std::string_view::npos && style_value(style, "mso-list") == "ignore";
}

}  // namespace offprint::html
