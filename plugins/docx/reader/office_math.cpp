#include "reader/office_math.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>

#include "offprint/text.hpp"
#include "package/element.hpp"
#include "package/xml.hpp"

namespace offprint::docx::reader {

namespace {

using package::append;
using package::set;

void write_all(pugi::xml_node parent, pugi::xml_node out);

/// The `m:val` of a property; `otherwise` where there is none.
std::string_view property(pugi::xml_node properties, const char* name, std::string_view otherwise) {
    const pugi::xml_attribute value = properties.child(name).attribute("m:val");
    return value ? std::string_view(value.value()) : otherwise;
}

/// The same of a property that is text.
std::string character(pugi::xml_node properties, const char* name, std::string_view otherwise) {
    return clean_xml_text(property(properties, name, otherwise));
}

bool is_set(pugi::xml_node properties, const char* name) {
    const pugi::xml_node element = properties.child(name);
    const std::string_view value = element.attribute("m:val").value();
    return element && value != "0" && value != "off" && value != "false";
}

/// Appends what an argument holds as one element.
void write_argument(pugi::xml_node argument, pugi::xml_node out) {
    const pugi::xml_node row = append(out, "mrow");
    write_all(argument, row);
    const pugi::xml_node only = row.first_child();
    if (!only || only.next_sibling()) return;
    out.append_move(only);
    out.remove_child(row);
}

/// Appends an element made of arguments, in their order.
void write_parts(pugi::xml_node element, const char* name, std::initializer_list<const char*> parts,
                 pugi::xml_node out) {
    const pugi::xml_node result = append(out, name);
    for (const char* part : parts) write_argument(element.child(part), result);
}

// ---------------------------------------------------------------- tokens

struct Variant {
    std::string_view script;
    std::string_view style;
    std::string_view name;
};

constexpr Variant variants[] = {
    {"double-struck", "p", "double-struck"},
    {"script", "p", "script"},
    {"script", "b", "bold-script"},
    {"fraktur", "p", "fraktur"},
    {"fraktur", "b", "bold-fraktur"},
    {"sans-serif", "p", "sans-serif"},
    {"sans-serif", "b", "bold-sans-serif"},
    {"sans-serif", "i", "sans-serif-italic"},
    {"sans-serif", "bi", "sans-serif-bold-italic"},
    {"monospace", "p", "monospace"},
    {"roman", "b", "bold"},
    {"roman", "bi", "bold-italic"},
};

enum class Kind { letter, digit, space, other };

Kind kind_of(char32_t c) {
    if (c == ' ' || c == '\t' || c == '\n' || c == 0x2009 || c == 0x2003) return Kind::space;
    if ((c >= '0' && c <= '9') || c == '.') return Kind::digit;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Kind::letter;
    // Letters of other scripts, and letterlike and mathematical ones; arrows, operators and brackets lie elsewhere.
    const bool is_letter = (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || (c >= 0x2100 && c < 0x2190) ||
                           (c >= 0x3040 && c < 0xD800) || (c >= 0x1D400 && c < 0x1D800) || c == 0x221E || c == 0x2205;
    return is_letter ? Kind::letter : Kind::other;
}

/// Operators of two characters (MathML Core, operator dictionary).
constexpr std::string_view operators[] = {":=", "==", "!=", "<=", ">=", "->", "||"};

void write_token(const char* name, std::string_view text, std::string_view variant, pugi::xml_node out) {
    const pugi::xml_node token = append(out, name, text);
    if (!variant.empty()) set(token, "mathvariant", variant);
}

/// Text within a formula. Spaces at its ends would be taken for layout.
void write_words(std::string_view text, pugi::xml_node out) {
    if (trim(text).empty()) {
        set(append(out, "mspace"), "width", "0.333em");
        return;
    }
    std::string words(text);
    const auto protect = [&](std::size_t at) { words.replace(at, 1, "\u00A0"); };
    if (words.back() == ' ') protect(words.size() - 1);
    if (words.front() == ' ') protect(0);
    append(out, "mtext", words);
}

/// A stretch of characters of one kind, as tokens. A word is one only where it stands upright.
void write_stretch(std::string_view text, Kind kind, std::string_view style, std::string_view variant,
                   pugi::xml_node out) {
    if (kind == Kind::space) return;
    if (kind == Kind::digit && text != ".") return write_token("mn", text, variant, out);
    const bool is_italic_word = kind == Kind::letter && style == "i" && code_points(text) > 1;
    const bool is_word = kind == Kind::letter && (style == "p" || is_italic_word || !variant.empty());
    if (is_word) {
        const bool is_upright_letter = style == "p" && variant.empty() && code_points(text) == 1;
        const std::string_view shown = is_upright_letter                   ? "normal"
                                       : is_italic_word && variant.empty() ? "italic"
                                                                           : variant;
        return write_token("mi", text, shown, out);
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        next_character(text, at);
        const auto* const pair = std::ranges::find(operators, text.substr(begin, 2));
        if (pair != std::end(operators)) at = begin + pair->size();
        const bool is_identifier = kind == Kind::letter || style == "i";
        write_token(is_identifier ? "mi" : "mo", text.substr(begin, at - begin), variant, out);
    }
}

void write_run(pugi::xml_node run, pugi::xml_node out) {
    const pugi::xml_node properties = run.child("m:rPr");
    const std::string_view style = property(properties, "m:sty", "");
    const std::string_view script = property(properties, "m:scr", "roman");
    std::string_view variant;
    for (const Variant& candidate : variants)
        if (candidate.script == script && candidate.style == (style.empty() && script != "roman" ? "p" : style))
            variant = candidate.name;
    for (const pugi::xml_node child : run.children()) {
        if (name_of(child) != "m:t" && name_of(child) != "w:t") continue;
        const std::string text = clean_xml_text(child.text().get());
        if (text.empty()) continue;
        if (is_set(properties, "m:nor")) {
            write_words(text, out);
            continue;
        }
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            const Kind kind = kind_of(next_character(text, at));
            for (std::size_t next = at; next < text.size() && kind_of(next_character(text, next)) == kind;) at = next;
            write_stretch(std::string_view(text).substr(begin, at - begin), kind, style, variant, out);
        }
    }
}

// ---------------------------------------------------------------- structures

void write_fraction(pugi::xml_node element, pugi::xml_node out) {
    const std::string_view type = property(element.child("m:fPr"), "m:type", "bar");
    write_parts(element, "mfrac", {"m:num", "m:den"}, out);
    const pugi::xml_node fraction = out.last_child();
    if (type == "noBar") set(fraction, "linethickness", "0");
    if (type == "skw" || type == "lin") set(fraction, "bevelled", "true");
}

void write_root(pugi::xml_node element, pugi::xml_node out) {
    const bool is_square = is_set(element.child("m:radPr"), "m:degHide") || !element.child("m:deg").first_child();
    if (is_square) return write_all(element.child("m:e"), append(out, "msqrt"));
    write_parts(element, "mroot", {"m:e", "m:deg"}, out);
}

void write_operator(std::string_view text, pugi::xml_node out) {
    if (!text.empty()) append(out, "mo", text);
}

void write_nary(pugi::xml_node element, pugi::xml_node out) {
    const pugi::xml_node properties = element.child("m:naryPr");
    const std::string sign = character(properties, "m:chr", "∫");
    const bool has_lower = !is_set(properties, "m:subHide") && element.child("m:sub").first_child();
    const bool has_upper = !is_set(properties, "m:supHide") && element.child("m:sup").first_child();
    const bool is_integral = std::string_view("∫∬∭∮∯∰").find(sign) != std::string_view::npos;
    const bool beside = property(properties, "m:limLoc", is_integral ? "subSup" : "undOvr") == "subSup";
    if (!has_lower && !has_upper) {
        write_operator(sign, out);
    } else {
        const char* name = has_lower && has_upper ? (beside ? "msubsup" : "munderover")
                           : has_lower            ? (beside ? "msub" : "munder")
                                                  : (beside ? "msup" : "mover");
        const pugi::xml_node scripts = append(out, name);
        append(scripts, "mo", sign);
        if (has_lower) write_argument(element.child("m:sub"), scripts);
        if (has_upper) write_argument(element.child("m:sup"), scripts);
    }
    write_all(element.child("m:e"), out);
}

void write_delimited(pugi::xml_node element, pugi::xml_node out) {
    const pugi::xml_node properties = element.child("m:dPr");
    const std::string separator = character(properties, "m:sepChr", "|");
    const pugi::xml_node row = append(out, "mrow");
    write_operator(character(properties, "m:begChr", "("), row);
    bool is_first = true;
    for (const pugi::xml_node argument : element.children("m:e")) {
        if (!is_first) write_operator(separator, row);
        is_first = false;
        write_all(argument, row);
    }
    write_operator(character(properties, "m:endChr", ")"), row);
}

struct Accent {
    std::string_view combining;
    std::string_view mark;
};

constexpr Accent accents[] = {{"\u0300", "`"}, {"\u0301", "´"}, {"\u0302", "^"}, {"\u0303", "~"}, {"\u0304", "¯"},
                              {"\u0305", "¯"}, {"\u0306", "˘"}, {"\u0307", "˙"}, {"\u0308", "¨"}, {"\u030C", "ˇ"},
                              {"\u20D7", "→"}, {"\u20D6", "←"}, {"\u20E1", "↔"}};

/// A base with a mark over or under it.
void write_marked(pugi::xml_node base, std::string_view mark, bool is_over, bool is_accent, pugi::xml_node out) {
    const pugi::xml_node result = append(out, is_over ? "mover" : "munder");
    if (is_accent) set(result, is_over ? "accent" : "accentunder", "true");
    write_argument(base, result);
    append(result, "mo", mark);
}

void write_accent(pugi::xml_node element, pugi::xml_node out) {
    std::string mark = character(element.child("m:accPr"), "m:chr", "\u0302");
    if (const auto* const known = std::ranges::find(accents, std::string_view(mark), &Accent::combining);
        known != std::end(accents))
        mark = known->mark;
    write_marked(element.child("m:e"), mark, true, true, out);
}

void write_bar(pugi::xml_node element, pugi::xml_node out) {
    const bool is_over = property(element.child("m:barPr"), "m:pos", "bot") == "top";
    write_marked(element.child("m:e"), is_over ? "¯" : "_", is_over, true, out);
}

void write_group(pugi::xml_node element, pugi::xml_node out) {
    const pugi::xml_node properties = element.child("m:groupChrPr");
    const bool is_over = property(properties, "m:pos", "bot") == "top";
    write_marked(element.child("m:e"), character(properties, "m:chr", "⏟"), is_over, false, out);
}

void write_prescripts(pugi::xml_node element, pugi::xml_node out) {
    const pugi::xml_node scripts = append(out, "mmultiscripts");
    write_argument(element.child("m:e"), scripts);
    append(scripts, "mprescripts");
    for (const char* part : {"m:sub", "m:sup"}) {
        if (element.child(part).first_child())
            write_argument(element.child(part), scripts);
        else
            append(scripts, "none");
    }
}

void write_matrix(pugi::xml_node element, pugi::xml_node out) {
    const pugi::xml_node table = append(out, "mtable");
    for (const pugi::xml_node row : element.children("m:mr")) {
        const pugi::xml_node cells = append(table, "mtr");
        for (const pugi::xml_node cell : row.children("m:e")) write_all(cell, append(cells, "mtd"));
    }
}

/// Equations one below another. What "&" aligns is not kept, and the sign is none that is shown.
void write_equations(pugi::xml_node element, pugi::xml_node out) {
    const pugi::xml_node table = append(out, "mtable");
    set(table, "columnalign", "left");
    for (const pugi::xml_node row : element.children("m:e")) {
        pugi::xml_node cell = append(append(table, "mtr"), "mtd");
        write_all(row, cell);
        for (pugi::xml_node token = cell.first_child(); token;) {
            const pugi::xml_node next = token.next_sibling();
            if (name_of(token) == "mo" && std::string_view(token.text().get()) == "&") cell.remove_child(token);
            token = next;
        }
    }
}

void write_function(pugi::xml_node element, pugi::xml_node out) {
    write_all(element.child("m:fName"), out);
    append(out, "mo", "\u2061");  // function application
    write_all(element.child("m:e"), out);
}

void write_phantom(pugi::xml_node element, pugi::xml_node out) {
    const bool is_shown = property(element.child("m:phantPr"), "m:show", "1") != "0";
    write_all(element.child("m:e"), append(out, is_shown ? "mrow" : "mphantom"));
}

void write(pugi::xml_node element, pugi::xml_node out) {
    const std::string_view name = name_of(element);
    if (name == "m:r") return write_run(element, out);
    if (name == "m:f") return write_fraction(element, out);
    if (name == "m:rad") return write_root(element, out);
    if (name == "m:sSub") return write_parts(element, "msub", {"m:e", "m:sub"}, out);
    if (name == "m:sSup") return write_parts(element, "msup", {"m:e", "m:sup"}, out);
    if (name == "m:sSubSup") return write_parts(element, "msubsup", {"m:e", "m:sub", "m:sup"}, out);
    if (name == "m:sPre") return write_prescripts(element, out);
    if (name == "m:nary") return write_nary(element, out);
    if (name == "m:d") return write_delimited(element, out);
    if (name == "m:acc") return write_accent(element, out);
    if (name == "m:bar") return write_bar(element, out);
    if (name == "m:groupChr") return write_group(element, out);
    if (name == "m:limLow") return write_parts(element, "munder", {"m:e", "m:lim"}, out);
    if (name == "m:limUpp") return write_parts(element, "mover", {"m:e", "m:lim"}, out);
    if (name == "m:m") return write_matrix(element, out);
    if (name == "m:eqArr") return write_equations(element, out);
    if (name == "m:func") return write_function(element, out);
    if (name == "m:phant") return write_phantom(element, out);
    if (name == "m:borderBox") {
        const pugi::xml_node box = append(out, "menclose");
        set(box, "notation", "box");
        return write_all(element.child("m:e"), box);
    }
    if (name == "m:box") return write_all(element.child("m:e"), append(out, "mrow"));
    // Properties say how things look; anything else is a bracket around what counts.
    if (!name.ends_with("Pr") && name != "w:del") write_all(element, out);
}

void write_all(pugi::xml_node parent, pugi::xml_node out) {
    for (const pugi::xml_node child : parent.children())
        if (child.type() == pugi::node_element) write(child, out);
}

struct StringWriter final : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

}  // namespace

std::string mathml_of(pugi::xml_node office_math, bool is_display) {
    pugi::xml_document document;
    const pugi::xml_node math = append(document, "math");
    set(math, "xmlns", "http://www.w3.org/1998/Math/MathML");
    if (is_display) set(math, "display", "block");
    write_all(office_math, math);
    if (!math.first_child()) return {};
    StringWriter writer;
    document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(writer.text);
}

}  // namespace offprint::docx::reader
