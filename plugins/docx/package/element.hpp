// Short cuts for looking at WordprocessingML whose names are canonical (see xml_part.hpp).
// Thread safety: pure.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string_view>

namespace offprint::docx {

inline std::string_view name_of(pugi::xml_node element) {
    return element.name();
}

/// The `w:val` of a child; empty if there is no such child, or it has none.
inline std::string_view child_value(pugi::xml_node parent, const char* child) {
    return parent.child(child).attribute("w:val").value();
}

/// An on/off property (ECMA-376 Part 1, 17.17.4): one without a value is on. Nullopt if `property` is null.
std::optional<bool> on_off(pugi::xml_node property);

/// True if `parent` has the property and it is on.
inline bool is_on(pugi::xml_node parent, const char* property) {
    return on_off(parent.child(property)).value_or(false);
}

/// A whole number, also with a sign; nullopt for anything else and for what no int holds.
std::optional<int> whole_number(std::string_view text);

/// A length in twips, given as such or with a unit: "720", "1.5cm" (22.9.2.14). Nullopt for anything else.
std::optional<int> twips(std::string_view text);

/// The node that follows in document order within `root`; null after the last one. For walks without recursion.
pugi::xml_node next_in_tree(pugi::xml_node node, pugi::xml_node root);

/// The same, but nothing of what is in `node`.
pugi::xml_node next_after(pugi::xml_node node, pugi::xml_node root);

/// The first element below `root` with this name, at any depth; null if there is none.
pugi::xml_node find_below(pugi::xml_node root, std::string_view name);

}  // namespace offprint::docx
