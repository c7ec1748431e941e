#include "reader/own_markup.hpp"

#include <algorithm>
#include <array>

#include "html/mapping/hints.hpp"
#include "reader/semantics.hpp"
#include "reader/xhtml.hpp"
#include "writer/division.hpp"

namespace offprint::epub {

namespace {

constexpr std::string_view ticked = "\u2611 ";
constexpr std::string_view unticked = "\u2610 ";
static_assert(ticked.size() == task_mark_size && unticked.size() == task_mark_size);

/// Takes the writer's own class, which is the first one, off the element; false if it is another's.
bool take_class(Element& element, std::string_view own_class) {
    const std::string classes(element.value("class"));
    const std::size_t end = std::min(classes.find(' '), classes.size());
    if (std::string_view(classes).substr(0, end) != own_class) return false;
    if (end == classes.size())
        element.remove("class");
    else
        element.set("class", classes.substr(end + 1));
    return true;
}

/// The text right inside an element, as escaped; Kobo's spans leave it in pieces.
std::string words_of(pugi::xml_node element) {
    std::string words;
    for (const pugi::xml_node text : element.children()) words += text.value();
    return words;
}

void translate_group(Element& element) {
    if (element.name == "section") {
        element.name = "div";
        element.set(html::group_hint, "section");
        return;
    }
    if (ocf::has_word(element.value("role"), "doc-footnote")) {
        take_class(element, "note");
        return;
    }
    for (const std::string_view kind : {"verse", "byline"})
        if (take_class(element, kind)) return element.set(html::group_hint, std::string(kind));
    element.set(html::group_hint, "plain");
}

/// What stood in for a picture becomes one again where its address is known.
void translate_missing_image(pugi::xml_node source, Element& element) {
    const pugi::xml_node link = source.child("a");
    const std::string_view address = link.attribute("href").value();
    if (address.empty()) return;
    element.name = "img";
    element.set("src", std::string(address));
    if (const std::string text = words_of(link); text != address) element.set("alt", text);
    element.is_emptied = true;
}

/// Nobody said what the picture shows, or that it shows nothing.
void translate_image(Element& element) {
    if (element.value("alt").empty() && element.value("role") != "presentation") element.remove("alt");
}

void translate_formula(pugi::xml_node source, Element& element) {
    const bool display = ocf::has_word(source.parent().attribute("class").value(), "display-math");
    const std::string tex = words_of(source);
    element.name = "span";
    element.set("data-tex", display ? "\\[" + tex + "\\]" : tex);
    element.is_emptied = true;
}

void translate_span(pugi::xml_node source, Element& element) {
    if (take_class(element, "missing-image")) return translate_missing_image(source, element);
    if (take_class(element, "small-caps")) element.set("style", "font-variant:small-caps");
    take_class(element, "display-math");
}

void translate_table(Element& element) {
    for (const std::string_view width : {"wide", "widest"})
        if (take_class(element, width)) return;
}

/// In a text that runs from right to left, code says that it does not.
void translate_code(pugi::xml_node source, Element& element) {
    const bool is_right_to_left = source.root().child("html").attribute("dir").value() == std::string_view("rtl");
    if (is_right_to_left && element.value("dir") == "ltr") element.remove("dir");
}

/// The writer says of every header cell what it heads.
void translate_cell(Element& element) {
    element.remove("scope");
    for (const std::string_view side : {"left", "center", "right"})
        if (take_class(element, side)) return element.set("align", std::string(side));
}

void translate_item(pugi::xml_node source, Element& element) {
    if (!take_class(element, "task")) return;
    const pugi::xml_node line = source.child("p") ? source.child("p") : source;
    const bool is_ticked = std::string_view(line.first_child().value()).starts_with(ticked);
    element.content_before = is_ticked ? "<input type=\"checkbox\" checked>" : "<input type=\"checkbox\">";
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

void translate_own(pugi::xml_node source, Element& element) {
    const std::string& name = element.name;
    if (name == "div" || name == "section") return translate_group(element);
    if (name == "span") return translate_span(source, element);
    if (name == "table") return translate_table(element);
    if (name == "td" || name == "th") return translate_cell(element);
    if (name == "img") return translate_image(element);
    if (name == "li") return translate_item(source, element);
    if (name == "ul" || name == "ol") {
        if (take_class(element, "loose")) element.set(html::loose_hint, "");
    } else if (name == "p") {
        if (take_class(element, "attribution")) element.name = "footer";
    } else if (name == "code" && take_class(element, "math")) {
        translate_formula(source, element);
    } else if (name == "code" || name == "pre") {
        translate_code(source, element);
    }
}

bool is_own_notes(pugi::xml_node element) {
    return local_name(element.name()) == "section" && ocf::has_word(element.attribute("class").value(), "notes") &&
           ocf::has_word(semantic_type(element), "endnotes");
}

bool is_continued(pugi::xml_node element) {
    // Of code, the outer element says it.
    if (std::string_view(element.name()) == "code") element = element.parent();
    return static_cast<bool>(element.attribute(continued_attribute));
}

std::string_view seam(pugi::xml_node element) {
    return element.attribute(continued_attribute).value() == next_line ? "\n" : "";
}

bool is_task_mark(std::string_view text) {
    return text == ticked || text == unticked;
}

std::string model_id(std::string_view xml_name) {
    constexpr std::string_view prefix = "id-";
    if (!xml_name.starts_with(prefix)) return std::string(xml_name);
    std::string id;
    for (std::size_t i = prefix.size(); i < xml_name.size(); ++i) {
        const bool is_escape = xml_name[i] == '_' && i + 2 < xml_name.size();
        const int high = is_escape ? digit(xml_name[i + 1]) : -1;
        const int low = is_escape ? digit(xml_name[i + 2]) : -1;
        if (high < 0 || low < 0) {
            id += xml_name[i];
        } else {
            id += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return id;
}

bool is_generated_id(std::string_view id) {
    for (const std::string_view prefix : {"heading-", "note-", "noteref-"})
        if (id.starts_with(prefix)) return is_digits(id.substr(prefix.size()));
    return false;
}

}  // namespace offprint::epub
