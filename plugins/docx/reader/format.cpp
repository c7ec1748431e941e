#include "reader/format.hpp"

#include <algorithm>
#include <string_view>

#include "offprint/text.hpp"
#include "package/element.hpp"

namespace offprint::docx::reader {

namespace {

template <class T>
std::optional<T> either(const std::optional<T>& first, const std::optional<T>& second) {
    return first ? first : second;
}

const std::string& either(const std::string& first, const std::string& second) {
    return first.empty() ? second : first;
}

/// A colour behind text that is no white paper, and no grey so light that it is a table's or a code's ground.
bool is_marking(std::string_view fill) {
    if (fill.empty() || fill == "auto" || fill.size() != 6) return false;
    const auto channel = [&](std::size_t at) {
        const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
        return digit(fill[at]) * 16 + digit(fill[at + 1]);
    };
    const int red = channel(0), green = channel(2), blue = channel(4);
    return std::max({red, green, blue}) - std::min({red, green, blue}) > 40;
}

std::optional<VerticalPosition> position_of(std::string_view value) {
    if (value == "superscript") return VerticalPosition::superscript;
    if (value == "subscript") return VerticalPosition::subscript;
    return VerticalPosition::baseline;
}

Alignment alignment_of(std::string_view value) {
    if (value == "center") return Alignment::center;
    if (value == "right" || value == "end") return Alignment::right;
    if (value == "left" || value == "start") return Alignment::left;
    return Alignment::unspecified;
}

std::optional<int> length(pugi::xml_node element, const char* name, const char* strict_name) {
    const pugi::xml_attribute attribute =
        element.attribute(name) ? element.attribute(name) : element.attribute(strict_name);
    return twips(attribute.value());
}

void read_indent(pugi::xml_node element, ParagraphFormat& format) {
    format.indent = length(element, "w:start", "w:left");
    if (const auto hanging = twips(element.attribute("w:hanging").value()))
        format.first_line = -*hanging;
    else
        format.first_line = twips(element.attribute("w:firstLine").value());
}

void read_numbering(pugi::xml_node element, ParagraphFormat& format) {
    format.numbering = whole_number(child_value(element, "w:numId"));
    if (const auto level = whole_number(child_value(element, "w:ilvl")))
        format.numbering_level = std::clamp(*level, 0, 8);
}

}  // namespace

RunFormat RunFormat::over(const RunFormat& base) const {
    RunFormat result = *this;
    result.bold = either(bold, base.bold);
    result.italic = either(italic, base.italic);
    result.strike = either(strike, base.strike);
    result.small_caps = either(small_caps, base.small_caps);
    result.underline = either(underline, base.underline);
    result.marked = either(marked, base.marked);
    result.hidden = either(hidden, base.hidden);
    result.position = either(position, base.position);
    result.size = either(size, base.size);
    result.font = either(font, base.font);
    result.language = either(language, base.language);
    result.east_asian_language = either(east_asian_language, base.east_asian_language);
    result.complex_language = either(complex_language, base.complex_language);
    result.is_east_asian = is_east_asian || base.is_east_asian;
    result.is_complex = is_complex || base.is_complex;
    return result;
}

RunFormat run_format(pugi::xml_node properties) {
    RunFormat format;
    for (const pugi::xml_node property : properties.children()) {
        const std::string_view name = property.name();
        const std::string_view value = property.attribute("w:val").value();
        if (name == "w:b") {
            format.bold = on_off(property);
        } else if (name == "w:i") {
            format.italic = on_off(property);
        } else if (name == "w:strike" || name == "w:dstrike") {
            format.strike = on_off(property).value_or(false) || format.strike.value_or(false);
        } else if (name == "w:smallCaps") {
            format.small_caps = on_off(property);
        } else if (name == "w:u") {
            format.underline = !value.empty() && value != "none";
        } else if (name == "w:highlight") {
            format.marked = value != "none" && value != "white";
        } else if (name == "w:shd") {
            if (is_marking(property.attribute("w:fill").value())) format.marked = true;
        } else if (name == "w:vanish") {
            format.hidden = on_off(property);
        } else if (name == "w:vertAlign") {
            format.position = position_of(value);
        } else if (name == "w:sz") {
            format.size = whole_number(value);
        } else if (name == "w:rFonts") {
            const pugi::xml_attribute font = property.attribute("w:ascii");
            format.font = font ? font.value() : property.attribute("w:hAnsi").value();
            format.is_east_asian = std::string_view(property.attribute("w:hint").value()) == "eastAsia";
        } else if (name == "w:lang") {
            format.language = value;
            format.east_asian_language = property.attribute("w:eastAsia").value();
            format.complex_language = property.attribute("w:bidi").value();
        } else if (name == "w:rtl" || name == "w:cs") {
            format.is_complex = on_off(property).value_or(false) || format.is_complex;
        }
    }
    return format;
}

ParagraphFormat ParagraphFormat::over(const ParagraphFormat& base) const {
    ParagraphFormat result = *this;
    result.outline_level = either(outline_level, base.outline_level);
    result.numbering = either(numbering, base.numbering);
    result.numbering_level = either(numbering_level, base.numbering_level);
    result.indent = either(indent, base.indent);
    result.first_line = either(first_line, base.first_line);
    result.space_before = either(space_before, base.space_before);
    result.space_after = either(space_after, base.space_after);
    result.contextual_spacing = either(contextual_spacing, base.contextual_spacing);
    result.right_to_left = either(right_to_left, base.right_to_left);
    result.page_break_before = either(page_break_before, base.page_break_before);
    result.bottom_border = either(bottom_border, base.bottom_border);
    result.alignment = either(alignment, base.alignment);
    return result;
}

ParagraphFormat paragraph_format(pugi::xml_node properties) {
    ParagraphFormat format;
    for (const pugi::xml_node property : properties.children()) {
        const std::string_view name = property.name();
        const std::string_view value = property.attribute("w:val").value();
        if (name == "w:outlineLvl") {
            format.outline_level = whole_number(value);
        } else if (name == "w:numPr") {
            read_numbering(property, format);
        } else if (name == "w:ind") {
            read_indent(property, format);
        } else if (name == "w:spacing") {
            format.space_before = twips(property.attribute("w:before").value());
            format.space_after = twips(property.attribute("w:after").value());
        } else if (name == "w:contextualSpacing") {
            format.contextual_spacing = on_off(property);
        } else if (name == "w:bidi") {
            format.right_to_left = on_off(property);
        } else if (name == "w:pageBreakBefore") {
            format.page_break_before = on_off(property);
        } else if (name == "w:pBdr") {
            const std::string_view line = child_value(property, "w:bottom");
            format.bottom_border = !line.empty() && line != "nil" && line != "none";
        } else if (name == "w:jc") {
            format.alignment = alignment_of(value);
        }
    }
    return format;
}

bool is_monospaced(std::string_view font) {
    static constexpr std::string_view names[] = {
        "andale mono", "anonymous pro", "cascadia code",    "cascadia mono",   "consolas",        "courier",
        "courier new", "courier prime", "dejavu sans mono", "droid sans mono", "fira code",       "fira mono",
        "hack",        "ibm plex mono", "inconsolata",      "jetbrains mono",  "liberation mono", "lucida console",
        "menlo",       "monaco",        "noto mono",        "noto sans mono",  "nimbus mono ps",  "overpass mono",
        "pt mono",     "roboto mono",   "sf mono",          "source code pro", "space mono",      "ubuntu mono"};
    return std::ranges::find(names, to_lower_ascii(font)) != std::end(names);
}

}  // namespace offprint::docx::reader
