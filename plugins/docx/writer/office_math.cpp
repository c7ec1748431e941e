#include "office_math.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "markup.hpp"
#include "math_characters.hpp"
#include "offprint/text.hpp"
#include "package/foreign_markup.hpp"

namespace offprint::docx {

namespace {

using Elements = std::vector<pugi::xml_node>;
using Row = std::span<const pugi::xml_node>;  // of elements that somebody else keeps

// Operators in the operand of another. More would be no formula, and recursion has to end.
constexpr int most_nested_operators = 16;

Elements children_of(pugi::xml_node element) {
    Elements children;
    for (const pugi::xml_node child : element.children())
        if (child.type() == pugi::node_element) children.push_back(child);
    return children;
}

bool is(pugi::xml_node element, std::string_view name) {
    return element.name() == name;
}

std::string text_of(pugi::xml_node token) {
    return collapse_space(token.text().get());
}

/// The operator that an element is, through rows and styles around it alone; empty for anything else.
std::string operator_of(pugi::xml_node element) {
    if (is(element, "mo")) return text_of(element);
    if (!is(element, "mrow") && !is(element, "mstyle")) return {};
    const Elements children = children_of(element);
    return children.size() == 1 ? operator_of(children[0]) : std::string();
}

void write(pugi::xml_node element, pugi::xml_node out);
void write_row(Row row, pugi::xml_node out);

/// An argument element with `element` in it.
pugi::xml_node argument(pugi::xml_node out, const char* name, pugi::xml_node element) {
    const pugi::xml_node result = append(out, name);
    if (element) write(element, result);
    return result;
}

// ---------------------------------------------------------------- tokens

struct Variant {
    std::string_view name;
    const char* script;  ///< null: roman
    const char* style;
};

constexpr Variant variants[] = {
    {"normal", nullptr, "p"},
    {"bold", nullptr, "b"},
    {"italic", nullptr, "i"},
    {"bold-italic", nullptr, "bi"},
    {"double-struck", "double-struck", "p"},
    {"script", "script", "p"},
    {"bold-script", "script", "b"},
    {"fraktur", "fraktur", "p"},
    {"bold-fraktur", "fraktur", "b"},
    {"sans-serif", "sans-serif", "p"},
    {"bold-sans-serif", "sans-serif", "b"},
    {"sans-serif-italic", "sans-serif", "i"},
    {"sans-serif-bold-italic", "sans-serif", "bi"},
    {"monospace", "monospace", "p"},
};

/// MathML's default: a single letter is italic, a word such as "sin" upright.
const Variant& variant_of(pugi::xml_node token, std::string_view text) {
    const std::string_view asked = token.attribute("mathvariant").value();
    for (const Variant& variant : variants)
        if (variant.name == asked) return variant;
    return is(token, "mi") && code_points(text) == 1 ? variants[2] : variants[0];
}

void write_text(std::string_view text, const Variant* variant, pugi::xml_node out) {
    if (text.empty()) return;
    const pugi::xml_node run = append(out, "m:r");
    const pugi::xml_node properties = append(run, "m:rPr");
    if (!variant) {
        append(properties, "m:nor");
    } else {
        if (variant->script) append_value(properties, "m:scr", variant->script);
        append_value(properties, "m:sty", variant->style);
    }
    const pugi::xml_node fonts = append(append(run, "w:rPr"), "w:rFonts");
    set(fonts, "w:ascii", "Cambria Math");
    set(fonts, "w:hAnsi", "Cambria Math");
    set(append(run, "m:t", text), "xml:space", "preserve");
}

void write_token(pugi::xml_node token, pugi::xml_node out) {
    const std::string text = text_of(token);
    // Invisible operators (times, function application, ...) have no place in Office Math.
    if (is_one_of(text, {"\u2061", "\u2062", "\u2063", "\u2064"})) return;
    if (is(token, "mtext")) return write_text(token.text().get(), nullptr, out);
    if (is(token, "ms")) return write_text("\"" + text + "\"", nullptr, out);
    write_text(text, &variant_of(token, text), out);
}

// ---------------------------------------------------------------- rows

struct LargeOperator {
    std::string character;
    pugi::xml_node lower;
    pugi::xml_node upper;
    bool limits_beside;
};

/// The parts of a sum, integral or the like; nothing for another element.
std::optional<LargeOperator> large_operator(pugi::xml_node element) {
    const Elements children = children_of(element);
    const std::string character = operator_of(is(element, "mo") || children.empty() ? element : children[0]);
    if (!is_large_operator(character)) return std::nullopt;
    LargeOperator result{character, {}, {}, is_integral(character)};
    if (is(element, "mo")) return result;
    const bool lower_only = is(element, "msub") || is(element, "munder");
    const bool upper_only = is(element, "msup") || is(element, "mover");
    const bool both = is(element, "msubsup") || is(element, "munderover");
    if (children.size() < 2 || !(lower_only || upper_only || (both && children.size() == 3))) return std::nullopt;
    if (!upper_only) result.lower = children[1];
    if (!lower_only) result.upper = children.back();
    result.limits_beside = is_integral(character) && !std::string_view(element.name()).starts_with("mun");
    return result;
}

void write_large_operator(const LargeOperator& large, Row operand, pugi::xml_node out) {
    const pugi::xml_node nary = append(out, "m:nary");
    const pugi::xml_node properties = append(nary, "m:naryPr");
    append_value(properties, "m:chr", large.character);
    append_value(properties, "m:limLoc", large.limits_beside ? "subSup" : "undOvr");
    if (!large.lower) append_value(properties, "m:subHide", "1");
    if (!large.upper) append_value(properties, "m:supHide", "1");
    argument(nary, "m:sub", large.lower);
    argument(nary, "m:sup", large.upper);
    write_row(operand, append(nary, "m:e"));
}

void write_delimited(std::string_view open, std::string_view close, std::string_view separator,
                     const std::vector<Elements>& arguments, pugi::xml_node out) {
    const pugi::xml_node delimited = append(out, "m:d");
    const pugi::xml_node properties = append(delimited, "m:dPr");
    append_value(properties, "m:begChr", open);
    if (arguments.size() > 1) append_value(properties, "m:sepChr", separator);
    append_value(properties, "m:endChr", close);
    for (const Elements& content : arguments) write_row(content, append(delimited, "m:e"));
    if (arguments.empty()) append(delimited, "m:e");
}

/// What the operator before `row` applies to: everything up to the next relation.
Row operand_of(Row row) {
    const auto relation =
        std::find_if(row.begin(), row.end(), [](pugi::xml_node element) { return is_relation(operator_of(element)); });
    return row.first(static_cast<std::size_t>(relation - row.begin()));
}

int operators_around(pugi::xml_node place) {
    int count = 0;
    for (; place; place = place.parent()) count += is(place, "m:nary") ? 1 : 0;
    return count;
}

void write_sequence(Row row, pugi::xml_node out) {
    const bool takes_operands = operators_around(out) < most_nested_operators;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (const std::optional<LargeOperator> large = large_operator(row[i])) {
            const Row operand = takes_operands ? operand_of(row.subspan(i + 1)) : Row();
            write_large_operator(*large, operand, out);
            i += operand.size();
        } else {
            write(row[i], out);
        }
    }
}

void write_row(Row row, pugi::xml_node out) {
    const std::string open = row.size() < 2 ? std::string() : operator_of(row.front());
    const std::string close = open.empty() ? std::string() : operator_of(row.back());
    const bool fenced_once = std::none_of(row.begin(), row.end(), [&](pugi::xml_node element) {
        return element != row.front() && element != row.back() && is_one_of(operator_of(element), {open, close});
    });
    if (open.empty() || !fenced_once || !is_fence(open, close)) return write_sequence(row, out);
    write_delimited(open, close, {}, {Elements(row.begin() + 1, row.end() - 1)}, out);
}

void write_fenced(pugi::xml_node element, pugi::xml_node out) {
    const pugi::xml_attribute open = element.attribute("open");
    const pugi::xml_attribute close = element.attribute("close");
    const std::string separators = collapse_space(element.attribute("separators").as_string(","));
    std::vector<Elements> arguments;
    for (const pugi::xml_node child : children_of(element)) {
        // Office Math has one separator; without any, the arguments stand in a row.
        if (separators.empty() && !arguments.empty())
            arguments.back().push_back(child);
        else
            arguments.push_back({child});
    }
    write_delimited(open ? open.value() : "(", close ? close.value() : ")", utf8_prefix(separators, 1), arguments, out);
}

// ---------------------------------------------------------------- scripts, limits, layouts

/// An element whose parts are the children of `element`, in their order.
void write_parts(pugi::xml_node element, const char* name, std::initializer_list<const char*> parts,
                 pugi::xml_node out) {
    const Elements children = children_of(element);
    const pugi::xml_node result = append(out, name);
    std::size_t i = 0;
    for (const char* part : parts) {
        argument(result, part, i < children.size() ? children[i] : pugi::xml_node());
        ++i;
    }
}

void write_fraction(pugi::xml_node element, pugi::xml_node out) {
    const Elements children = children_of(element);
    const pugi::xml_node fraction = append(out, "m:f");
    const std::string_view thickness = element.attribute("linethickness").value();
    const bool bevelled = element.attribute("bevelled").as_bool();
    if (bevelled || thickness.starts_with('0'))
        append_value(append(fraction, "m:fPr"), "m:type", bevelled ? "skw" : "noBar");
    argument(fraction, "m:num", children.empty() ? pugi::xml_node() : children[0]);
    argument(fraction, "m:den", children.size() < 2 ? pugi::xml_node() : children[1]);
}

void write_root(pugi::xml_node element, pugi::xml_node out) {
    const Elements children = children_of(element);
    const pugi::xml_node radical = append(out, "m:rad");
    if (is(element, "mroot")) {
        argument(radical, "m:deg", children.size() < 2 ? pugi::xml_node() : children[1]);
        argument(radical, "m:e", children.empty() ? pugi::xml_node() : children[0]);
        return;
    }
    append_value(append(radical, "m:radPr"), "m:degHide", "1");
    append(radical, "m:deg");
    write_row(children, append(radical, "m:e"));
}

/// Appends what goes over or under something with `mark`, and returns where the base goes.
pugi::xml_node append_limit(pugi::xml_node mark, bool over, pugi::xml_node out) {
    const std::string text = operator_of(mark);
    if (over && !combining_accent(text).empty()) {
        const pugi::xml_node accent = append(out, "m:acc");
        append_value(append(accent, "m:accPr"), "m:chr", combining_accent(text));
        return append(accent, "m:e");
    }
    const char* position = over ? "top" : "bot";
    if (is_bar(text)) {
        const pugi::xml_node bar = append(out, "m:bar");
        append_value(append(bar, "m:barPr"), "m:pos", position);
        return append(bar, "m:e");
    }
    if (is_brace(text)) {
        const pugi::xml_node group = append(out, "m:groupChr");
        const pugi::xml_node properties = append(group, "m:groupChrPr");
        append_value(properties, "m:chr", text);
        append_value(properties, "m:pos", position);
        append_value(properties, "m:vertJc", over ? "bot" : "top");
        return append(group, "m:e");
    }
    const pugi::xml_node limit = append(out, over ? "m:limUpp" : "m:limLow");
    const pugi::xml_node base = append(limit, "m:e");
    argument(limit, "m:lim", mark);
    return base;
}

void write_limits(pugi::xml_node element, pugi::xml_node out) {
    const Elements children = children_of(element);
    if (children.empty()) return;
    pugi::xml_node base = out;
    if (!is(element, "munder") && children.size() > 1) base = append_limit(children.back(), true, base);
    if (!is(element, "mover") && children.size() > 1) base = append_limit(children[1], false, base);
    write(children[0], base);
}

void write_table(pugi::xml_node element, pugi::xml_node out) {
    std::vector<Elements> rows;
    std::size_t columns = 1;
    for (const pugi::xml_node row : children_of(element)) {
        rows.push_back(is(row, "mtr") ? children_of(row) : Elements{row});
        columns = std::max(columns, rows.back().size());
    }
    if (rows.empty() || columns > 64) return write_sequence(children_of(element), out);  // 22.1.2.23: at most 64
    const pugi::xml_node matrix = append(out, "m:m");
    const pugi::xml_node column = append(append(append(append(matrix, "m:mPr"), "m:mcs"), "m:mc"), "m:mcPr");
    append_value(column, "m:count", static_cast<int>(columns));
    append_value(column, "m:mcJc", "center");
    for (const Elements& cells : rows) {
        const pugi::xml_node row = append(matrix, "m:mr");
        for (std::size_t i = 0; i < columns; ++i) argument(row, "m:e", i < cells.size() ? cells[i] : pugi::xml_node());
    }
}

/// Scripts in pairs behind the base, and behind `mprescripts` those before it; `none` is an empty place.
void write_multiscripts(pugi::xml_node element, pugi::xml_node out) {
    const Elements children = children_of(element);
    if (children.empty()) return;
    const auto split =
        std::find_if(children.begin(), children.end(), [](pugi::xml_node child) { return is(child, "mprescripts"); });
    pugi::xml_node place = out;
    for (auto before = split; children.end() - before > 2; before += 2) {
        const pugi::xml_node scripts = append(place, "m:sPre");
        argument(scripts, "m:sub", before[1]);
        argument(scripts, "m:sup", before[2]);
        place = append(scripts, "m:e");
    }
    Elements after(children.begin() + 1, split);
    for (; after.size() >= 2; after.resize(after.size() - 2)) {
        const pugi::xml_node scripts = append(place, "m:sSubSup");
        place = append(scripts, "m:e");
        argument(scripts, "m:sub", after[after.size() - 2]);
        argument(scripts, "m:sup", after.back());
    }
    write(children[0], place);
}

void write_phantom(pugi::xml_node element, pugi::xml_node out) {
    const pugi::xml_node phantom = append(out, "m:phant");
    append_value(append(phantom, "m:phantPr"), "m:show", "0");
    write_row(children_of(element), append(phantom, "m:e"));
}

void write_enclosed(pugi::xml_node element, pugi::xml_node out) {
    const std::string_view notation = element.attribute("notation").value();
    if (notation.find("box") == std::string_view::npos) return write_row(children_of(element), out);
    write_row(children_of(element), append(append(out, "m:borderBox"), "m:e"));
}

void write(pugi::xml_node element, pugi::xml_node out) {
    if (const std::optional<LargeOperator> large = large_operator(element))
        return write_large_operator(*large, {}, out);
    const std::string_view name = element.name();
    if (is_one_of(name, {"mi", "mn", "mo", "mtext", "ms"})) return write_token(element, out);
    if (name == "mspace") return write_text(" ", nullptr, out);
    if (name == "mfrac") return write_fraction(element, out);
    if (name == "msqrt" || name == "mroot") return write_root(element, out);
    if (name == "msub") return write_parts(element, "m:sSub", {"m:e", "m:sub"}, out);
    if (name == "msup") return write_parts(element, "m:sSup", {"m:e", "m:sup"}, out);
    if (name == "msubsup") return write_parts(element, "m:sSubSup", {"m:e", "m:sub", "m:sup"}, out);
    if (is_one_of(name, {"munder", "mover", "munderover"})) return write_limits(element, out);
    if (name == "mmultiscripts") return write_multiscripts(element, out);
    if (name == "mtable") return write_table(element, out);
    if (name == "mfenced") return write_fenced(element, out);
    if (name == "mphantom") return write_phantom(element, out);
    if (name == "menclose") return write_enclosed(element, out);
    if (name == "none" || name == "mprescripts") return;
    write_row(children_of(element), out);  // mrow, mstyle, mpadded, merror, mtd, and what is not known
}

}  // namespace

bool append_office_math(pugi::xml_node paragraph, std::string_view mathml, bool own_line) {
    pugi::xml_document clean;
    if (mathml.empty() || !package::append_mathml(clean, mathml)) return false;
    const pugi::xml_node formula = own_line ? append(paragraph, "m:oMathPara") : paragraph;
    write_row(children_of(clean.document_element()), append(formula, "m:oMath"));
    return true;
}

}  // namespace offprint::docx
