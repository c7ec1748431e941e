#include "writer/kobo_spans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "package/xml.hpp"
#include "writer/sentences.hpp"

namespace offprint::epub {

using package::append;
using package::append_text;
using package::set;

namespace {

// A span may not stand here (WHATWG HTML, 4.5.13), or would be in the way.
constexpr auto untouched = std::to_array<std::string_view>({"math", "pre", "rp", "rt"});

constexpr auto paragraphs = std::to_array<std::string_view>(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "caption", "figcaption", "figure", "div"});

bool contains(const auto& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class SpanWriter {
public:
    void visit(pugi::xml_node parent) {
        for (pugi::xml_node node = parent.first_child(), next; node; node = next) {
            next = node.next_sibling();
            const std::string_view name = node.name();
            if (node.type() == pugi::node_pcdata)
                wrap_sentences(node);
            else if (name == "img")
                insert_span(node).append_move(node);
            else if (!contains(untouched, name))
                visit_element(node);
        }
    }

private:
    void visit_element(pugi::xml_node element) {
        if (contains(paragraphs, element.name())) start_paragraph();
        visit(element);
    }

    void start_paragraph() {
        if (sentence_ == 0) return;
        ++paragraph_;
        sentence_ = 0;
    }

    // White space between elements needs no span.
    void wrap_sentences(pugi::xml_node text) {
        std::string_view rest = text.value();
        if (is_blank(rest)) return;
        while (!rest.empty()) {
            const std::size_t length = sentence_length(rest);
            append_text(insert_span(text), rest.substr(0, length));
            rest.remove_prefix(length);
        }
        text.parent().remove_child(text);
    }

    pugi::xml_node insert_span(pugi::xml_node before) {
        pugi::xml_node span = before.parent().insert_child_before("span", before);
        set(span, "class", "koboSpan");
        set(span, "id", fmt::format("kobo.{}.{}", paragraph_, ++sentence_));
        return span;
    }

    int paragraph_ = 1;
    int sentence_ = 0;
};

// Moves all that `parent` holds into a new `div` in it.
pugi::xml_node wrap_content(pugi::xml_node parent, const char* id) {
    pugi::xml_node wrapper = append(parent, "div");
    set(wrapper, "id", id);
    while (parent.first_child() != wrapper) wrapper.append_move(parent.first_child());
    return wrapper;
}

}  // namespace

void add_kobo_spans(pugi::xml_node body) {
    wrap_content(body, "book-columns");
    pugi::xml_node inner = wrap_content(body.first_child(), "book-inner");
    SpanWriter().visit(inner);
}

}  // namespace offprint::epub
