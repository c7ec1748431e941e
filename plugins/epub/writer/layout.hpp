// How a document is laid out in files: chapters, where each id has its place, and the numbers of notes.
// Thread safety: a layout is immutable once made; it keeps pointers into its document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::epub {

/// A group that may be divided between files; it is opened again in each of them.
struct Wrapper {
    const Group* group;
    std::size_t parent;  ///< index into `Layout::wrappers`, or `no_wrapper`
};

inline constexpr std::size_t no_wrapper = static_cast<std::size_t>(-1);

/// A block that is never divided, with the innermost of the groups around it.
struct Piece {
    const Block* block;
    std::size_t wrapper;
};

/// One XHTML file of the spine.
struct Chapter {
    std::string file;  ///< "chapter-2.xhtml"
    std::vector<Piece> pieces;
    const Group* article = nullptr;  ///< in a book, the article that this is a part of
    bool opens_article = false;
    std::vector<std::size_t> notes;  ///< those that stand at its end, in the order of first reference
};

/// The place of an element: a chapter and the XML name of its id there.
struct Target {
    std::size_t chapter;
    std::string id;
};

/// What becomes of a note.
struct NoteUse {
    int number = 0;                       ///< as it is printed; starts again with each article
    std::size_t chapter = 0;              ///< where the note stands
    std::vector<std::size_t> references;  ///< the chapter of each reference, in reading order
};

/// The plan of the book: what goes into which file, and how to refer to it.
struct Layout {
    std::vector<Chapter> chapters;  ///< the first is the title page and has no pieces
    std::vector<Wrapper> wrappers;
    std::vector<NoteUse> notes;                                 ///< as `Document::notes`
    std::unordered_map<std::string_view, Target> targets;       ///< by the id in the model
    std::unordered_map<const Heading*, Target> headings;        ///< every heading, with or without an id
    std::unordered_map<const Group*, std::size_t> first_files;  ///< the chapter that opens an article

    /// What a link from `chapter` to `target` says: "#id" or "file#id".
    std::string reference(std::size_t chapter, const Target& target) const;
};

/// Where chapters end.
struct Splitting {
    int level = 1;               ///< before every heading of at most this level
    std::size_t size = 240'000;  ///< bytes of XHTML, estimated
};

/// Divides a document at headings (up to 2,000 files) and, where that leaves too much, between blocks. File names
/// depend on the headings before them only, so that more text in one chapter renames no other.
Layout lay_out(const Document& document, const Splitting& splitting, Context& context);

/// An ASCII NCName for an id of the model, distinct for distinct ids: the id itself where it is one and
/// starts with none of the prefixes that this writer uses.
std::string xml_name(std::string_view id);

/// The ids of a note and of its references, of which `ordinal` counts from 1.
std::string note_id(std::size_t note);
std::string note_reference_id(std::size_t note, std::size_t ordinal);

}  // namespace offprint::epub
