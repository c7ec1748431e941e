// The content of a book as XHTML (EPUB 3.3, section 6.1), chapter by chapter.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "html/writing/content_writer.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "writer/image_files.hpp"
#include "writer/layout.hpp"
#include "writer/profile.hpp"

namespace offprint::epub {

/// What a book turned out to hold; the accessibility metadata is computed from it.
struct BookFacts : html::ContentFacts {
    bool animated_images = false;
    bool notes = false;
};

/// Writes chapter after chapter, for the number of a note's references runs through all of them.
class ChapterWriter final : public html::ContentWriter {
public:
    /// Keeps references to all of them.
    ChapterWriter(const Document& document, const Layout& layout, const Profile& profile, ImageFiles& images,
                  Context& context);

    /// Appends the blocks of a chapter to `body`, and its notes. Chapters are to be written in order.
    /// True if there is MathML among them.
    bool write_chapter(std::size_t chapter, pugi::xml_node body);

    /// Of what has been written so far.
    BookFacts book_facts() const { return {facts(), animated_images_, notes_}; }

private:
    std::string id_here(std::string_view id) const override;
    std::string id_of(const Heading& heading) const override;
    std::string address_of(std::string_view id) const override;
    std::string address_of(const Image& image) override;
    html::NoteMark next_mark(const NoteRef& reference) override;
    void remark(html::Remark remark, std::string_view about, SourceRange range) override;
    bool write_formula(pugi::xml_node parent, const Math& math) override;
    void set_language(pugi::xml_node element, std::string_view language, Direction direction) const override;
    void set_type(pugi::xml_node element, const char* type) const override;
    void mark_decoration(pugi::xml_node image) const override;
    bool keeps(std::string_view attribute) const override;
    bool is_part(const ListItem& item) const override;
    void inspect(const Table& table, const TableGrid& grid) override;

    bool write_formula_in_words(pugi::xml_node parent, const Math& math);
    void write_notes(pugi::xml_node body, const Chapter& chapter);
    void write_note(pugi::xml_node parent, std::size_t note);
    void append_back_links(pugi::xml_node paragraph, std::size_t note);
    pugi::xml_node open(std::size_t wrapper);

    const Document& document_;
    const Layout& layout_;
    const Profile& profile_;
    ImageFiles& images_;
    std::vector<std::size_t> references_written_;  // of each note
    std::size_t chapter_ = 0;
    pugi::xml_node body_;
    std::unordered_map<std::size_t, pugi::xml_node> open_;  // wrappers in this chapter
    std::unordered_set<std::size_t> opened_;                // wrappers in any chapter so far
    bool chapter_has_math_ = false;
    bool animated_images_ = false;
    bool notes_ = false;
};

}  // namespace offprint::epub
