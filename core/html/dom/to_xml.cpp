#include <algorithm>
#include <array>
#include <vector>

#include "html/dom/dom.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

void append_escaped(std::string& out, std::string_view text) {
    for (char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// An XML name without a prefix, in ASCII: all that SVG and MathML need.
bool is_plain_name(std::string_view name) {
    return !name.empty() && is_letter(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

bool is_wanted(const DomAttribute& attribute) {
    std::string_view name = attribute.name;
    if (name.starts_with("on") || name.starts_with("xmlns")) return false;
    for (std::string_view prefix : {"xlink:", "xml:"})
        if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    const std::string scheme = url_scheme(trim(attribute.value));
    return is_plain_name(name) && scheme != "javascript" && scheme != "vbscript";
}

bool is_wanted(const DomNode& node) {
    return (node.tag == Tag::foreign || node.tag == Tag::svg || node.tag == Tag::math) && is_plain_name(node.name);
}

/// What runs, or would when a formula is put into a page again. A drawing may have a style sheet.
bool is_active(const DomNode& node, bool in_formula) {
    constexpr std::array<std::string_view, 8> active{"base", "embed", "form",   "iframe",
                                                     "link", "meta",  "object", "style"};
    const std::string name = to_lower_ascii(node.name);
    if (name == "script" || name == "foreignobject") return true;
    return in_formula && std::find(active.begin(), active.end(), name) != active.end();
}

}  // namespace

std::string Dom::to_xml(NodeIndex root_node) const {
    std::string result;
    std::vector<NodeIndex> open;
    const auto close_until = [&](NodeIndex at) {
        while (!open.empty() && end(open.back()) <= at) {
            result.append("</").append(nodes_[open.back()].name).append(">");
            open.pop_back();
        }
    };
    for (NodeIndex i = root_node; i < end(root_node); ++i) {
        close_until(i);
        const DomNode& node = nodes_[i];
        append_escaped(result, node.text);
        if (is_active(node, tag(root_node) == Tag::math)) {
            i = end(i) - 1;
            continue;
        }
        if (!is_wanted(node)) continue;
        result.append("<").append(node.name);
        if (i == root_node && node.tag == Tag::math) result += " xmlns=\"http://www.w3.org/1998/Math/MathML\"";
        if (i == root_node && node.tag == Tag::svg)
            result += " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
        for (std::uint32_t a = 0; a < node.attribute_count; ++a) {
            const DomAttribute& attribute = attributes_[node.first_attribute + a];
            if (!is_wanted(attribute)) continue;
            result.append(" ").append(attribute.name).append("=\"");
            append_escaped(result, attribute.value);
            result += '"';
        }
        result += '>';
        open.push_back(i);
    }
    close_until(end(root_node));
    return result;
}

}  // namespace offprint::html
