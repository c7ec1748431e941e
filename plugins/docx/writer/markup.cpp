#include "markup.hpp"

#include <string>

namespace offprint::docx {

namespace {

struct SpecialCharacter {
    std::string_view utf8;
    const char* element;
};

constexpr SpecialCharacter special_characters[] = {
    {"\n", "w:br"}, {"\t", "w:tab"}, {"\xC2\xAD", "w:softHyphen"}, {"\xE2\x80\x91", "w:noBreakHyphen"}};

const SpecialCharacter* special_at(std::string_view text) {
    for (const SpecialCharacter& special : special_characters)
        if (text.starts_with(special.utf8)) return &special;
    return nullptr;
}

void append_plain_text(pugi::xml_node run, std::string_view text) {
    if (text.empty()) return;
    const pugi::xml_node element = append(run, "w:t", text);
    if (text.front() == ' ' || text.back() == ' ') set(element, "xml:space", "preserve");
}

}  // namespace

pugi::xml_node append_value(pugi::xml_node parent, const char* name, std::string_view value) {
    const pugi::xml_node element = append(parent, name);
    set(element, name[0] == 'm' ? "m:val" : "w:val", value);
    return element;
}

pugi::xml_node append_value(pugi::xml_node parent, const char* name, int value) {
    return append_value(parent, name, std::to_string(value));
}

void set_number(pugi::xml_node element, const char* name, long long value) {
    set(element, name, std::to_string(value));
}

pugi::xml_node start_story(pugi::xml_document& part, const char* name) {
    const pugi::xml_node root = append(part, name);
    set(root, "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    set(root, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    set(root, "xmlns:m", "http://schemas.openxmlformats.org/officeDocument/2006/math");
    set(root, "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
    set(root, "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
    set(root, "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture");
    return root;
}

void append_run_text(pugi::xml_node run, std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const SpecialCharacter* special = special_at(text.substr(at));
        if (!special) continue;
        append_plain_text(run, text.substr(begin, at - begin));
        append(run, special->element);
        begin = at + special->utf8.size();
        at = begin - 1;
    }
    append_plain_text(run, text.substr(begin));
}

}  // namespace offprint::docx
