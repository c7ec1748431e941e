#include "writer/page.hpp"

#include "html/writing/attribute_values.hpp"
#include "package/xml.hpp"
#include "wording/wording.hpp"

namespace offprint::epub {

using package::append;
using package::set;

namespace {

// For the style sheet, which cannot tell by itself everywhere.
std::string class_of(const PageHead& head) {
    std::string classes;
    if (head.direction == Direction::right_to_left) classes = "rtl";
    if (lacks_italics(head.language)) classes += classes.empty() ? "upright" : " upright";
    return classes;
}

}  // namespace

pugi::xml_node start_page(pugi::xml_document& document, const PageHead& head) {
    pugi::xml_node html = append(document, "html");
    set(html, "xmlns", xhtml_namespace);
    set(html, "xmlns:epub", ops_namespace);
    // Every file says its language, be it that it is not known, as the package document does.
    set_language(html, head.language, head.direction);
    pugi::xml_node element = append(html, "head");
    append(element, "title", head.title);
    pugi::xml_node link = append(element, "link");
    set(link, "rel", "stylesheet");
    set(link, "type", "text/css");
    set(link, "href", style_sheet_file);
    pugi::xml_node body = append(html, "body");
    if (const std::string classes = class_of(head); !classes.empty()) set(body, "class", classes);
    return body;
}

std::string finish_page(const pugi::xml_document& document) {
    return package::serialize(document, "<!DOCTYPE html>");
}

void set_language(pugi::xml_node element, std::string_view language, Direction direction) {
    if (!language.empty()) {
        set(element, "lang", language);
        set(element, "xml:lang", language);
    }
    if (direction != Direction::unspecified) set(element, "dir", html::name_of(direction));
}

}  // namespace offprint::epub
