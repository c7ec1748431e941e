#include "package/xml_part.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "offprint/limits.hpp"

namespace offprint::docx {

namespace {

struct Namespace {
    std::string_view uri;
    std::string_view prefix;
};

constexpr Namespace namespaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    {"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    {"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    {"http://schemas.openxmlformats.org/drawingml/2006/chart", "c"},
    {"http://purl.oclc.org/ooxml/drawingml/chart", "c"},
    {"http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"},
    {"http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing", "wp14"},
    {"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
    {"http://schemas.microsoft.com/office/word/2012/wordml", "w15"},
    {"http://schemas.microsoft.com/office/drawing/2010/main", "a14"},
    {"http://schemas.microsoft.com/office/drawing/2016/SVG/main", "asvg"},
    {"http://schemas.microsoft.com/office/drawing/2017/decorative", "adec"},
    {"urn:schemas-microsoft-com:vml", "v"},
    {"urn:schemas-microsoft-com:office:office", "o"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    {"http://schemas.openxmlformats.org/package/2006/content-types", "ct"},
    {"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "ep"},
    {"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", "ep"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "op"},
    {"http://purl.oclc.org/ooxml/officeDocument/customProperties", "op"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", "vt"},
    {"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes", "vt"},
};

std::string_view canonical_prefix(std::string_view uri) {
    const auto* const found = std::ranges::find(namespaces, uri, &Namespace::uri);
    return found == std::end(namespaces) ? std::string_view("other") : found->prefix;
}

/// Walks over the tree once, without recursion: gives names their prefixes, takes one branch of alternatives and cuts
/// off what is too deep.
class Canonicalizer {
public:
    Canonicalizer(pugi::xml_document& tree, Context& context) : tree_(tree), context_(context) {}

    /// True if nothing was too deep.
    bool run() {
        pugi::xml_node node = tree_.document_element();
        if (!node) return true;
        // Not removed, which pugixml does by recursion, but put where nobody looks: behind the root.
        attic_ = tree_.append_child("attic");
        int depth = 1;
        while (node) {
            node = enter(node, depth);
            if (depth == XmlPart::greatest_depth && node.first_child()) {
                empty(node, attic_);
                is_cut_ = true;
            }
            if (node.first_child()) {
                node = node.first_child();
                ++depth;
                continue;
            }
            while (node && !node.next_sibling() && depth > 1) {
                leave(depth--);
                node = node.parent();
            }
            leave(depth);
            node = depth == 1 ? pugi::xml_node() : node.next_sibling();
        }
        return !is_cut_;
    }

private:
    struct Binding {
        std::string_view prefix;
        std::string_view canonical;
        int depth;
    };

    /// Moves the children of `from` behind those of `to`.
    static void empty(pugi::xml_node from, pugi::xml_node to) {
        while (const pugi::xml_node child = from.first_child()) to.append_move(child);
    }

    /// Gives the node its name; of alternatives the first element of the branch that is taken, in their place.
    pugi::xml_node enter(pugi::xml_node node, int depth) {
        context_.checkpoint();
        if (node.type() != pugi::node_element) return node;
        bind(node, depth);
        rename(node);
        for (pugi::xml_attribute attribute : node.attributes())
            if (std::string_view(attribute.name()).find(':') != std::string_view::npos) rename(attribute);
        if (std::string_view(node.name()) == "mc:AlternateContent") choose(node, depth);
        return node;
    }

    void bind(pugi::xml_node node, int depth) {
        for (const pugi::xml_attribute attribute : node.attributes()) {
            std::string_view name = attribute.name();
            if (!name.starts_with("xmlns") || (name.size() > 5 && name[5] != ':')) continue;
            name.remove_prefix(std::min<std::size_t>(6, name.size()));
            bindings_.push_back({name, canonical_prefix(attribute.value()), depth});
        }
    }

    void leave(int depth) {
        while (!bindings_.empty() && bindings_.back().depth >= depth) bindings_.pop_back();
    }

    std::string_view canonical(std::string_view prefix) const {
        for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding)
            if (binding->prefix == prefix) return binding->canonical;
        // What nobody declared is no namespace at all, but everybody knows what is meant.
        const auto* const known = std::ranges::find(namespaces, prefix, &Namespace::prefix);
        return known == std::end(namespaces) ? std::string_view("other") : known->prefix;
    }

    template <class Named>
    void rename(Named named) const {
        const std::string_view name = named.name();
        const std::size_t colon = name.find(':');
        const std::string_view prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
        if (prefix == "xml" || prefix == "xmlns" || (prefix.empty() && bindings_.empty())) return;
        const std::string_view wanted = canonical(prefix);
        if (wanted == prefix) return;
        named.set_name(fmt::format("{}:{}", wanted, name.substr(colon + 1)).c_str());  // npos + 1 == 0
    }

    /// What `Requires` of a choice names, as prefixes that are bound where it stands.
    bool is_understood(pugi::xml_node choice, int depth) {
        bind(choice, depth + 1);
        std::string_view rest = choice.attribute("Requires").value();
        bool understood = true;
        while (!rest.empty() && understood) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            const std::string_view prefix = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const std::string_view meaning = prefix.empty() ? std::string_view("w") : canonical(prefix);
            understood = meaning != "other" && meaning != "mc";
        }
        leave(depth + 1);
        return understood;
    }

    /// Leaves the children of one branch in the element, which is then a bracket around them and means nothing. What
    /// the branch itself declares is bound as if the element had.
    void choose(pugi::xml_node alternatives, int depth) {
        pugi::xml_node taken;
        for (const pugi::xml_node branch : alternatives.children()) {
            const std::string_view name = branch.name();
            const std::string_view local = name.substr(name.find(':') + 1);
            if (local == "Fallback" || (local == "Choice" && is_understood(branch, depth))) {
                taken = branch;
                break;
            }
        }
        if (taken) bind(taken, depth);
        empty(alternatives, attic_);
        if (taken) empty(taken, alternatives);
    }

    pugi::xml_document& tree_;
    Context& context_;
    pugi::xml_node attic_;
    std::vector<Binding> bindings_;
    bool is_cut_ = false;
};

/// What the tree could have is known from the text, before memory is taken for it.
void check_size(std::string_view bytes, Context& context) {
    const auto nodes = static_cast<std::uint64_t>(std::ranges::count(bytes, '<'));
    const auto attributes = static_cast<std::uint64_t>(std::ranges::count(bytes, '='));
    // An end tag is no node, but nearly every element has one or lies in one that has.
    if (nodes / 2 + attributes / 2 > context.limits().nodes) throw_limit(context.limits(), &Limits::nodes);
}

}  // namespace

std::string_view namespace_uri(std::string_view prefix) {
    const auto* const found = std::ranges::find(namespaces, prefix, &Namespace::prefix);
    return found == std::end(namespaces) ? std::string_view() : found->uri;
}

XmlPart::XmlPart(std::string bytes, const std::string& name, Context& context)
    : bytes_(std::make_unique<std::string>(std::move(bytes))), tree_(std::make_unique<pugi::xml_document>()) {
    check_size(*bytes_, context);
    // A space alone is text where it is all there is.
    const pugi::xml_parse_result result =
        tree_->load_buffer_inplace(bytes_->data(), bytes_->size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!result)
        context.report(Severity::warning, "docx.malformed-part",
                       fmt::format("{} is no well-formed XML ({} at byte {}); what comes before that was read", name,
                                   result.description(), result.offset));
    if (!Canonicalizer(*tree_, context).run())
        context.report(
            Severity::warning, "docx.depth-cut",
            fmt::format("{} nests elements more than {} deep; what is deeper was left out", name, greatest_depth));
}

}  // namespace offprint::docx
