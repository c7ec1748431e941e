// Code blocks: their text exactly, and their language from the names that highlighters give.
#include <algorithm>
#include <array>

#include "dom/name_tokens.hpp"
#include "mapping/mapper.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// "language-c++" -> "c++"; empty if the class says nothing about a language.
std::string language_from_class(std::string_view name) {
    static constexpr std::array<std::string_view, 5> prefixes{"language-", "lang-", "highlight-source-",
                                                              "highlight-text-", "brush:"};
    name = name.substr(0, longest_name_list);
    while (!name.empty()) {
        const std::size_t end = std::min(name.find_first_of(" \t\n\r\f"), name.size());
        const std::string word = to_lower_ascii(name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
        for (std::string_view prefix : prefixes) {
            if (!std::string_view(word).starts_with(prefix)) continue;
            std::string language = word.substr(prefix.size());
            if (language.empty()) language = to_lower_ascii(trim(name.substr(0, name.find_first_of(" ;"))));
            while (language.ends_with(';')) language.pop_back();
            return language;
        }
    }
    return {};
}

/// Highlighters name the language on the code, its `pre`, or one of the boxes around it.
std::string language_of(const Dom& dom, NodeIndex pre) {
    const NodeIndex code = dom.find(pre, Tag::code);
    NodeIndex node = code == no_node ? pre : code;
    for (int level = 0; level < 4 && node != no_node; ++level, node = dom.parent(node)) {
        for (std::string_view attribute : {"data-lang", "data-language"})
            if (const std::string_view value = trim(dom.attribute(node, attribute)); !value.empty())
                return to_lower_ascii(value);
        if (std::string language = language_from_class(dom.attribute(node, "class")); !language.empty())
            return language == "none" || language == "plaintext" || language == "text" ? std::string() : language;
    }
    return {};
}

bool is_line_number(const Dom& dom, NodeIndex node) {
    static constexpr std::array<std::string_view, 7> words{"gutter",      "linenos", "lineno",  "linenumber",
                                                           "linenumbers", "linenr",  "linenums"};
    const std::vector<std::string> tokens = name_tokens(dom.attribute(node, "class"));
    return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
        return std::find(words.begin(), words.end(), token) != words.end();
    });
}

/// The text of preformatted content: breaks and blocks end lines; no numbers.
std::string code_text(const Dom& dom, NodeIndex root) {
    std::string text;
    std::vector<NodeIndex> line_ends;
    const auto end_line = [&] {
        if (!text.empty() && text.back() != '\n') text += '\n';
    };
    for (NodeIndex node = root + 1; node < dom.end(root); ++node) {
        while (!line_ends.empty() && line_ends.back() <= node) {
            end_line();
            line_ends.pop_back();
        }
        const Tag tag = dom.tag(node);
        if (tag == Tag::text) {
            text += dom[node].text;
        } else if (tag == Tag::br) {
            text += '\n';
        } else if (tag == Tag::script || tag == Tag::button ||
                   (dom[node].attribute_count != 0 && is_line_number(dom, node))) {
            node = dom.end(node) - 1;
        } else if (!is_phrasing(tag) && tag != Tag::td) {
            end_line();
            line_ends.push_back(dom.end(node));
        }
    }
    std::string clean;
    for (char c : text)
        if (c != '\r') clean += c;
    while (clean.ends_with('\n')) clean.pop_back();
    return clean;
}

}  // namespace

void Mapper::map_preformatted(NodeIndex node, Flow& flow) {
    CodeBlock block;
    block.attributes = attributes_of(node, true);
    block.range = range_of(node);
    block.language = language_of(dom_, node);
    block.text = code_text(dom_, node);
    if (!trim(block.text).empty())
        flow.block(std::move(block));
    else
        map_children(node, flow);  // an image, perhaps
}

/// Some highlighters put the numbers of the lines and the lines into two columns of a table.
bool Mapper::map_numbered_code(NodeIndex table, Flow& flow) {
    const NodeIndex pre = dom_.find(table, Tag::pre);
    if (pre == no_node) return false;
    NodeIndex numbers = no_node;
    for (NodeIndex node = table; node < pre && numbers == no_node; ++node)
        if (dom_.tag(node) == Tag::td && is_line_number(dom_, node)) numbers = node;
    if (numbers == no_node) return false;
    for (NodeIndex node = dom_.end(numbers); node < dom_.end(table); ++node) {
        if (dom_.tag(node) != Tag::pre) continue;
        map_preformatted(node, flow);
        node = dom_.end(node) - 1;
    }
    return true;
}

}  // namespace offprint::html
