// How a document is laid out in files: chapters and notes, and where each id has its place.
// Thread safety: a layout is immutable once made; it keeps pointers into its document.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "writer/chapters.hpp"

namespace offprint::epub {

/// The place of an element: a chapter and the XML name of its id there.
struct Target {
    std::size_t chapter;
    std::string id;
};

/// What becomes of a note.
struct NoteUse {
    int number = 0;                  ///< as it is printed; starts again with each article
    Target target;                   ///< where the note stands
    std::vector<Target> references;  ///< the place of each reference, in reading order
};

/// The plan of the book: what goes into which file, and how to refer to it.
struct Layout {
    std::vector<Chapter> chapters;  ///< the first is the title page and has no pieces; some may hold notes alone
    std::vector<Wrapper> wrappers;
    std::deque<Blocks> divided;                                 ///< what pieces of divided blocks point to
    std::vector<NoteUse> notes;                                 ///< as `Document::notes`
    std::unordered_map<std::string_view, Target> targets;       ///< by the id in the model
    std::unordered_map<const Heading*, Target> headings;        ///< every heading, with or without an id
    std::unordered_map<const Group*, std::size_t> first_files;  ///< the chapter that opens an article

    /// What a link from `chapter` to `target` says: "#id" or "file#id".
    std::string reference(std::size_t chapter, const Target& target) const;
};

/// Where notes stand: at the end of the chapter that refers to them first, or of the article.
enum class NotesAt { chapter, end };

/// Puts the text of a document into files, with the notes after it; a list of notes that is too large for what is left
/// of a file goes on in files of its own. Ids that the document does not give are counted in each file.
Layout lay_out(const Document& document, const Splitting& splitting, NotesAt notes_at, Context& context);

/// An ASCII NCName for an id of the model, distinct for distinct ids: the id itself where it is one and
/// starts with none of the prefixes that this writer uses.
std::string xml_name(std::string_view id);

}  // namespace offprint::epub
