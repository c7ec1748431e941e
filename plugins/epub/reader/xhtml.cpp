#include "reader/xhtml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "encoding/decode.hpp"
#include "html/dom/dom.hpp"
#include "html/dom/tag.hpp"
#include "offprint/text.hpp"

namespace offprint::epub {

namespace {

// White space counts, and what is escaped stays so.
constexpr unsigned parse_options = pugi::parse_ws_pcdata | pugi::parse_cdata | pugi::parse_eol;

constexpr auto entities = std::to_array<std::pair<std::string_view, char>>({
    {"amp", '&'},
    {"lt", '<'},
    {"gt", '>'},
    {"quot", '"'},
    {"apos", '\''},
});

/// XML without a declaration is UTF-8 (XML 1.0, 4.3.3).
std::string declared_encoding(std::string_view text) {
    const std::string_view declaration = text.starts_with("<?xml") ? text.substr(0, text.find("?>")) : "";
    const std::size_t name = declaration.find("encoding");
    const std::size_t open = name == std::string_view::npos ? name : declaration.find_first_of("\"'", name);
    if (open == std::string_view::npos) return "utf-8";
    const std::size_t close = declaration.find(declaration[open], open + 1);
    return std::string(declaration.substr(open + 1, close - open - 1));
}

void append_attributes(pugi::xml_node element, const html::Dom& dom, html::NodeIndex node) {
    for (const html::DomAttribute& attribute : dom.attributes(node))
        element.append_attribute(std::string(attribute.name).c_str()).set_value(escape(attribute.value).c_str());
}

/// Copies a tree that the HTML parser made of what is no XML.
void copy_tree(const html::Dom& dom, pugi::xml_document& tree, Context& context) {
    std::vector<std::pair<html::NodeIndex, pugi::xml_node>> open;  // the end of a subtree, and its copy
    for (html::NodeIndex node = 0; node < dom.size(); ++node) {
        context.checkpoint();
        while (!open.empty() && open.back().first <= node) open.pop_back();
        pugi::xml_node parent = open.empty() ? pugi::xml_node(tree) : open.back().second;
        if (dom.tag(node) == html::Tag::text) {
            parent.append_child(pugi::node_pcdata).set_value(escape(dom[node].text).c_str());
            continue;
        }
        pugi::xml_node element = parent.append_child(std::string(dom[node].name).c_str());
        append_attributes(element, dom, node);
        open.emplace_back(dom.end(node), element);
    }
}

void append_utf8(std::string& text, unsigned long code) {
    if (code > 0x10FFFF || !is_xml_character(static_cast<char32_t>(code))) return;
    if (code < 0x80) {
        text += static_cast<char>(code);
        return;
    }
    const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr std::array<unsigned, 4> marks{0x00, 0xC0, 0xE0, 0xF0};
    text += static_cast<char>(marks[static_cast<std::size_t>(more)] | (code >> (6 * more)));
    for (int i = more - 1; i >= 0; --i) text += static_cast<char>(0x80 | ((code >> (6 * i)) & 0x3F));
}

/// What stands between '&' and ';'. False for names that only HTML or the file itself knows.
bool append_reference(std::string& text, std::string_view name) {
    if (name.starts_with('#')) {
        name.remove_prefix(1);
        const bool is_hexadecimal = name.starts_with('x') || name.starts_with('X');
        if (is_hexadecimal) name.remove_prefix(1);
        unsigned long code = 0;
        const auto [end, error] = std::from_chars(name.begin(), name.end(), code, is_hexadecimal ? 16 : 10);
        if (error != std::errc() || end != name.end()) return false;
        append_utf8(text, code);
        return true;
    }
    const auto* found = std::ranges::find(entities, name, &std::pair<std::string_view, char>::first);
    if (found == entities.end()) return false;
    text += found->second;
    return true;
}

}  // namespace

void load_xhtml(std::string bytes, const std::string& path, pugi::xml_document& tree, Context& context) {
    const std::string declared = declared_encoding(std::string_view(bytes).substr(0, 1024));
    std::string text = encoding::decode(std::move(bytes), {}, declared, context).text;
    std::replace(text.begin(), text.end(), '\f', ' ');
    if (text.find("<!ENTITY") != std::string::npos)
        context.report(Severity::warning, "epub.entities-ignored",
                       fmt::format("{} declares entities of its own, which are not expanded", path));
    const pugi::xml_parse_result result =
        tree.load_buffer(text.data(), text.size(), parse_options, pugi::encoding_utf8);
    if (result) return;
    context.report(Severity::warning, "epub.malformed-xhtml",
                   fmt::format("{} is no well-formed XML and is read as HTML: {} at byte {}", path,
                               result.description(), result.offset));
    tree.reset();
    copy_tree(html::Dom(std::move(text), context), tree, context);
}

std::string escape(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (char c : text) {
        const auto* found = std::ranges::find(entities, c, &std::pair<std::string_view, char>::second);
        if (found == entities.end())
            escaped += c;
        else
            escaped.append("&").append(found->first).append(";");
    }
    return escaped;
}

std::string unescape(std::string_view escaped) {
    constexpr std::size_t longest_reference = 12;
    std::string text;
    while (!escaped.empty()) {
        const std::size_t begin = std::min(escaped.find('&'), escaped.size());
        text += escaped.substr(0, begin);
        escaped.remove_prefix(begin);
        if (escaped.empty()) break;
        const std::size_t end = escaped.substr(0, longest_reference).find(';');
        if (end == std::string_view::npos || !append_reference(text, escaped.substr(1, end - 1))) {
            text += '&';
            escaped.remove_prefix(1);
        } else {
            escaped.remove_prefix(end + 1);
        }
    }
    return text;
}

pugi::xml_node body_of(pugi::xml_node html) {
    for (const pugi::xml_node child : html.children())
        if (local_name(child.name()) == "body") return child;
    return html;
}

std::string text_of(pugi::xml_node element) {
    std::string text;
    for (pugi::xml_node node = next_node(element, element); node; node = next_node(node, element)) {
        if (node.type() == pugi::node_pcdata) text += unescape(node.value());
        if (node.type() == pugi::node_cdata) text += node.value();
        if (node.type() == pugi::node_element && !html::is_phrasing(html::tag_from_name(local_name(node.name()))))
            text += ' ';
    }
    return collapse_space(text);
}

pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node root) {
    if (node.first_child()) return node.first_child();
    while (node != root && !node.next_sibling()) node = node.parent();
    return node == root ? pugi::xml_node() : node.next_sibling();
}

pugi::xml_node first_element(pugi::xml_node parent) {
    pugi::xml_node child = parent.first_child();
    while (child && child.type() != pugi::node_element) child = child.next_sibling();
    return child;
}

std::string_view local_name(const char* name) {
    const std::string_view full = name;
    return full.substr(full.find(':') + 1);  // npos + 1 is 0
}

}  // namespace offprint::epub
