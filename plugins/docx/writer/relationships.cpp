#include "relationships.hpp"

#include <utility>

#include "markup.hpp"

namespace offprint::docx {

namespace {

constexpr std::string_view type_family = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string id_at(std::size_t index) {
    return "rId" + std::to_string(index + 1);
}

}  // namespace

std::string Relationships::add(std::string_view type, std::string_view target) {
    return id_of({std::string(type_family).append(type), std::string(target), false});
}

std::string Relationships::add_link(std::string_view uri) {
    return id_of({std::string(type_family).append("hyperlink"), std::string(uri), true});
}

std::string Relationships::add_typed(std::string_view type_uri, std::string_view target) {
    return id_of({std::string(type_uri), std::string(target), false});
}

std::string Relationships::id_of(Entry entry) {
    const auto [known, inserted] = by_target_.try_emplace(entry.target, entries_.size());
    if (inserted) entries_.push_back(std::move(entry));
    return id_at(known->second);
}

std::string Relationships::xml() const {
    pugi::xml_document part;
    const pugi::xml_node root = append(part, "Relationships");
    set(root, "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const pugi::xml_node relationship = append(root, "Relationship");
        set(relationship, "Id", id_at(i));
        set(relationship, "Type", entries_[i].type);
        set(relationship, "Target", entries_[i].target);
        if (entries_[i].external) set(relationship, "TargetMode", "External");
    }
    return package::serialize(part);
}

}  // namespace offprint::docx
