// Footnotes, endnotes and comments: which of the document's notes each becomes (ECMA-376 Part 1, 17.11 and 17.13.4).
// Thread safety: an object belongs to one thread.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "package/package.hpp"

namespace offprint::docx::reader {

enum class NoteKind { footnote, endnote, comment };

/// A note that something refers to: its element and what the part that holds it refers to.
struct NoteSource {
    NoteKind kind = NoteKind::footnote;
    pugi::xml_node element;
};

class NoteTable {
public:
    /// Opens the part of one kind of notes, of which the main part has `relationships`; nothing if there is none.
    void open(NoteKind kind, Package& package, const PartRelationships& relationships);

    /// Learns which bookmarks of the main part stand around the reference of a note, for what refers to it again.
    void find_bookmarks(pugi::xml_node main_part);

    /// The index that the note has, or now gets, in the document; nullopt for an id that is not there.
    std::optional<std::size_t> enter(NoteKind kind, std::string_view id);

    /// The same of the note whose reference the bookmark marks.
    std::optional<std::size_t> enter_bookmark(const std::string& bookmark);

    /// Notes with an index, in its order; more come as notes refer to notes.
    const std::vector<NoteSource>& entered() const { return entered_; }

    /// What the part with this kind of notes refers to.
    const PartRelationships& relationships(NoteKind kind) const { return parts_.at(kind).relationships; }

    /// How many comments there are.
    std::size_t comments() const;

private:
    struct Part {
        std::optional<XmlPart> xml;
        PartRelationships relationships;
        std::map<std::string, pugi::xml_node, std::less<>> by_id;
        std::map<std::string, std::size_t, std::less<>> indices;
    };
    struct Reference {
        NoteKind kind = NoteKind::footnote;
        std::string id;
    };

    std::map<NoteKind, Part> parts_;
    std::map<std::string, Reference> bookmarks_;
    std::vector<NoteSource> entered_;
};

}  // namespace offprint::docx::reader
