#include <fmt/format.h>

#include <utility>

#include "html/writing/content_writer.hpp"
#include "html/writing/link_address.hpp"
#include "offprint/text.hpp"
#include "package/foreign_markup.hpp"
#include "package/xml.hpp"

namespace offprint::html {

using package::append;
using package::append_text;
using package::set;

namespace {

struct Element {
    const char* name;
    std::string_view own_class = {};
};

Element element_of(Style style) {
    switch (style) {
        case Style::emphasis:
            return {"em"};
        case Style::strong:
            return {"strong"};
        case Style::underline:
            return {"u"};
        case Style::strike:
            return {"s"};
        case Style::subscript:
            return {"sub"};
        case Style::superscript:
            return {"sup"};
        case Style::small_caps:
            return {"span", "small-caps"};
        case Style::small:
            return {"small"};
        case Style::mark:
            return {"mark"};
        case Style::quote:
            return {"q"};
        case Style::cite:
            return {"cite"};
        case Style::keyboard:
            return {"kbd"};
        case Style::sample:
            return {"samp"};
        case Style::variable:
            return {"var"};
        case Style::definition:
            return {"dfn"};
        case Style::abbreviation:
            return {"abbr"};
        case Style::insertion:
            return {"ins"};
        case Style::span:
            return {"span"};
    }
    return {"span"};
}

}  // namespace

void ContentWriter::write_inlines(pugi::xml_node parent, const Inlines& inlines) {
    for (const Inline& node : inlines) std::visit([&](const auto& inner) { write(parent, inner); }, node);
}

void ContentWriter::write(pugi::xml_node parent, const Text& text) {
    if (!text.attributes) return append_text(parent, text.text);
    set_attributes(append(parent, "span", text.text), text);
}

void ContentWriter::write(pugi::xml_node parent, const Styled& styled) {
    // A defining instance holds no other (WHATWG HTML, 4.5.8).
    const bool nested_definition = styled.style == Style::definition && in_definition_;
    const Element kind = nested_definition ? Element{"span"} : element_of(styled.style);
    pugi::xml_node element = append(parent, kind.name);
    set_attributes(element, styled, kind.own_class);
    const bool outer = std::exchange(in_definition_, in_definition_ || styled.style == Style::definition);
    write_inlines(element, styled.content);
    in_definition_ = outer;
}

void ContentWriter::write(pugi::xml_node parent, const Link& link) {
    const std::string target = in_link_ ? std::string() : link_target(link);
    if (target.empty()) {
        pugi::xml_node element = parent;
        if (link.attributes) set_attributes(element = append(parent, "span"), link);
        return write_inlines(element, link.content);
    }
    pugi::xml_node element = append(parent, "a");
    set_attributes(element, link);
    set(element, "href", target);
    if (!link.title.empty()) set(element, "title", link.title);
    in_link_ = true;
    write_inlines(element, link.content);
    in_link_ = false;
    if (!element.first_child())
        append_text(element, link.url);
    else if (trim(plain_text(link.content)).empty())  // a picture that says nothing is no name for a link
        set(element, "aria-label", link.title.empty() ? link.url : link.title);
}

std::string ContentWriter::link_target(const Link& link) {
    std::string address =
        link.url.starts_with('#') ? address_of(std::string_view(link.url).substr(1)) : link_address(link.url);
    if (address.empty()) remark(Remark::link_dropped, link.url, link.range);
    return address;
}

void ContentWriter::write(pugi::xml_node parent, const Image& image) {
    const std::string address = image.resource.empty() ? std::string() : address_of(image);
    if (address.empty()) return write_missing_image(parent, image);
    pugi::xml_node element = append(parent, "img");
    set_attributes(element, image);
    set(element, "src", address);
    set(element, "alt", image.alt.value_or(""));
    if (image.alt == "") mark_decoration(element);
    if (!image.title.empty()) set(element, "title", image.title);
    if (image.width > 0) set(element, "width", fmt::to_string(image.width));
    if (image.height > 0) set(element, "height", fmt::to_string(image.height));

    if (image.alt != "") facts_.images = true;
    if (image.alt) return;
    facts_.images_without_alt = true;
    remark(Remark::image_without_alt, image.source, image.range);
}

// What it would have shown, as a link to where it is.
void ContentWriter::write_missing_image(pugi::xml_node parent, const Image& image) {
    const std::string_view text = image.alt ? std::string_view(*image.alt) : std::string_view(image.source);
    const std::string url = in_link_ ? std::string() : link_address(image.source);
    if (!image.source.empty()) ++facts_.missing_images;
    if (text.empty() && !image.attributes) return;
    pugi::xml_node element = append(parent, "span");
    set_attributes(element, image, "missing-image");
    if (url.empty() || text.empty()) return append_text(element, text);
    set(append(element, "a", text), "href", url);
}

void ContentWriter::write(pugi::xml_node parent, const Code& code) {
    pugi::xml_node element = append(parent, "code", code.text);
    set_attributes(element, code);
    set_code_direction(element);
}

void ContentWriter::write(pugi::xml_node parent, const LineBreak& line_break) {
    set_attributes(append(parent, "br"), line_break);
}

void ContentWriter::write(pugi::xml_node parent, const NoteRef& reference) {
    const NoteMark mark = next_mark(reference);
    pugi::xml_node raised = append(parent, "sup");
    set_attributes(raised, reference);
    pugi::xml_node link = append(raised, in_link_ ? "span" : "a", fmt::to_string(mark.number));
    set(link, "id", mark.id);
    if (in_link_) return;
    set(link, "href", mark.address);
    // Kobo wants to be told what the target is.
    set_type(link, "noteref endnote");
    set(link, "role", "doc-noteref");
}

void ContentWriter::write(pugi::xml_node parent, const Math& math) {
    const char* display = math.display ? "display-math" : "";
    pugi::xml_node element = math.attributes || math.display ? append(parent, "span") : parent;
    if (element != parent) set_attributes(element, math, display);
    if (write_formula(element, math)) return;
    if (!math.mathml.empty()) remark(Remark::formula_malformed, {}, math.range);
    if (math.tex.empty()) return append_text(element, math.alt);
    facts_.opaque_math = true;
    set(append(element, "code", math.tex), "class", "math");
}

bool ContentWriter::write_mathml(pugi::xml_node parent, const Math& math) {
    if (math.mathml.empty() || !package::append_mathml(parent, math.mathml)) return false;
    pugi::xml_node formula = parent.last_child();
    set(formula, "display", math.display ? "block" : "inline");
    if (!math.alt.empty()) set(formula, "alttext", math.alt);
    facts_.math = true;
    facts_.math_without_alt = facts_.math_without_alt || math.alt.empty();
    return true;
}

void ContentWriter::write(pugi::xml_node parent, const Ruby& ruby) {
    // Ruby holds no other (WHATWG HTML, 4.5.10); the inner one reads as it does where ruby is unknown.
    const bool nested = std::exchange(in_ruby_, true);
    pugi::xml_node element = append(parent, nested ? "span" : "ruby");
    set_attributes(element, ruby);
    write_inlines(element, ruby.base);
    append(element, nested ? "span" : "rp", "(");
    write_inlines(append(element, nested ? "span" : "rt"), ruby.annotation);
    append(element, nested ? "span" : "rp", ")");
    in_ruby_ = nested;
}

}  // namespace offprint::html
