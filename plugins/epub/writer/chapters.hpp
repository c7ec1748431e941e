// The text of a document in files: where chapters end, by headings and by size.
// Thread safety: values; chapters keep pointers into their document.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::epub {

/// A group that may be divided between files; it is opened again in each of them.
struct Wrapper {
    const Group* group;
    std::size_t parent;  ///< index into `Chapters::wrappers`, or `no_wrapper`
};

inline constexpr std::size_t no_wrapper = static_cast<std::size_t>(-1);

/// A block that stands in one file, with the innermost of the groups around it.
struct Piece {
    const Block* block;
    std::size_t wrapper;
};

/// One XHTML file of the spine.
struct Chapter {
    std::string prefix;  ///< of all names of its article: "article-2-"; empty unless the document is a book
    std::string name;    ///< of the chapter that the file is of: "chapter-2"
    std::string file;    ///< "chapter-2.xhtml"; later parts have a number of their own: "chapter-2-3.xhtml"
    std::vector<Piece> pieces;
    const Group* article = nullptr;  ///< in a book, the article that this is a part of
    bool opens_article = false;
    std::size_t weight = 0;          ///< of the pieces, as `weight_of` has it
    std::vector<std::size_t> notes;  ///< those that stand at its end, in the order of first reference
};

/// The whole text, and what its pieces point to.
struct Chapters {
    std::vector<Chapter> files;
    std::vector<Wrapper> wrappers;
    std::deque<Blocks> divided;  ///< parts of the blocks that were too large
};

/// Where chapters end.
struct Splitting {
    int level = 1;               ///< before every heading of at most this level
    std::size_t size = 240'000;  ///< bytes of XHTML, estimated; at least a kilobyte
};

/// Divides a document at headings (up to 2,000 files) and, where that leaves too much, between and within blocks. File
/// names depend on the headings before them only, so that more text in one chapter renames no other.
Chapters split(const Document& document, const Splitting& splitting, Context& context);

}  // namespace offprint::epub
