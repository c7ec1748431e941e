#include "style_merge.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "languages.hpp"
#include "markup.hpp"
#include "offprint/text.hpp"
#include "styles.hpp"

namespace offprint::docx {

namespace {

constexpr const char* references[] = {"w:basedOn", "w:next", "w:link"};

std::string_view id_of(pugi::xml_node style) {
    return style.attribute("w:styleId").value();
}

/// Word tells styles apart by kind and name, in which letter case does not matter (17.7.4.9).
std::string key_of(pugi::xml_node style) {
    return std::string(style.attribute("w:type").value()) + ":" +
           to_lower_ascii(style.child("w:name").attribute("w:val").value());
}

std::vector<pugi::xml_node> styles_in(pugi::xml_node root) {
    std::vector<pugi::xml_node> styles;
    for (const pugi::xml_node style : root.children("w:style")) styles.push_back(style);
    return styles;
}

/// Of styles that share an id or a name the first counts.
void remove_doubles(pugi::xml_node root) {
    std::set<std::string, std::less<>> ids;
    std::set<std::string> keys;
    for (const pugi::xml_node style : styles_in(root)) {
        const bool is_new =
            !id_of(style).empty() && ids.emplace(id_of(style)).second && keys.insert(key_of(style)).second;
        if (!is_new) root.remove_child(style);
    }
}

/// Ours by kind and name.
std::map<std::string, std::string> ids_by_key(pugi::xml_node own) {
    std::map<std::string, std::string> ids;
    for (const pugi::xml_node style : styles_in(own)) ids.emplace(key_of(style), id_of(style));
    return ids;
}

/// Our id for each style that is ours by name; for the others their own, unless that is one of ours.
StyleNames new_names(pugi::xml_node root, pugi::xml_node own) {
    const std::map<std::string, std::string> ours = ids_by_key(own);
    std::set<std::string> taken;
    for (const auto& [key, id] : ours) taken.insert(id);
    StyleNames names;
    for (const pugi::xml_node style : styles_in(root))
        if (const auto known = ours.find(key_of(style)); known != ours.end())
            names.emplace(id_of(style), known->second);
    for (const pugi::xml_node style : styles_in(root)) {
        std::string id(id_of(style));
        if (names.contains(id)) continue;
        std::string free = id;
        for (int attempt = 2; !taken.insert(free).second; ++attempt) free = id + std::to_string(attempt);
        names.emplace(std::move(id), std::move(free));
    }
    return names;
}

/// Appends what `root` lacks of ours. There is one default of each kind.
void append_missing(pugi::xml_node root, pugi::xml_node own) {
    std::set<std::string> keys;
    std::set<std::string> names;
    std::set<std::string> defaults;
    for (const pugi::xml_node style : styles_in(root)) {
        keys.insert(key_of(style));
        names.insert(to_lower_ascii(style.child("w:name").attribute("w:val").value()));
        if (style.attribute("w:default").as_bool()) defaults.insert(style.attribute("w:type").value());
    }
    for (const pugi::xml_node style : styles_in(own)) {
        if (keys.contains(key_of(style))) continue;
        pugi::xml_node copy = root.append_copy(style);
        if (defaults.contains(copy.attribute("w:type").value())) copy.remove_attribute("w:default");
        pugi::xml_attribute name = copy.child("w:name").attribute("w:val");
        // The same name for a style of another kind: Word would keep one of the two.
        if (names.contains(to_lower_ascii(name.value()))) name.set_value((std::string(name.value()) + " 2").c_str());
    }
}

/// Takes out references to styles that are not there or are of another kind, and one reference of each circle.
void remove_dead_references(pugi::xml_node root) {
    std::map<std::string, pugi::xml_node, std::less<>> by_id;
    for (const pugi::xml_node style : styles_in(root)) by_id.emplace(id_of(style), style);
    const auto target_of = [&](pugi::xml_node style, const char* reference) {
        const auto found = by_id.find(std::string_view(style.child(reference).attribute("w:val").value()));
        return found == by_id.end() ? pugi::xml_node() : found->second;
    };
    for (auto& [id, style] : by_id)
        for (const char* reference : references) {
            const pugi::xml_node target = target_of(style, reference);
            const std::string_view kind = style.attribute("w:type").value();
            const bool has_same_kind = target && kind == target.attribute("w:type").value();
            const bool must_have = std::string_view(reference) == "w:basedOn";
            if (!target || (must_have && !has_same_kind)) style.remove_child(reference);
        }
    std::map<std::string, int, std::less<>> walks;  // which walk came by
    int walk = 0;
    for (const auto& [id, style] : by_id) {
        ++walk;
        for (pugi::xml_node at = style; at && !walks.contains(id_of(at));) {
            walks.emplace(id_of(at), walk);
            const pugi::xml_node base = target_of(at, "w:basedOn");
            const auto seen = base ? walks.find(id_of(base)) : walks.end();
            if (seen != walks.end() && seen->second == walk) at.remove_child("w:basedOn");
            at = base;
        }
    }
}

/// Whatever the text around it: paragraphs of our lists get their numbers from us.
void remove_numbering(pugi::xml_node root, const std::set<std::string>& numbers) {
    static constexpr const char* counted[] = {style_id::list_bullet, style_id::list_number, style_id::list_continue};
    for (const pugi::xml_node style : styles_in(root)) {
        const bool is_list = std::find(std::begin(counted), std::end(counted), id_of(style)) != std::end(counted);
        pugi::xml_node properties = style.child("w:pPr");
        const pugi::xml_node number = properties.child("w:numPr").child("w:numId");
        if (is_list || !numbers.contains(number.attribute("w:val").value())) properties.remove_child("w:numPr");
    }
}

/// Word checks spelling by it, and runs in it do not name it.
void set_language(pugi::xml_node root, std::string_view language) {
    const std::string tag = word_language(language);
    if (tag.empty()) return;
    const auto ensure = [](pugi::xml_node parent, const char* name, bool first) {
        if (const pugi::xml_node child = parent.child(name)) return child;
        return first ? parent.prepend_child(name) : parent.append_child(name);
    };
    pugi::xml_node run = ensure(ensure(root, "w:docDefaults", true), "w:rPrDefault", true);
    run = ensure(run, "w:rPr", true);
    set(ensure(run, "w:lang", false), language_attribute(script_of(language)), tag);
}

}  // namespace

StyleNames merge_styles(pugi::xml_node styles, std::string_view language, const std::set<std::string>& numbers) {
    pugi::xml_document own;
    const std::string xml = styles_xml(language);
    own.load_buffer(xml.data(), xml.size());
    remove_doubles(styles);
    StyleNames names = new_names(styles, own.document_element());
    rename_styles(styles, names);
    append_missing(styles, own.document_element());
    remove_dead_references(styles);
    remove_numbering(styles, numbers);
    set_language(styles, language);
    return names;
}

void rename_styles(pugi::xml_node root, const StyleNames& names) {
    static constexpr std::string_view referring[] = {"w:basedOn", "w:next",     "w:link",      "w:pStyle",
                                                     "w:rStyle",  "w:tblStyle", "w:styleLink", "w:numStyleLink"};
    const auto rename = [&](pugi::xml_attribute attribute) {
        const auto name = names.find(std::string_view(attribute.value()));
        return name != names.end() && attribute.set_value(name->second.c_str());
    };
    for (pugi::xml_node child = root.first_child(); child;) {
        const pugi::xml_node next = child.next_sibling();
        const bool refers = std::find(std::begin(referring), std::end(referring), child.name()) != std::end(referring);
        if (std::string_view(child.name()) == "w:style") rename(child.attribute("w:styleId"));
        if (refers && !rename(child.attribute("w:val")))
            root.remove_child(child);
        else
            rename_styles(child, names);
        child = next;
    }
}

}  // namespace offprint::docx
