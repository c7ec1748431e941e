#include "carried_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "markup.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "schema_order.hpp"

namespace offprint::docx {

namespace {

std::string_view prefix_of(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

template <std::size_t n>
bool is_one_of(std::string_view text, const std::string_view (&list)[n]) {
    return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

/// Namespaces that the standard has, and those of drawings that Word understands without being told.
bool is_kept(std::string_view prefix) {
    static constexpr std::string_view kept[] = {"w",   "r",   "m", "wp", "a",    "pic",
                                                "wps", "wpg", "v", "o",  "asvg", "adec"};
    return is_one_of(prefix, kept);
}

/// Marks of places, and what only has a meaning with parts that stay behind.
bool is_left_behind(std::string_view element) {
    static constexpr std::string_view names[] = {"w:bookmarkStart",   "w:bookmarkEnd",      "w:commentRangeStart",
                                                 "w:commentRangeEnd", "w:commentReference", "w:annotationRef",
                                                 "w:altChunk",        "w:subDoc",           "w:object",
                                                 "w:control",         "w:printerSettings"};
    return is_one_of(element, names);
}

/// Instructions that would have Word fetch something (17.16.5).
bool fetches(std::string_view instruction) {
    static constexpr std::string_view commands[] = {"INCLUDE", "IMPORT", "LINK", "DDE", "DATABASE", "//", "\\\\"};
    std::string upper(instruction);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return std::any_of(std::begin(commands), std::end(commands),
                       [&](std::string_view command) { return upper.find(command) != std::string::npos; });
}

void unwrap(pugi::xml_node element) {
    pugi::xml_node parent = element.parent();
    while (const pugi::xml_node child = element.first_child()) parent.insert_move_before(child, element);
    parent.remove_child(element);
}

void collect_prefixes(pugi::xml_node node, std::set<std::string_view>& prefixes) {
    if (node.type() != pugi::node_element) return;
    prefixes.insert(prefix_of(node.name()));
    for (const pugi::xml_attribute attribute : node.attributes()) prefixes.insert(prefix_of(attribute.name()));
    for (const pugi::xml_node child : node.children()) collect_prefixes(child, prefixes);
}

}  // namespace

/// One part on its way. Elements that cannot come along take those around them with them, up to one of
/// WordprocessingML: a picture without its bytes is no picture.
class CarriedParts::Cleaning {
public:
    Cleaning(CarriedParts& parts, const std::string& source, const std::string& name)
        : parts_(parts),
          known_(parts.package_.relationships_of(source)),
          folder_(name.substr(0, name.rfind('/') + 1)) {}

    void clean_root(pugi::xml_node root) {
        clean_attributes(root);
        clean_children(root);
    }

    Relationships& relationships() { return relationships_; }

private:
    /// False if the element has to go.
    bool clean(pugi::xml_node element) {
        const std::string_view name = element.name();
        if (!is_kept(prefix_of(name)) || is_left_behind(name)) return false;
        if (name == "wp:docPr") set_number(element, "id", ++parts_.drawings_);
        bool stays = clean_attributes(element);
        if (name == "w:instrText" && fetches(element.text().get())) stays = lose();
        if (name == "w:fldSimple" && fetches(element.attribute("w:instr").value())) stays = lose();
        return clean_children(element) && stays;
    }

    bool clean_children(pugi::xml_node element) {
        bool is_whole = true;
        for (pugi::xml_node child = element.first_child(); child;) {
            const pugi::xml_node next = child.next_sibling();
            if (std::string_view(child.name()) == "mc:AlternateContent") {
                const pugi::xml_node first = child.first_child();
                unwrap(child);
                child = first ? first : next;
                continue;
            }
            if (child.type() == pugi::node_element && !clean(child)) {
                is_whole = is_whole && !is_essential(child);
                remove(child);
            }
            child = next;
        }
        return is_whole || is_text(element.name());
    }

    /// Markup of text, which means something whatever goes from it.
    static bool is_text(std::string_view name) {
        return prefix_of(name) == "w" && name != "w:drawing" && name != "w:pict";
    }

    /// Text stays where only its link or field goes.
    static void remove(pugi::xml_node child) {
        const std::string_view name = child.name();
        if (name == "w:hyperlink" || name == "w:fldSimple")
            unwrap(child);
        else
            child.parent().remove_child(child);
    }

    /// True if what is around it means nothing without it.
    static bool is_essential(pugi::xml_node child) {
        static constexpr std::string_view dispensable[] = {"a:hlinkClick", "a:hlinkHover", "a:ext"};
        return is_kept(prefix_of(child.name())) && prefix_of(child.name()) != "w" &&
               !is_one_of(child.name(), dispensable);
    }

    /// False if something that the element refers to stays behind.
    bool clean_attributes(pugi::xml_node element) {
        bool is_whole = true;
        for (pugi::xml_attribute attribute = element.first_attribute(); attribute;) {
            const pugi::xml_attribute next = attribute.next_attribute();
            const std::string_view name = attribute.name();
            const std::string_view prefix = prefix_of(name);
            static constexpr std::string_view addresses[] = {"src", "href", "o:href", "o:relid"};
            const bool leads_out = prefix_of(element.name()) == "v" && is_one_of(name, addresses);
            if (name.starts_with("xmlns") || leads_out || (!prefix.empty() && prefix != "xml" && !is_kept(prefix)))
                element.remove_attribute(attribute);
            else if (prefix == "r")
                is_whole = follow(attribute) && is_whole;
            attribute = next;
        }
        return is_whole;
    }

    /// Makes the attribute name a relationship of the new part; false if there can be none.
    bool follow(pugi::xml_attribute attribute) {
        const Relationship* relationship = known_.find(attribute.value());
        if (!relationship) return lose();
        const bool is_link = relationship->type == "hyperlink" && relationship->is_external;
        if (is_link && is_safe_link(relationship->target))
            return attribute.set_value(relationships_.add_link(encode_url(relationship->target)).c_str());
        const std::string* medium = relationship->is_external ? nullptr : parts_.add_medium(*relationship);
        if (!medium) return lose();
        const bool is_beside = folder_ == "word/";
        const std::string target = is_beside ? medium->substr(folder_.size()) : "/" + *medium;
        return attribute.set_value(relationships_.add(relationship->type, target).c_str());
    }

    bool lose() {
        parts_.report_loss();
        return false;
    }

    CarriedParts& parts_;
    PartRelationships known_;
    Relationships relationships_;
    std::string folder_;
};

std::optional<Part> CarriedParts::carry(const std::string& source, std::string name, std::string content_type,
                                        const StyleNames* styles) {
    std::optional<XmlPart> xml = package_.read_xml(source);
    if (!xml || !xml->root()) return std::nullopt;
    return carry(*xml, source, std::move(name), std::move(content_type), styles);
}

Part CarriedParts::carry(XmlPart& xml, const std::string& source, std::string name, std::string content_type,
                         const StyleNames* styles) {
    Cleaning cleaning(*this, source, name);
    cleaning.clean_root(xml.root());
    if (styles) rename_styles(xml.root(), *styles);
    put_in_schema_order(xml.root());
    return {std::move(name), std::move(content_type), serialized(xml.root()), std::move(cleaning.relationships())};
}

const std::string* CarriedParts::add_medium(const Relationship& relationship) {
    const std::string& source = relationship.target;
    if (const auto known = media_names_.find(source); known != media_names_.end()) return &known->second;
    const std::string type = package_.content_type(source);
    const bool is_image = relationship.type == "image" && type.starts_with("image/");
    const bool is_font = relationship.type == "font" && type.find("font") != std::string::npos;
    std::optional<std::string> bytes = is_image || is_font ? package_.read(source) : std::nullopt;
    if (!bytes) return nullptr;
    const std::size_t dot = std::min(source.rfind('.'), source.size());
    std::string name = fmt::format("word/media/reference{}{}", media_.size() + 1, to_lower_ascii(source.substr(dot)));
    media_.push_back({name, type, std::move(*bytes)});
    return &media_names_.emplace(source, std::move(name)).first->second;
}

void CarriedParts::report_loss() {
    if (has_reported_) return;
    has_reported_ = true;
    context_.report(Severity::warning, "docx.reference-cut",
                    "what the reference document links to or runs in its headers and footers stays behind");
}

std::string serialized(pugi::xml_node root) {
    std::set<std::string_view> prefixes;
    collect_prefixes(root, prefixes);
    pugi::xml_document part;
    pugi::xml_node copy = part.append_copy(root);
    for (const std::string_view prefix : prefixes)
        if (const std::string_view uri = namespace_uri(prefix); !uri.empty())
            set(copy, ("xmlns:" + std::string(prefix)).c_str(), uri);
    return package::serialize(part);
}

}  // namespace offprint::docx
