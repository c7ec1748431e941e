#include "package/element.hpp"

#include <charconv>
#include <cmath>

namespace offprint::docx {

std::optional<bool> on_off(pugi::xml_node property) {
    if (!property) return std::nullopt;
    const std::string_view value = property.attribute("w:val").value();
    return value != "0" && value != "false" && value != "off" && value != "none";
}

std::optional<int> whole_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

std::optional<int> twips(std::string_view text) {
    struct Unit {
        std::string_view name;
        double twips;
    };
    static constexpr Unit units[] = {{"", 1},     {"pt", 20}, {"in", 1440}, {"cm", 1440 / 2.54}, {"mm", 144 / 2.54},
                                     {"pc", 240}, {"pi", 240}};
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc()) return std::nullopt;
    const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    for (const Unit& unit : units)
        if (unit.name == rest && std::abs(number * unit.twips) < 1e6) return static_cast<int>(number * unit.twips);
    return std::nullopt;
}

pugi::xml_node next_in_tree(pugi::xml_node node, pugi::xml_node root) {
    if (const pugi::xml_node child = node.first_child()) return child;
    return next_after(node, root);
}

pugi::xml_node next_after(pugi::xml_node node, pugi::xml_node root) {
    for (; node && node != root; node = node.parent())
        if (const pugi::xml_node sibling = node.next_sibling()) return sibling;
    return {};
}

pugi::xml_node find_below(pugi::xml_node root, std::string_view name) {
    for (pugi::xml_node node = next_in_tree(root, root); node; node = next_in_tree(node, root))
        if (name_of(node) == name) return node;
    return {};
}

}  // namespace offprint::docx
