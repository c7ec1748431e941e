#include "checker/content_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include "offprint/text.hpp"
#include "package/package.hpp"

namespace offprint::epub::check {

namespace {

/// Where an element may stand.
enum Category : std::uint8_t {
    special = 0,  ///< only where a parent names it
    flow = 1,
    phrasing = 2 | flow,
};

/// What an element may hold.
enum class Holds : std::uint8_t {
    flow,
    phrasing,
    children,  ///< the elements that are named, and no text
    nothing,
    text,         ///< text alone
    transparent,  ///< what its parent may
    anything,     ///< not checked
};

struct ElementRule {
    std::string_view name;
    Category category;
    Holds holds;
    std::string_view children = {};    ///< those that stand in it beside what `holds` says
    std::string_view attributes = {};  ///< beside the global ones; those with '!' are required
};

constexpr auto rules = std::to_array<ElementRule>({
    {"a", phrasing, Holds::transparent, "", "href target download ping rel hreflang type referrerpolicy name"},
    {"abbr", phrasing, Holds::phrasing},
    {"address", flow, Holds::flow},
    {"area", phrasing, Holds::nothing, "",
     "alt coords shape href target download ping rel hreflang type referrerpolicy"},
    {"article", flow, Holds::flow},
    {"aside", flow, Holds::flow},
    {"audio", phrasing, Holds::anything, "", "src crossorigin preload autoplay loop muted controls mediagroup"},
    {"b", phrasing, Holds::phrasing},
    {"base", special, Holds::nothing, "", "href target"},
    {"bdi", phrasing, Holds::phrasing},
    {"bdo", phrasing, Holds::phrasing, "", "!dir"},
    {"blockquote", flow, Holds::flow, "", "cite"},
    {"body", special, Holds::flow},
    {"br", phrasing, Holds::nothing},
    {"button", phrasing, Holds::phrasing, "",
     "autofocus disabled form formaction formenctype formmethod formnovalidate formtarget name type value "
     "popovertarget "
     "popovertargetaction"},
    {"canvas", phrasing, Holds::anything, "", "width height"},
    {"caption", special, Holds::flow},
    {"cite", phrasing, Holds::phrasing},
    {"code", phrasing, Holds::phrasing},
    {"col", special, Holds::nothing, "", "span"},
    {"colgroup", special, Holds::children, "col script template", "span"},
    {"data", phrasing, Holds::phrasing, "", "!value"},
    {"datalist", phrasing, Holds::anything},
    {"dd", special, Holds::flow},
    {"del", phrasing, Holds::transparent, "", "cite datetime"},
    {"details", flow, Holds::flow, "summary", "open name"},
    {"dfn", phrasing, Holds::phrasing},
    {"dialog", flow, Holds::flow, "", "open"},
    {"div", flow, Holds::flow},
    {"dl", flow, Holds::children, "dt dd div script template"},
    {"dt", special, Holds::flow},
    {"em", phrasing, Holds::phrasing},
    {"embed", phrasing, Holds::anything, "", "*"},
    {"fieldset", flow, Holds::flow, "legend", "disabled form name"},
    {"figcaption", special, Holds::flow},
    {"figure", flow, Holds::flow, "figcaption"},
    {"footer", flow, Holds::flow},
    {"form", flow, Holds::flow, "", "accept-charset action autocomplete enctype method name novalidate target rel"},
    {"h1", flow, Holds::phrasing},
    {"h2", flow, Holds::phrasing},
    {"h3", flow, Holds::phrasing},
    {"h4", flow, Holds::phrasing},
    {"h5", flow, Holds::phrasing},
    {"h6", flow, Holds::phrasing},
    {"head", special, Holds::children, "title base link meta style script noscript template"},
    {"header", flow, Holds::flow},
    {"hgroup", flow, Holds::children, "h1 h2 h3 h4 h5 h6 p script template"},
    {"hr", flow, Holds::nothing},
    {"html", special, Holds::children, "head body", "manifest version"},
    {"i", phrasing, Holds::phrasing},
    {"iframe", phrasing, Holds::anything, "", "*"},
    {"img", phrasing, Holds::nothing, "",
     "alt !src srcset sizes crossorigin usemap ismap width height referrerpolicy decoding loading fetchpriority "
     "longdesc "
     "border name"},
    {"input", phrasing, Holds::nothing, "", "*"},
    {"ins", phrasing, Holds::transparent, "", "cite datetime"},
    {"kbd", phrasing, Holds::phrasing},
    {"label", phrasing, Holds::phrasing, "", "for"},
    {"legend", special, Holds::phrasing, "h1 h2 h3 h4 h5 h6 hgroup"},
    {"li", special, Holds::flow, "", "value"},
    {"link", special, Holds::nothing, "", "*"},
    {"main", flow, Holds::flow},
    {"map", phrasing, Holds::transparent, "", "!name"},
    {"mark", phrasing, Holds::phrasing},
    {"menu", flow, Holds::children, "li script template"},
    {"meta", special, Holds::nothing, "", "*"},
    {"meter", phrasing, Holds::phrasing, "", "value min max low high optimum"},
    {"nav", flow, Holds::flow},
    {"noscript", phrasing, Holds::anything},
    {"object", phrasing, Holds::anything, "", "*"},
    {"ol", flow, Holds::children, "li script template", "reversed start type"},
    {"optgroup", special, Holds::anything, "", "*"},
    {"option", special, Holds::anything, "", "*"},
    {"output", phrasing, Holds::phrasing, "", "for form name"},
    {"p", flow, Holds::phrasing},
    {"param", special, Holds::nothing, "", "*"},
    {"picture", phrasing, Holds::children, "source img script template"},
    {"pre", flow, Holds::phrasing},
    {"progress", phrasing, Holds::phrasing, "", "value max"},
    {"q", phrasing, Holds::phrasing, "", "cite"},
    {"rp", special, Holds::phrasing},
    {"rt", special, Holds::phrasing},
    {"ruby", phrasing, Holds::phrasing, "rt rp rb rtc"},
    {"s", phrasing, Holds::phrasing},
    {"samp", phrasing, Holds::phrasing},
    {"script", phrasing, Holds::anything, "", "*"},
    {"search", flow, Holds::flow},
    {"section", flow, Holds::flow},
    {"select", phrasing, Holds::anything, "", "*"},
    {"slot", phrasing, Holds::transparent, "", "name"},
    {"small", phrasing, Holds::phrasing},
    {"source", special, Holds::nothing, "", "*"},
    {"span", phrasing, Holds::phrasing},
    {"strong", phrasing, Holds::phrasing},
    {"style", special, Holds::text, "", "media type title blocking"},
    {"sub", phrasing, Holds::phrasing},
    {"summary", special, Holds::phrasing, "h1 h2 h3 h4 h5 h6 hgroup"},
    {"sup", phrasing, Holds::phrasing},
    {"table", flow, Holds::children, "caption colgroup thead tbody tfoot tr script template", "border"},
    {"tbody", special, Holds::children, "tr script template"},
    {"td", special, Holds::flow, "", "colspan rowspan headers"},
    {"template", phrasing, Holds::anything, "", "*"},
    {"textarea", phrasing, Holds::text, "", "*"},
    {"tfoot", special, Holds::children, "tr script template"},
    {"th", special, Holds::flow, "", "colspan rowspan headers scope abbr"},
    {"thead", special, Holds::children, "tr script template"},
    {"time", phrasing, Holds::phrasing, "", "datetime"},
    {"title", special, Holds::text},
    {"tr", special, Holds::children, "td th script template"},
    {"track", special, Holds::nothing, "", "*"},
    {"u", phrasing, Holds::phrasing},
    {"ul", flow, Holds::children, "li script template"},
    {"var", phrasing, Holds::phrasing},
    {"video", phrasing, Holds::anything, "",
     "src crossorigin poster preload autoplay playsinline loop muted controls width height mediagroup"},
    {"wbr", phrasing, Holds::nothing},
});

constexpr std::string_view global_attributes =
    "accesskey autocapitalize autofocus class contenteditable contextmenu dir draggable dropzone enterkeyhint hidden "
    "id "
    "inert inputmode is itemid itemprop itemref itemscope itemtype lang nonce popover role slot spellcheck style "
    "tabindex "
    "title translate writingsuggestions typeof property resource prefix vocab about content datatype inlist rel rev";

/// Attributes with few values.
struct EnumeratedAttribute {
    std::string_view element;
    std::string_view attribute;
    std::string_view values;
};
constexpr auto enumerated_attributes = std::to_array<EnumeratedAttribute>({
    {"ol", "type", "1 a A i I"},
    {"th", "scope", "row col rowgroup colgroup"},
});

/// The roles of WAI-ARIA 1.2 and of Digital Publishing WAI-ARIA 1.1.
constexpr std::string_view roles =
    "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox "
    "complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid "
    "gridcell group heading img image insertion link list listbox listitem log main mark marquee math menu menubar "
    "menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar "
    "radio "
    "radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong "
    "subscript suggestion superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree "
    "treegrid treeitem "
    "doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry doc-bibliography "
    "doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit doc-credits doc-dedication doc-endnote "
    "doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary doc-glossref "
    "doc-index doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist "
    "doc-part "
    "doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc";

/// An element must not stand anywhere within another.
struct Exclusion {
    std::string_view outer;
    std::string_view inner;
};
constexpr auto exclusions = std::to_array<Exclusion>({
    {"a", "a button details embed iframe label select textarea"},
    {"button", "a button details embed iframe label select textarea"},
    {"address", "address header footer"},
    {"header", "header footer"},
    {"footer", "header footer"},
    {"caption", "table"},
    {"dfn", "dfn"},
    {"form", "form"},
    {"label", "label"},
    {"meter", "meter"},
    {"progress", "progress"},
    {"audio", "audio video"},
    {"video", "audio video"},
});

/// Children that stand in this order, each of them at most once; '*' after what may repeat.
struct Order {
    std::string_view parent;
    std::string_view children;
};
constexpr auto orders = std::to_array<Order>({
    {"html", "head body"},
    {"table", "caption colgroup* thead tbody* tr* tfoot"},
});

/// Children that must be there.
constexpr auto required_children = std::to_array<Order>({
    {"html", "head body"},
    {"picture", "img"},
});

const ElementRule* rule_of(std::string_view name) {
    const auto found =
        std::lower_bound(rules.begin(), rules.end(), name,
                         [](const ElementRule& rule, std::string_view wanted) { return rule.name < wanted; });
    return found != rules.end() && found->name == name ? &*found : nullptr;
}

class ContentModelCheck {
public:
    ContentModelCheck(Findings& findings, const std::string& path, const XmlDocument& document)
        : findings_(findings), path_(path), document_(document), states_(document.elements.size()) {}

    void run() {
        if (!document_.root()->is(xhtml_namespace, "html"))
            return invalid(*document_.root(), "the root is no 'html' element of the namespace of XHTML");
        for (std::size_t i = 0; i < document_.elements.size(); ++i) check(i);
    }

private:
    /// What is known of an element while its descendants are checked.
    struct State {
        const ElementRule* rule = nullptr;  ///< null: not of XHTML, or not known
        Holds holds = Holds::anything;      ///< without `transparent`: that of the parent in its place
        std::uint32_t excluded = 0;         ///< bits of `exclusions`: within which it stands
    };

    void invalid(const XmlElement& element, std::string_view message) {
        findings_.report(Severity::error, "epub.rsc-005", {path_, element.place}, message);
    }

    void check(std::size_t index) {
        const XmlElement& element = document_.elements[index];
        State& state = states_[index];
        const State* parent = element.parent == XmlElement::none ? nullptr : &states_[element.parent];
        if (parent != nullptr) state.excluded = parent->excluded;
        if (element.space != xhtml_namespace) {
            check_foreign(element, parent);
            return;
        }
        state.rule = rule_of(element.name);
        if (state.rule == nullptr) {
            // Custom elements have a hyphen.
            if (element.name.find('-') == std::string_view::npos)
                invalid(element, fmt::format("there is no element '{}' in XHTML", element.name));
            return;
        }
        state.holds = state.rule->holds;
        if (state.holds == Holds::transparent) state.holds = parent == nullptr ? Holds::flow : parent->holds;
        if (parent != nullptr) check_place(element, *state.rule, *parent);
        check_exclusions(element, state);
        check_text(element, state.holds);
        check_attributes(element, *state.rule);
        check_children(element);
    }

    /// SVG and MathML are phrasing content.
    void check_foreign(const XmlElement& element, const State* parent) {
        if (parent == nullptr || parent->rule == nullptr) return;
        if (parent->holds == Holds::children || parent->holds == Holds::nothing || parent->holds == Holds::text)
            invalid(element, fmt::format("'{}' is not allowed in '{}'", element.name, parent->rule->name));
    }

    void check_place(const XmlElement& element, const ElementRule& rule, const State& parent) {
        if (parent.rule == nullptr || parent.holds == Holds::anything) return;
        const bool fits = (parent.holds == Holds::flow && (rule.category & flow) != 0) ||
                          (parent.holds == Holds::phrasing && (rule.category & phrasing) == phrasing) ||
                          has_word(parent.rule->children, rule.name) || is_in_definition_group(element);
        if (!fits) invalid(element, fmt::format("'{}' is not allowed in '{}'", rule.name, parent.rule->name));
    }

    /// A `div` in a definition list holds what the list may.
    bool is_in_definition_group(const XmlElement& element) const {
        const XmlElement& group = document_.elements[element.parent];
        return (element.name == "dt" || element.name == "dd") && group.is(xhtml_namespace, "div") &&
               group.parent != XmlElement::none && document_.elements[group.parent].is(xhtml_namespace, "dl");
    }

    void check_exclusions(const XmlElement& element, State& state) {
        for (std::size_t i = 0; i < exclusions.size(); ++i) {
            const std::uint32_t bit = std::uint32_t{1} << i;
            if ((state.excluded & bit) != 0 && has_word(exclusions[i].inner, element.name))
                invalid(element, fmt::format("'{}' is not allowed within '{}'", element.name, exclusions[i].outer));
            if (exclusions[i].outer == element.name) state.excluded |= bit;
        }
    }

    void check_text(const XmlElement& element, Holds holds) {
        if ((holds == Holds::children || holds == Holds::nothing) && !trim_xml(element.text).empty())
            invalid(element, fmt::format("there is text in '{}', where none is allowed", element.name));
        if (element.name == "title" && !element.has_text) invalid(element, "'title' is empty");
    }

    void check_attributes(const XmlElement& element, const ElementRule& rule) {
        const bool has_any = rule.attributes == "*";
        for (const XmlAttribute& attribute : element.attributes) {
            const std::string_view name = attribute.name;
            if (!attribute.space.empty() || has_any || name.starts_with("data-") || name.starts_with("aria-") ||
                name.starts_with("on") || has_word(global_attributes, name))
                continue;
            if (!has_word(rule.attributes, name) && !has_word(rule.attributes, "!" + std::string(name)))
                invalid(element, fmt::format("'{}' has no attribute '{}'", rule.name, name));
        }
        for (const std::string_view word : split_words(rule.attributes))
            if (word.starts_with('!') && element.find(word.substr(1)) == nullptr)
                invalid(element, fmt::format("'{}' lacks the attribute '{}'", rule.name, word.substr(1)));
        check_values(element);
    }

    void check_values(const XmlElement& element) {
        if (const std::string* start = element.find("start"); start != nullptr && element.name == "ol")
            if (start->empty() ||
                start->find_first_not_of("0123456789", start->front() == '-' ? 1 : 0) != std::string::npos)
                invalid(element, fmt::format("'{}' is no number for 'start'", *start));
        if (const std::string* direction = element.find("dir"))
            if (!has_word("ltr rtl auto", to_lower_ascii(*direction)))
                invalid(element, fmt::format("'{}' is no direction", *direction));
        for (const std::string_view name : {"colspan", "rowspan", "span"}) {
            const std::string* number = element.find(name);
            if (number == nullptr) continue;
            const std::string_view digits = trim_xml(*number);
            const bool is_zero = digits.find_first_not_of('0') == std::string_view::npos && name != "rowspan";
            if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos || is_zero)
                invalid(element, fmt::format("'{}' is no number for '{}'", *number, name));
        }
        for (const EnumeratedAttribute& known : enumerated_attributes) {
            const std::string* value = known.element == element.name ? element.find(known.attribute) : nullptr;
            if (value != nullptr && !has_word(known.values, *value))
                invalid(element, fmt::format("'{}' is no value of '{}'", *value, known.attribute));
        }
        for (const std::string_view role : split_words(element.value("role")))
            if (!has_word(roles, to_lower_ascii(role))) invalid(element, fmt::format("there is no role '{}'", role));
        const std::string* language = element.find("lang");
        const std::string* xml_language = element.find("lang", xml_namespace);
        if (language != nullptr && xml_language != nullptr &&
            to_lower_ascii(*language) != to_lower_ascii(*xml_language))
            invalid(element, "'lang' and 'xml:lang' differ");
    }

    void check_children(const XmlElement& element) {
        for (const Order& order : orders)
            if (order.parent == element.name) check_order(element, split_words(order.children));
        for (const Order& required : required_children) {
            if (required.parent != element.name) continue;
            for (const std::string_view name : split_words(required.children))
                if (document_.child(element, xhtml_namespace, name) == nullptr)
                    invalid(element, fmt::format("'{}' is missing in '{}'", name, element.name));
        }
        if (element.name == "dl") check_definitions(element);
        if (element.name == "figure") check_single(element, "figcaption");
    }

    void check_order(const XmlElement& element, const std::vector<std::string_view>& expected) {
        std::size_t reached = 0;
        for (const XmlElement* child : document_.children(element)) {
            const auto place = std::find_if(expected.begin(), expected.end(), [&](std::string_view word) {
                return word == child->name || (word.ends_with('*') && word.substr(0, word.size() - 1) == child->name);
            });
            if (place == expected.end()) continue;
            const auto index = static_cast<std::size_t>(place - expected.begin());
            if (index < reached)
                invalid(*child, fmt::format("'{}' stands too late in '{}'", child->name, element.name));
            reached = std::max(reached, index + (place->ends_with('*') ? 0 : 1));
        }
    }

    /// Terms, then their definitions, and so on; or groups of them.
    void check_definitions(const XmlElement& list) {
        std::string_view last;
        for (const XmlElement* child : document_.children(list)) {
            if (child->name == "dd" && last.empty()) invalid(*child, "'dd' without 'dt'");
            if (child->name == "dt" || child->name == "dd") last = child->name;
        }
        if (last == "dt") invalid(list, "the last 'dt' has no 'dd'");
    }

    void check_single(const XmlElement& element, std::string_view name) {
        int count = 0;
        for (const XmlElement* child : document_.children(element))
            if (child->is(xhtml_namespace, name) && ++count == 2)
                invalid(*child, fmt::format("'{}' stands twice in '{}'", name, element.name));
    }

    Findings& findings_;
    const std::string& path_;
    const XmlDocument& document_;
    std::vector<State> states_;
};

}  // namespace

void check_content_model(Findings& findings, const std::string& path, const XmlDocument& document) {
    if (document.root() != nullptr) ContentModelCheck(findings, path, document).run();
}

}  // namespace offprint::epub::check
