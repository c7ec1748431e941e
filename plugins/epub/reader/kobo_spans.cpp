#include "reader/kobo_spans.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "reader/xhtml.hpp"

namespace offprint::epub {

namespace {

/// They hold text and pictures only.
bool is_span(pugi::xml_node node) {
    return std::string_view(node.attribute("class").value()) == "koboSpan" &&
           std::ranges::none_of(node.children(), [](pugi::xml_node child) { return child.first_child(); });
}

/// A copy of what has no children costs less than the check that moving it makes on all that is around it.
void dissolve_span(pugi::xml_node span) {
    pugi::xml_node parent = span.parent();
    for (const pugi::xml_node child : span.children()) parent.insert_copy_before(child, span);
    parent.remove_child(span);
}

void dissolve_wrapper(pugi::xml_node body, std::string_view id) {
    const pugi::xml_node wrapper = first_element(body);
    if (wrapper.attribute("id").value() != id) return;
    while (wrapper.first_child()) body.insert_move_before(wrapper.first_child(), wrapper);
    body.remove_child(wrapper);
}

}  // namespace

void remove_kobo_spans(pugi::xml_node body) {
    std::vector<pugi::xml_node> spans;
    for (pugi::xml_node node = next_node(body, body); node; node = next_node(node, body))
        if (is_span(node)) spans.push_back(node);
    for (const pugi::xml_node span : spans) dissolve_span(span);
    for (const std::string_view id : {"book-columns", "book-inner"}) dissolve_wrapper(body, id);
}

}  // namespace offprint::epub
