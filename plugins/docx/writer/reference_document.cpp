#include "reference_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "carried_parts.hpp"
#include "markup.hpp"
#include "offprint/error.hpp"
#include "package/element.hpp"
#include "package/package.hpp"
#include "style_merge.hpp"

namespace offprint::docx {

namespace {

constexpr const char* option_name = "--reference-doc";

/// The page that a section says; nothing where its numbers leave no room for text.
std::optional<Page> page_of(pugi::xml_node section) {
    constexpr int narrowest_text = 1440;
    constexpr int largest_paper = 31680;  // 22 inches, the most that Word takes
    const pugi::xml_node size = section.child("w:pgSz");
    const pugi::xml_node margins = section.child("w:pgMar");
    const auto number = [](pugi::xml_node node, const char* name) { return twips(node.attribute(name).value()); };
    const std::optional<int> width = number(size, "w:w");
    const std::optional<int> height = number(size, "w:h");
    const std::optional<int> left = number(margins, "w:left");
    const std::optional<int> right = number(margins, "w:right");
    const std::optional<int> top = number(margins, "w:top");
    const std::optional<int> bottom = number(margins, "w:bottom");
    if (!width || !height || !left || !right || !top || !bottom) return std::nullopt;
    const auto is_sound = [](int paper, int one, int other) {
        // A negative margin above or below is one that headers do not push (17.6.11).
        return paper > 0 && paper <= largest_paper && std::abs(one) <= paper && std::abs(other) <= paper &&
               paper - std::abs(one) - std::abs(other) >= narrowest_text;
    };
    if (*left < 0 || *right < 0 || !is_sound(*width, *left, *right) || !is_sound(*height, *top, *bottom))
        return std::nullopt;
    Page page{*width, *height, *left, *right, std::abs(*top), std::abs(*bottom)};
    const pugi::xml_node columns = section.child("w:cols");
    page.column_gap = std::clamp(number(columns, "w:space").value_or(page.column_gap), 0, narrowest_text);
    page.columns = std::clamp(whole_number(columns.attribute("w:num").value()).value_or(1), 1, 45);
    return page.text_width() >= narrowest_text / 2 ? std::optional(page) : std::nullopt;
}

void set_paper(pugi::xml_node section, const Page& paper) {
    pugi::xml_node size = section.child("w:pgSz");
    size.remove_attributes();
    set_number(size, "w:w", paper.width);
    set_number(size, "w:h", paper.height);
}

/// What of a section is of the page, in the schema's order (17.6.18).
void copy_page_setup(pugi::xml_node section, pugi::xml_document& copy) {
    pugi::xml_node root = copy.append_child("w:sectPr");
    for (const char* name : {"w:footnotePr", "w:pgSz", "w:pgMar", "w:pgBorders", "w:lnNumType", "w:pgNumType", "w:cols",
                             "w:vAlign", "w:titlePg", "w:textDirection", "w:rtlGutter", "w:docGrid"})
        if (const pugi::xml_node child = section.child(name)) root.append_copy(child);
}

class ReferenceReader {
public:
    ReferenceReader(const std::string& bytes, std::string_view language, Context& context)
        : language_(language), package_(bytes, context), parts_(package_, context) {
        const PartRelationships root = package_.relationships_of("");
        const Relationship* main = root.of_type("officeDocument");
        if (main) document_ = package_.read_xml(main->target);
        if (!document_ || name_of(document_->root()) != "w:document")
            throw Error(ErrorCode::malformed_input, "this is no Word file: it has no text document in it");
        relationships_ = package_.relationships_of(main->target);
    }

    Design read(const std::optional<Page>& paper) {
        Design design = own_design(language_, paper.value_or(a4));
        design.margins.clear();
        const StyleNames styles = take_styles(design);
        take(design.theme, "theme", styles);
        take(design.font_table, "fontTable", styles);
        take_sections(design, paper, styles);
        if (const Relationship* settings = relationships_.of_type("settings"))
            if (const std::optional<XmlPart> xml = package_.read_xml(settings->target))
                design.settings.append_copy(xml->root());
        design.media = std::move(parts_.media());
        design.drawings = parts_.drawings();
        return design;
    }

private:
    /// The part that the document refers to by its type, if it is the XML that it ought to be.
    std::optional<XmlPart> part_of_type(const char* type, std::string_view root, std::string& name) {
        const Relationship* relationship = relationships_.of_type(type);
        if (!relationship) return std::nullopt;
        name = relationship->target;
        std::optional<XmlPart> xml = package_.read_xml(name);
        if (xml && name_of(xml->root()) != root) xml.reset();
        return xml;
    }

    StyleNames take_styles(Design& design) {
        std::string numbering_name;
        std::optional<XmlPart> numbering = part_of_type("numbering", "w:numbering", numbering_name);
        std::set<std::string> numbers;
        if (numbering)
            for (const pugi::xml_node number : numbering->root().children("w:num"))
                numbers.insert(number.attribute("w:numId").value());
        std::string styles_name;
        std::optional<XmlPart> styles = part_of_type("styles", "w:styles", styles_name);
        if (!styles) return {};
        StyleNames names = merge_styles(styles->root(), language_, numbers);
        design.styles = parts_.carry(*styles, styles_name, design.styles.name, design.styles.content_type, nullptr);
        if (numbering)
            design.numbering =
                parts_.carry(*numbering, numbering_name, "word/numbering.xml", word_type("numbering"), &names);
        return names;
    }

    void take(Part& part, const char* type, const StyleNames& styles) {
        if (const Relationship* relationship = relationships_.of_type(type))
            if (std::optional<Part> taken = parts_.carry(relationship->target, part.name, part.content_type, &styles))
                part = std::move(*taken);
    }

    /// The page is that of the last section, which is the body's own. A section without a header has that of the one
    /// before it (17.10.5).
    void take_sections(Design& design, const std::optional<Page>& paper, const StyleNames& styles) {
        const pugi::xml_node body = document_->root().child("w:body");
        std::map<std::pair<std::string, std::string>, std::string> margins;
        for (const pugi::xml_node block : body.children()) {
            const bool is_last = name_of(block) == "w:sectPr";
            const pugi::xml_node section = is_last ? block : block.child("w:pPr").child("w:sectPr");
            for (const char* kind : {"header", "footer"}) {
                const std::string name = fmt::format("w:{}Reference", kind);
                for (const pugi::xml_node reference : section.children(name.c_str()))
                    margins[{kind, reference.attribute("w:type").value()}] = reference.attribute("r:id").value();
            }
            if (is_last) take_page(design, section, paper);
        }
        for (const auto& [key, id] : margins) take_margin(design, key.first, key.second, id, styles);
    }

    void take_page(Design& design, pugi::xml_node section, const std::optional<Page>& paper) {
        const std::optional<Page> page = page_of(section);
        if (!page) return;
        design.page = *page;
        design.section.reset();
        copy_page_setup(section, design.section);
        if (!paper) return;
        design.page.width = paper->width;
        design.page.height = paper->height;
        set_paper(design.section.document_element(), *paper);
    }

    void take_margin(Design& design, const std::string& kind, const std::string& pages, const std::string& id,
                     const StyleNames& styles) {
        const Relationship* relationship = relationships_.find(id);
        if (!relationship || relationship->is_external || relationship->type != kind) return;
        std::string name = fmt::format("word/{}{}.xml", kind, design.margins.size() + 1);
        if (std::optional<Part> part = parts_.carry(relationship->target, std::move(name), word_type(kind), &styles))
            design.margins.push_back({kind, pages, std::move(*part)});
    }

    std::string_view language_;
    Package package_;
    CarriedParts parts_;
    std::optional<XmlPart> document_;
    PartRelationships relationships_;
};

}  // namespace

Design reference_design(const std::string& bytes, std::string_view language, const std::optional<Page>& paper,
                        Context& context) {
    try {
        return ReferenceReader(bytes, language, context).read(paper);
    } catch (const Error& error) {
        throw Error(error.code(), error.what(), option_name);
    }
}

}  // namespace offprint::docx
