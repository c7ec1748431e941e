#include "html/writing/content_writer.hpp"

#include "html/writing/attribute_values.hpp"
#include "offprint/language.hpp"
#include "package/xml.hpp"

namespace offprint::html {

using package::set;

void ContentWriter::set_language(pugi::xml_node element, std::string_view language, Direction direction) const {
    if (!language.empty()) set(element, "lang", language);
    if (direction != Direction::unspecified) set(element, "dir", name_of(direction));
}

void ContentWriter::set_code_direction(pugi::xml_node element) const {
    if (right_to_left_ && !element.attribute("dir")) set(element, "dir", "ltr");
}

void ContentWriter::set_attributes(pugi::xml_node element, const Node& node, std::string_view own_class) {
    if (!node.attributes) {
        if (!own_class.empty()) set(element, "class", own_class);
        return;
    }
    const Attributes& attributes = *node.attributes;
    if (!attributes.id.empty())
        if (const std::string id = id_here(attributes.id); !id.empty()) set(element, "id", id);
    std::string classes(own_class);
    for (const std::string& name : attributes.classes) classes.append(classes.empty() ? "" : " ").append(name);
    if (!classes.empty()) set(element, "class", classes);
    const std::string language = language_tag(attributes.language);
    if (language.empty() && !attributes.language.empty())
        remark(Remark::language_invalid, attributes.language, node.range);
    set_language(element, language, attributes.direction);
    for (const auto& [name, value] : attributes.extra)
        if (name == "title" || keeps(name)) set(element, name.c_str(), value);
}

}  // namespace offprint::html
