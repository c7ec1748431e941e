#include <algorithm>
#include <array>
#include <set>

#include "offprint/text.hpp"
#include "package/foreign_markup.hpp"
#include "package/xml.hpp"

namespace offprint::package {

namespace {

constexpr int depth_limit = 256;

// What draws or describes (SVG 1.1 and 2), sorted. Left out: scripts, animation, foreign objects,
// fonts, and links, whose content stays.
constexpr auto allowed_elements = std::to_array<std::string_view>({
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
});

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

// An NCName, generously: non-ASCII letters are not told from other non-ASCII characters.
bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_name_character) && text[0] != '-' &&
           text[0] != '.' && !(text[0] >= '0' && text[0] <= '9');
}

// True if every `url(...)` in a style or attribute names an element of the same file. A backslash may
// hide a character from this test, and a declaration in a comment is not worth keeping.
bool is_local_style(std::string_view style) {
    const std::string lower = to_lower_ascii(style);
    if (lower.find('\\') != std::string::npos || lower.find("@import") != std::string::npos ||
        lower.find("image-set") != std::string::npos || lower.find("expression") != std::string::npos)
        return false;
    for (std::size_t at = lower.find("url("); at != std::string::npos; at = lower.find("url(", at + 4)) {
        const std::size_t target = lower.find_first_not_of(" \t\r\n'\"", at + 4);
        if (target == std::string::npos || lower[target] != '#') return false;
    }
    return true;
}

// References stay inside the file: to an element of it, or to the bytes of a bitmap.
bool is_local_reference(std::string_view element, std::string_view reference) {
    if (reference.starts_with('#')) return is_name(reference.substr(1));
    if (element != "image") return false;
    return std::ranges::any_of(std::to_array<std::string_view>(
                                   {"data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,"}),
                               [&](std::string_view prefix) { return reference.starts_with(prefix); });
}

bool is_event_handler(std::string_view attribute) {
    return to_lower_ascii(attribute).starts_with("on");
}

std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class SvgCopy {
public:
    explicit SvgCopy(std::string_view prefix, std::string_view name_space) : prefix_(prefix), namespace_(name_space) {}

    // False when the source is nested too deep.
    bool copy_children(pugi::xml_node from, pugi::xml_node to, int depth) {
        if (depth > depth_limit) return false;
        for (pugi::xml_node child : from.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
                append_text(to, clean_xml_text(child.value()));
            else if (child.type() == pugi::node_element && !copy_element(child, to, depth))
                return false;
        }
        return true;
    }

    void copy_attributes(pugi::xml_node from, pugi::xml_node to) {
        // To look for each among those before it would take quadratic time.
        std::set<std::string_view> names;
        for (pugi::xml_attribute attribute : from.attributes()) {
            const std::string value = clean_xml_text(attribute.value());
            const char* name = name_in_copy(attribute.name(), value, to.name());
            if (name && names.insert(name).second) to.append_attribute(name).set_value(value.c_str());
        }
    }

    bool uses_links() const { return uses_links_; }

private:
    bool copy_element(pugi::xml_node from, pugi::xml_node to, int depth) {
        const std::string_view name = from.name();
        const std::string_view local = local_name(name);
        if (is_foreign(from, name)) return true;
        if (local == "a") return copy_children(from, to, depth + 1);
        if (!std::ranges::binary_search(allowed_elements, local)) return true;
        if (local == "style") {
            copy_style(from, to);
            return true;
        }
        pugi::xml_node copy = append(to, std::string(local).c_str());
        copy_attributes(from, copy);
        return copy_children(from, copy, depth + 1);
    }

    // As one text, for what a rule says must not depend on how it was cut into sections.
    void copy_style(pugi::xml_node from, pugi::xml_node to) {
        std::string style;
        for (pugi::xml_node child : from.children()) style += child.value();
        style = clean_xml_text(style);
        if (is_local_style(style)) append(to, "style", style);
    }

    bool is_foreign(pugi::xml_node element, std::string_view name) const {
        const std::size_t colon = name.find(':');
        if ((colon == std::string_view::npos ? std::string_view() : name.substr(0, colon)) != prefix_) return true;
        const pugi::xml_attribute name_space = element.attribute("xmlns");
        return prefix_.empty() && name_space && name_space.value() != namespace_;
    }

    // What an attribute is called in the copy; null when it has no place there.
    const char* name_in_copy(const char* attribute, const std::string& value, std::string_view element) {
        const std::string_view name = attribute;
        if (name == "href" || name == "xlink:href") {
            if (!is_local_reference(element, value)) return nullptr;
            uses_links_ = true;
            return "xlink:href";
        }
        if (name == "id") return is_name(value) && ids_.insert(value).second ? attribute : nullptr;
        if (name == "xml:lang" || name == "xml:space") return attribute;
        const bool allowed =
            is_name(name) && name != "xmlns" && name != "lang" && !is_event_handler(name) && is_local_style(value);
        return allowed ? attribute : nullptr;
    }

    std::string_view prefix_;
    std::string_view namespace_;
    std::set<std::string> ids_;
    bool uses_links_ = false;
};

}  // namespace

std::optional<std::string> sanitize_svg(std::string_view svg) {
    pugi::xml_document source;
    if (!source.load_buffer(svg.data(), svg.size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
        return std::nullopt;
    const pugi::xml_node root = source.document_element();
    const std::string_view name = root.name();
    if (local_name(name) != "svg") return std::nullopt;

    pugi::xml_document result;
    pugi::xml_node copy = append(result, "svg");
    set(copy, "xmlns", "http://www.w3.org/2000/svg");
    const std::size_t colon = name.find(':');
    SvgCopy sanitizer(colon == std::string_view::npos ? std::string_view() : name.substr(0, colon),
                      root.attribute("xmlns").value());
    sanitizer.copy_attributes(root, copy);
    if (!sanitizer.copy_children(root, copy, 1)) return std::nullopt;
    if (sanitizer.uses_links()) set(copy, "xmlns:xlink", "http://www.w3.org/1999/xlink");
    return serialize(result);
}

}  // namespace offprint::package
