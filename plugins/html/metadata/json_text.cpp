#include "metadata/json_text.hpp"

#include <cstdlib>
#include <map>

#include "offprint/text.hpp"

namespace offprint::html {

void append_utf8(unsigned long c, std::string& out) {
    if (c >= 0x110000 || !is_xml_character(static_cast<char32_t>(c))) return;
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += {static_cast<char>(0xC0 | (c >> 6)), tail(0)};
    } else if (c < 0x10000) {
        out += {static_cast<char>(0xE0 | (c >> 12)), tail(6), tail(0)};
    } else {
        out += {static_cast<char>(0xF0 | (c >> 18)), tail(12), tail(6), tail(0)};
    }
}

bool has_media_type(const Dom& dom, NodeIndex script, std::string_view media_type) {
    const std::string_view type = dom.attribute(script, "type");
    return to_lower_ascii(trim(type.substr(0, type.find(';')))) == media_type;
}

std::string unescape_html(std::string_view text) {
    static const std::map<std::string_view, std::string_view> names{
        {"amp", "&"},   {"lt", "<"},    {"gt", ">"},    {"quot", "\""}, {"apos", "'"},  {"nbsp", " "},  {"rsquo", "’"},
        {"lsquo", "‘"}, {"rdquo", "”"}, {"ldquo", "“"}, {"ndash", "–"}, {"mdash", "—"}, {"hellip", "…"}};
    constexpr std::size_t longest = 10;
    std::string result;
    while (!text.empty()) {
        const std::size_t end = text.front() == '&' ? text.substr(0, longest).find(';') : std::string_view::npos;
        const std::string_view name = end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
        if (const auto known = names.find(name); known != names.end()) {
            result += known->second;
        } else if (name.size() > 1 && name.front() == '#') {
            const bool hex = name[1] == 'x' || name[1] == 'X';
            append_utf8(std::strtoul(std::string(name.substr(hex ? 2 : 1)).c_str(), nullptr, hex ? 16 : 10), result);
        } else {
            result += text.front();
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(end + 1);
    }
    return result;
}

std::string without_wrapping(std::string text) {
    bool in_string = false;
    bool escaped = false;
    for (char& c : text) {
        if (c == '"' && !escaped) in_string = !in_string;
        escaped = c == '\\' && !escaped;
        if (in_string && static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    const std::size_t begin = text.find_first_of("{[");
    if (begin == std::string::npos) return text;
    constexpr std::string_view cdata = "[CDATA[";
    const bool is_wrapped = text.compare(begin, cdata.size(), cdata) == 0;
    const std::size_t start = is_wrapped ? text.find_first_of("{[", begin + cdata.size()) : begin;
    return start == std::string::npos ? text : text.substr(start);
}

}  // namespace offprint::html
