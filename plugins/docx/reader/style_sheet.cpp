#include "reader/style_sheet.hpp"

#include <algorithm>
#include <vector>

#include "package/element.hpp"
#include "reader/style_roles.hpp"

namespace offprint::docx::reader {

namespace {

/// A chain of styles ends here if it does not by itself: one may be based on itself.
constexpr int longest_chain = 64;

bool has_header_look(pugi::xml_node style) {
    for (const pugi::xml_node part : style.children("w:tblStylePr"))
        if (std::string_view(part.attribute("w:type").value()) == "firstRow")
            return part.child("w:rPr") || part.child("w:tcPr") || part.child("w:pPr");
    return false;
}

}  // namespace

StyleSheet::StyleSheet(pugi::xml_node root) {
    default_run_ = run_format(root.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"));
    for (const pugi::xml_node style : root.children("w:style")) {
        const std::string_view type = style.attribute("w:type").value();
        Definitions& definitions = type == "character" ? runs_ : type == "table" ? tables_ : paragraphs_;
        const std::string id = style.attribute("w:styleId").value();
        Definition definition;
        definition.name = child_value(style, "w:name");
        definition.based_on = child_value(style, "w:basedOn");
        definition.paragraph = paragraph_format(style.child("w:pPr"));
        definition.run = run_format(style.child("w:rPr"));
        definition.has_header_look = has_header_look(style);
        const std::string_view is_default = style.attribute("w:default").value();
        if (type == "paragraph" && (is_default == "1" || is_default == "true")) default_paragraph_ = id;
        definitions.insert_or_assign(id, std::move(definition));
    }
    const std::string& font = paragraph({}).run.over(default_run_).font;
    is_typewritten_ = is_monospaced(font);
}

ResolvedStyle StyleSheet::resolve(const Definitions& definitions, std::string_view id) {
    ResolvedStyle result;
    bool has_role = false;
    std::string_view at = id;
    for (int steps = 0; steps < longest_chain; ++steps) {
        const auto found = definitions.find(at);
        const std::string_view name =
            found == definitions.end() || found->second.name.empty() ? at : std::string_view(found->second.name);
        // "Figure" of LibreOffice is a kind of caption, ours is not.
        const bool is_kind_of_caption =
            found != definitions.end() &&
            paragraph_role(found->second.based_on).value_or(NamedRole{}).role == ParagraphRole::caption;
        if (!has_role) {
            const std::optional<NamedRole> role = paragraph_role(name);
            if (role && (!is_kind_of_caption || role->role == ParagraphRole::table_caption)) {
                result.role = role->role;
                result.heading_level = role->heading_level;
                has_role = true;
            }
        }
        if (result.run_role == RunRole::none) result.run_role = run_role(name);
        if (found == definitions.end()) break;
        result.paragraph = result.paragraph.over(found->second.paragraph);
        result.run = result.run.over(found->second.run);
        result.has_header_look = result.has_header_look || found->second.has_header_look;
        if (found->second.based_on.empty()) break;
        at = found->second.based_on;
    }
    const int outline = result.paragraph.outline_level.value_or(9);
    if (result.role == ParagraphRole::body && outline >= 0 && outline < 9) {
        result.role = ParagraphRole::heading;
        result.heading_level = outline + 1;
    }
    return result;
}

const ResolvedStyle& StyleSheet::resolved(const Definitions& definitions, Resolved& known, std::string_view id) {
    const auto found = known.find(id);
    if (found != known.end()) return found->second;
    return known.emplace(id, resolve(definitions, id)).first->second;
}

const ResolvedStyle& StyleSheet::paragraph(std::string_view id) const {
    return resolved(paragraphs_, resolved_paragraphs_, id.empty() ? default_paragraph_ : id);
}

const ResolvedStyle& StyleSheet::run(std::string_view id) const {
    return resolved(runs_, resolved_runs_, id);
}

const ResolvedStyle& StyleSheet::table(std::string_view id) const {
    return resolved(tables_, resolved_tables_, id);
}

}  // namespace offprint::docx::reader
