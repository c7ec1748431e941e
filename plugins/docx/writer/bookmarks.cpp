#include "bookmarks.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "markup.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::docx {

namespace {

constexpr std::size_t longest_name = 40;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_name_character(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

/// FNV-1a: names must be the same in every build, which std::hash does not promise.
std::uint32_t hash(std::string_view text) {
    std::uint32_t value = 2166136261u;
    for (char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
    return value;
}

std::string sanitized(std::string_view wanted) {
    std::string name = is_letter(wanted.front()) || wanted.front() == '_' ? "" : "id_";
    for (char c : wanted) {
        if (is_name_character(c))
            name += c;
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    return name;
}

std::string with_suffix(std::string_view name, std::string_view suffix) {
    return fmt::format("{}_{}", name.substr(0, longest_name - suffix.size() - 1), suffix);
}

}  // namespace

Bookmarks::Bookmarks(const Document& document) {
    if (document.attributes) name_id(document.attributes->id);
    walk(document, [this](const auto& node) { name_id(node.id()); });
}

void Bookmarks::name_id(std::string_view id) {
    if (!id.empty() && names_.find(id) == names_.end()) names_.emplace(id, make_name(id));
}

const std::string* Bookmarks::find(std::string_view id) const {
    const auto found = names_.find(id);
    return found == names_.end() ? nullptr : &found->second;
}

std::string Bookmarks::make_name(std::string_view wanted) {
    const std::string plain = sanitized(wanted);
    std::string name = plain.size() <= longest_name ? plain : with_suffix(plain, fmt::format("{:08x}", hash(wanted)));
    for (int attempt = 2; !taken_.insert(to_lower_ascii(name)).second; ++attempt)
        name = with_suffix(plain, fmt::format("{:08x}_{}", hash(wanted), attempt));
    return name;
}

void Bookmarks::append_point(pugi::xml_node parent, std::string_view id) {
    if (const std::string* name = find(id)) end(parent, begin(parent, *name));
}

int Bookmarks::begin(pugi::xml_node parent, std::string_view name) {
    const pugi::xml_node element = append(parent, "w:bookmarkStart");
    set_number(element, "w:id", ++last_number_);
    set(element, "w:name", name);
    return last_number_;
}

void Bookmarks::end(pugi::xml_node parent, int number) {
    set_number(append(parent, "w:bookmarkEnd"), "w:id", number);
}

}  // namespace offprint::docx
