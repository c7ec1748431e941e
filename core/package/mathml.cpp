#include <algorithm>
#include <array>
#include <string>

#include "offprint/text.hpp"
#include "package/foreign_markup.hpp"
#include "package/xml.hpp"

namespace offprint::package {

namespace {

constexpr int depth_limit = 256;

// How an element's content is made (MathML 3, section 3.1.3).
enum class Content { token, empty, row, scripts, rows, cells, exactly_2 = 102, exactly_3 = 103 };

struct ElementRule {
    std::string_view name;
    Content content;
};

constexpr auto element_rules = std::to_array<ElementRule>({
    {"mi", Content::token},
    {"mn", Content::token},
    {"mo", Content::token},
    {"mtext", Content::token},
    {"ms", Content::token},
    {"mspace", Content::empty},
    {"none", Content::empty},
    {"mprescripts", Content::empty},
    {"mrow", Content::row},
    {"msqrt", Content::row},
    {"mstyle", Content::row},
    {"merror", Content::row},
    {"mpadded", Content::row},
    {"mphantom", Content::row},
    {"mfenced", Content::row},
    {"menclose", Content::row},
    {"mtd", Content::row},
    {"mfrac", Content::exactly_2},
    {"mroot", Content::exactly_2},
    {"msub", Content::exactly_2},
    {"msup", Content::exactly_2},
    {"munder", Content::exactly_2},
    {"mover", Content::exactly_2},
    {"msubsup", Content::exactly_3},
    {"munderover", Content::exactly_3},
    {"mmultiscripts", Content::scripts},
    {"mtable", Content::rows},
    {"mtr", Content::cells},
});

enum class Value { text, boolean, length, lengths, count, integer, choice, choices };

// Where an attribute may stand and what it may say. Attributes of colour and font are left to the
// reading system; those of reference and script have no place in a book.
struct AttributeRule {
    std::string_view name;
    std::string_view elements;
    Value value;
    std::string_view choices = {};
};

constexpr std::string_view sides = " left center right ";
constexpr std::string_view vertical = " top bottom center baseline axis ";
constexpr std::string_view lines = " none solid dashed ";

constexpr auto attribute_rules = std::to_array<AttributeRule>({
    {"mathvariant", " mi mn mo mtext ms ", Value::choice,
     " normal bold italic bold-italic double-struck bold-fraktur script bold-script fraktur sans-serif "
     "bold-sans-serif sans-serif-italic sans-serif-bold-italic monospace initial tailed looped stretched "},
    {"dir", " math mrow mi mn mo mtext ms ", Value::choice, " ltr rtl "},
    {"display", " math ", Value::choice, " block inline "},
    {"alttext", " math ", Value::text},
    {"displaystyle", " math mstyle mtable ", Value::boolean},
    {"scriptlevel", " mstyle ", Value::integer},
    {"form", " mo ", Value::choice, " prefix infix postfix "},
    {"fence", " mo ", Value::boolean},
    {"separator", " mo ", Value::boolean},
    {"stretchy", " mo ", Value::boolean},
    {"symmetric", " mo ", Value::boolean},
    {"largeop", " mo ", Value::boolean},
    {"movablelimits", " mo ", Value::boolean},
    {"accent", " mo mover munderover ", Value::boolean},
    {"accentunder", " munder munderover ", Value::boolean},
    {"lspace", " mo ", Value::length},
    {"rspace", " mo ", Value::length},
    {"minsize", " mo ", Value::length},
    {"maxsize", " mo ", Value::length},
    {"width", " mspace mpadded mtable ", Value::length},
    {"height", " mspace mpadded ", Value::length},
    {"depth", " mspace mpadded ", Value::length},
    {"voffset", " mpadded ", Value::length},
    {"linethickness", " mfrac ", Value::length},
    {"bevelled", " mfrac ", Value::boolean},
    {"numalign", " mfrac ", Value::choice, sides},
    {"denomalign", " mfrac ", Value::choice, sides},
    {"open", " mfenced ", Value::text},
    {"close", " mfenced ", Value::text},
    {"separators", " mfenced ", Value::text},
    {"notation", " menclose ", Value::text},
    {"columnalign", " mtable mtr ", Value::choices, sides},
    {"columnalign", " mtd ", Value::choice, sides},
    {"rowalign", " mtable ", Value::choices, vertical},
    {"rowalign", " mtr mtd ", Value::choice, vertical},
    {"columnlines", " mtable ", Value::choices, lines},
    {"rowlines", " mtable ", Value::choices, lines},
    {"frame", " mtable ", Value::choice, lines},
    {"columnspacing", " mtable ", Value::lengths},
    {"rowspacing", " mtable ", Value::lengths},
    {"columnspan", " mtd ", Value::count},
    {"rowspan", " mtd ", Value::count},
});

// `list` is separated, started and ended by spaces.
bool contains_word(std::string_view list, std::string_view word) {
    if (word.empty() || word.find(' ') != std::string_view::npos) return false;
    std::string padded = " ";
    padded.append(word).append(" ");
    return list.find(padded) != std::string_view::npos;
}

bool is_digits(std::string_view text) {
    return !text.empty() && text.size() <= 4 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A number with a unit or none, or a named space (MathML 3, section 2.1.5).
bool is_length(std::string_view text) {
    constexpr std::string_view named =
        " veryverythinmathspace verythinmathspace thinmathspace mediummathspace thickmathspace verythickmathspace "
        "veryverythickmathspace ";
    if (contains_word(named, text)) return true;
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t number_end = std::min(text.find_first_not_of("0123456789."), text.size());
    const std::string_view number = text.substr(0, number_end);
    const std::string_view unit = text.substr(number_end);
    return !number.empty() && std::ranges::count(number, '.') <= 1 && number != "." &&
           (unit.empty() || contains_word(" em ex in cm mm px pt pc % ", unit));
}

template <class Predicate>
bool every_word(std::string_view text, Predicate holds) {
    bool any = false;
    while (!(text = trim(text)).empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (!holds(text.substr(0, end))) return false;
        text.remove_prefix(end);
        any = true;
    }
    return any;
}

bool is_valid(const AttributeRule& rule, std::string_view value) {
    switch (rule.value) {
        case Value::text:
            return true;
        case Value::boolean:
            return value == "true" || value == "false";
        case Value::length:
            return is_length(value);
        case Value::lengths:
            return every_word(value, is_length);
        case Value::count:
            return is_digits(value) && value.find_first_not_of('0') != std::string_view::npos;
        case Value::integer:
            return is_digits(value.starts_with('-') || value.starts_with('+') ? value.substr(1) : value);
        case Value::choice:
            return contains_word(rule.choices, value);
        case Value::choices:
            return every_word(value, [&](std::string_view word) { return contains_word(rule.choices, word); });
    }
    return false;
}

void copy_attributes(pugi::xml_node from, pugi::xml_node to) {
    for (pugi::xml_attribute attribute : from.attributes()) {
        const std::string value = clean_xml_text(attribute.value());
        const bool allowed = std::ranges::any_of(attribute_rules, [&](const AttributeRule& rule) {
            return rule.name == attribute.name() && contains_word(rule.elements, to.name()) && is_valid(rule, value);
        });
        if (allowed) set(to, attribute.name(), value);
    }
}

std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The words of a token, without the markup that HTML may have put into it. Recursion is bounded
// because the depth was measured before.
void collect_text(pugi::xml_node node, std::string& text) {
    for (pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_element)
            collect_text(child, text);
        else
            text += child.value();
    }
}

void copy_expressions(pugi::xml_node from, pugi::xml_node to);

std::size_t count_children(pugi::xml_node node) {
    const auto children = node.children();
    return static_cast<std::size_t>(std::distance(children.begin(), children.end()));
}

// The schema counts arguments, so missing ones become empty rows and surplus ones go.
void require_arguments(pugi::xml_node element, std::size_t wanted) {
    std::size_t count = count_children(element);
    for (; count < wanted; ++count) append(element, "mrow");
    for (; count > wanted; --count) element.remove_child(element.last_child());
}

// A base, pairs of scripts, and perhaps mprescripts with more pairs (MathML 3, section 3.4.7).
void repair_scripts(pugi::xml_node element) {
    const pugi::xml_node first = element.first_child();
    if (!first || std::string_view(first.name()) == "mprescripts" || std::string_view(first.name()) == "none")
        element.prepend_child("mrow");
    bool paired = true;
    bool divided = false;
    for (pugi::xml_node child = element.first_child().next_sibling(); child;) {
        const pugi::xml_node next = child.next_sibling();
        if (std::string_view(child.name()) != "mprescripts") {
            paired = !paired;
        } else if (divided) {
            element.remove_child(child);
        } else {
            divided = true;
            if (!paired) element.insert_child_before("none", child);
            paired = true;
        }
        child = next;
    }
    if (!paired) append(element, "none");
}

void copy_cells(pugi::xml_node from, pugi::xml_node to) {
    for (pugi::xml_node child : from.children()) {
        if (local_name(child) != "mtd") continue;
        pugi::xml_node cell = append(to, "mtd");
        copy_attributes(child, cell);
        copy_expressions(child, cell);
    }
}

void copy_rows(pugi::xml_node from, pugi::xml_node to) {
    for (pugi::xml_node child : from.children()) {
        const bool labelled = local_name(child) == "mlabeledtr";
        if (!labelled && local_name(child) != "mtr") continue;
        pugi::xml_node row = append(to, "mtr");
        copy_attributes(child, row);
        copy_cells(child, row);
        // The label of a row has no place of its own in a book's narrow column.
        if (labelled) row.remove_child(row.first_child());
    }
}

void copy_content(pugi::xml_node from, pugi::xml_node to, Content content) {
    switch (content) {
        case Content::token: {
            std::string text;
            collect_text(from, text);
            append_text(to, collapse_space(clean_xml_text(text)));
            return;
        }
        case Content::empty:
            return;
        case Content::row:
            return copy_expressions(from, to);
        case Content::scripts:
            copy_expressions(from, to);
            return repair_scripts(to);
        case Content::rows:
            return copy_rows(from, to);
        case Content::cells:
            return copy_cells(from, to);
        case Content::exactly_2:
            copy_expressions(from, to);
            return require_arguments(to, 2);
        case Content::exactly_3:
            copy_expressions(from, to);
            return require_arguments(to, 3);
    }
}

void copy_expression(pugi::xml_node from, pugi::xml_node to) {
    const std::string_view name = local_name(from);
    if (name == "semantics" || name == "maction") {
        // The first child is the presentation; what follows annotates it or waits for a click.
        for (pugi::xml_node child : from.children())
            if (child.type() == pugi::node_element) return copy_expression(child, to);
        return;
    }
    const auto rule = std::ranges::find(element_rules, name, &ElementRule::name);
    if (rule == element_rules.end()) {
        // A nested math, or mstack's parts: a row of what they hold. Content MathML has nothing to show.
        if (name == "math" || name == "mstack" || name == "msrow" || name == "msgroup")
            copy_expressions(from, append(to, "mrow"));
        return;
    }
    const bool in_scripts = std::string_view(to.name()) == "mmultiscripts";
    if (!in_scripts && (name == "none" || name == "mprescripts")) return;
    pugi::xml_node copy = append(to, rule->name.data());
    copy_attributes(from, copy);
    copy_content(from, copy, rule->content);
}

void copy_expressions(pugi::xml_node from, pugi::xml_node to) {
    for (pugi::xml_node child : from.children())
        if (child.type() == pugi::node_element) copy_expression(child, to);
}

// Without recursion, for this is the test that makes recursion safe.
bool is_shallow(pugi::xml_node root) {
    struct Depth final : pugi::xml_tree_walker {
        bool for_each(pugi::xml_node&) override { return depth() < depth_limit; }
    } walker;
    return root.traverse(walker);
}

}  // namespace

bool append_mathml(pugi::xml_node parent, std::string_view mathml) {
    pugi::xml_document source;
    if (!source.load_buffer(mathml.data(), mathml.size(), pugi::parse_default, pugi::encoding_utf8)) return false;
    const pugi::xml_node root = source.document_element();
    if (local_name(root) != "math" || !is_shallow(root)) return false;

    pugi::xml_node math = append(parent, "math");
    set(math, "xmlns", "http://www.w3.org/1998/Math/MathML");
    copy_attributes(root, math);
    copy_expressions(root, math);
    if (math.first_child()) return true;
    parent.remove_child(math);
    return false;
}

}  // namespace offprint::package
