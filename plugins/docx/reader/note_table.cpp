#include "reader/note_table.hpp"

#include <utility>

#include "package/element.hpp"

namespace offprint::docx::reader {

namespace {

struct PartNames {
    const char* relationship;
    std::string_view element;
};

PartNames names_of(NoteKind kind) {
    switch (kind) {
        case NoteKind::footnote:
            return {"footnotes", "w:footnote"};
        case NoteKind::endnote:
            return {"endnotes", "w:endnote"};
        case NoteKind::comment:
            return {"comments", "w:comment"};
    }
    return {};
}

}  // namespace

void NoteTable::open(NoteKind kind, Package& package, const PartRelationships& relationships) {
    const PartNames names = names_of(kind);
    const Relationship* relationship = relationships.of_type(names.relationship);
    if (relationship == nullptr) return;
    Part& part = parts_[kind];
    part.xml = package.read_xml(relationship->target);
    if (!part.xml) return;
    part.relationships = package.relationships_of(relationship->target);
    for (const pugi::xml_node note : part.xml->root().children()) {
        // A type is that of a separator.
        const std::string_view type = note.attribute("w:type").value();
        if (name_of(note) == names.element && (type.empty() || type == "normal"))
            part.by_id.emplace(note.attribute("w:id").value(), note);
    }
}

void NoteTable::find_bookmarks(pugi::xml_node main_part) {
    // Those that are open and have met no reference yet.
    std::map<std::string, std::string> waiting;
    for (pugi::xml_node node = main_part; node; node = next_in_tree(node, main_part)) {
        const std::string_view name = name_of(node);
        if (name == "w:bookmarkStart") {
            waiting.insert_or_assign(node.attribute("w:id").value(), node.attribute("w:name").value());
        } else if (name == "w:bookmarkEnd") {
            waiting.erase(node.attribute("w:id").value());
        } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
            const NoteKind kind = name == "w:endnoteReference" ? NoteKind::endnote : NoteKind::footnote;
            for (const auto& [id, bookmark] : waiting) bookmarks_[bookmark] = {kind, node.attribute("w:id").value()};
            waiting.clear();
        }
    }
}

std::optional<std::size_t> NoteTable::enter(NoteKind kind, std::string_view id) {
    const auto part = parts_.find(kind);
    if (part == parts_.end()) return std::nullopt;
    if (const auto known = part->second.indices.find(id); known != part->second.indices.end()) return known->second;
    const auto found = part->second.by_id.find(id);
    if (found == part->second.by_id.end()) return std::nullopt;
    const std::size_t index = entered_.size();
    entered_.push_back({kind, found->second});
    part->second.indices.emplace(id, index);
    return index;
}

std::optional<std::size_t> NoteTable::enter_bookmark(const std::string& bookmark) {
    const auto found = bookmarks_.find(bookmark);
    if (found == bookmarks_.end()) return std::nullopt;
    return enter(found->second.kind, found->second.id);
}

std::size_t NoteTable::comments() const {
    const auto part = parts_.find(NoteKind::comment);
    return part == parts_.end() ? 0 : part->second.by_id.size();
}

}  // namespace offprint::docx::reader
