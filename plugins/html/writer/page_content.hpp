// The content of a document in one page: every id is where it is, and notes follow their article.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "html/writing/content_writer.hpp"
#include "writer/image_sources.hpp"

namespace offprint::html {

/// The article of a book that a block at the top level is; null for any other.
const Group* article_of(const Block& block);

class PageContent final : public ContentWriter {
public:
    /// Keeps references. `has_title`: the page shows the document's title, which has the document's id.
    PageContent(const Document& document, bool has_title, ImageSources& images, Context& context);

    /// A block of the document or of an article.
    void write(pugi::xml_node parent, const Block& block);

    /// The notes of an article of a book, or, for null, of what stands in none.
    void write_notes(pugi::xml_node parent, const Group* article);

    /// The element of an article, empty, with what the group carries.
    pugi::xml_node append_article(pugi::xml_node parent, const Group& article) { return append_group(parent, article); }

    /// "#id", percent-encoded; empty where nothing has the id.
    std::string address_of(std::string_view id) const override;

private:
    /// What becomes of a note.
    struct NoteUse {
        int number = 0;  ///< as it is printed; starts again with each article
        std::string id;
        std::vector<std::string> references;  ///< ids, in reading order
        std::size_t written = 0;              ///< of them
    };

    /// The notes of an article, in their order.
    struct NoteList {
        std::vector<std::size_t> notes;
        std::size_t followed = 0;  ///< whose own references are planned
    };

    template <class Content>
    void plan_references(const Group* article, const Content& content);
    void plan_references_of_notes(const Group* article);
    void plan_note(const Group* article, std::size_t note);
    std::string new_id(std::string name) const;

    void write_note(pugi::xml_node list, std::size_t note);
    void append_back_links(pugi::xml_node item, const NoteUse& use);

    std::string id_here(std::string_view id) const override { return std::string(id); }
    std::string id_of(const Heading& heading) const override { return std::string(heading.id()); }
    std::string address_of(const Image& image) override;
    NoteMark next_mark(const NoteRef& reference) override;
    void remark(Remark remark, std::string_view about, SourceRange range) override;

    const Document& document_;
    ImageSources& images_;
    std::unordered_set<std::string_view> ids_;  // of the model
    std::vector<NoteUse> notes_;                // as `Document::notes`
    std::unordered_map<const Group*, NoteList> planned_;
    std::size_t references_ = 0;
};

}  // namespace offprint::html
