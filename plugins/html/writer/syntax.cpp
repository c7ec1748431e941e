#include "writer/syntax.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace offprint::html {

namespace {

// Elements without content and end tag (13.1.2), of those that we write.
constexpr auto void_elements = std::to_array<std::string_view>({"br", "hr", "img", "link", "meta"});

// Around these white space says nothing.
constexpr auto blocks = std::to_array<std::string_view>(
    {"article", "aside", "blockquote", "body", "caption", "dd",    "div", "dl",   "dt",      "figcaption", "figure",
     "footer",  "h1",    "h2",         "h3",   "h4",      "h5",    "h6",  "head", "header",  "hr",         "html",
     "li",      "link",  "main",       "meta", "nav",     "ol",    "p",   "pre",  "section", "style",      "table",
     "tbody",   "td",    "tfoot",      "th",   "thead",   "title", "tr",  "ul"});

bool contains(const auto& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

class TreeWriter {
public:
    TreeWriter(ByteSink& sink, const std::function<void(const std::string&)>& write_source)
        : sink_(sink), write_source_(write_source) {}

    void write_children(pugi::xml_node parent) {
        for (const pugi::xml_node node : parent.children()) {
            if (node.type() == pugi::node_pcdata)
                write_text(node.value());
            else
                write_element(node);
        }
    }

private:
    void write_element(pugi::xml_node element) {
        const std::string_view name = element.name();
        const bool is_block = contains(blocks, name);
        sink_.write("<");
        sink_.write(name);
        for (const pugi::xml_attribute attribute : element.attributes()) write_attribute(attribute);
        sink_.write(">");
        if (!contains(void_elements, name)) {
            if (contains(blocks, element.first_child().name())) sink_.write("\n");
            if (name == "style")
                write_style(element.child_value());
            else
                write_children(element);
            sink_.write("</");
            sink_.write(name);
            sink_.write(">");
        }
        if (is_block) sink_.write("\n");
    }

    void write_attribute(pugi::xml_attribute attribute) {
        const std::string_view name = attribute.name();
        const std::string_view value = attribute.value();
        sink_.write(" ");
        sink_.write(name);
        if (value.empty() && name != "alt" && name != "content") return;
        sink_.write("=\"");
        if (name == "src")
            write_source_(attribute.value());
        else
            write_escaped(value, "&\"\r");
        sink_.write("\"");
    }

    void write_text(std::string_view text) { write_escaped(text, "&<>\r"); }

    // Raw text ends with the first end tag of its name; CSS can say the same with an escape.
    void write_style(std::string_view css) {
        for (std::size_t end = css.find("</"); end != std::string_view::npos; end = css.find("</")) {
            sink_.write(css.substr(0, end));
            sink_.write("<\\/");
            css.remove_prefix(end + 2);
        }
        sink_.write(css);
    }

    void write_escaped(std::string_view text, std::string_view marks) {
        for (std::size_t end = text.find_first_of(marks); end != std::string_view::npos;
             end = text.find_first_of(marks)) {
            sink_.write(text.substr(0, end));
            sink_.write(reference(text[end]));
            text.remove_prefix(end + 1);
        }
        sink_.write(text);
    }

    static std::string_view reference(char mark) {
        switch (mark) {
            case '&':
                return "&amp;";
            case '<':
                return "&lt;";
            case '>':
                return "&gt;";
            case '"':
                return "&quot;";
            default:
                return "&#13;";
        }
    }

    ByteSink& sink_;
    const std::function<void(const std::string&)>& write_source_;
};

}  // namespace

void write_children(pugi::xml_node parent, ByteSink& sink,
                    const std::function<void(const std::string& source)>& write_source) {
    TreeWriter(sink, write_source).write_children(parent);
}

}  // namespace offprint::html
