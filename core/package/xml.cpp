#include "package/xml.hpp"

#include <cstddef>

namespace offprint::package {

namespace {

class StringWriter final : public pugi::xml_writer {
public:
    explicit StringWriter(std::string& target) : target_(target) {}
    void write(const void* data, std::size_t size) override { target_.append(static_cast<const char*>(data), size); }

private:
    std::string& target_;
};

}  // namespace

pugi::xml_node append(pugi::xml_node parent, const char* name) {
    return parent.append_child(name);
}

pugi::xml_node append(pugi::xml_node parent, const char* name, std::string_view text) {
    pugi::xml_node element = parent.append_child(name);
    append_text(element, text);
    return element;
}

void append_text(pugi::xml_node parent, std::string_view text) {
    if (!text.empty()) parent.append_child(pugi::node_pcdata).set_value(text.data(), text.size());
}

void set(pugi::xml_node element, const char* name, std::string_view value) {
    pugi::xml_attribute attribute = element.attribute(name);
    if (!attribute) attribute = element.append_attribute(name);
    // A null pointer would be read as "no value", even with a size of 0.
    attribute.set_value(value.empty() ? "" : value.data(), value.size());
}

std::string serialize(const pugi::xml_document& document, std::string_view doctype) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    if (!doctype.empty()) xml.append(doctype).append("\n");
    StringWriter writer(xml);
    document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    xml += '\n';
    return xml;
}

}  // namespace offprint::package
