#include "writer/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "offprint/walk.hpp"
#include "writer/division.hpp"

namespace offprint::epub {

namespace {

// Puts the files in the order of the spine, adds those of notes, and finds the place of every id, heading and note.
class Placement {
public:
    Placement(const Document& document, std::size_t size, NotesAt notes_at, Layout& layout, Context& context)
        : document_(document), size_(size), notes_at_(notes_at), layout_(layout), context_(context) {
        layout_.notes.resize(document.notes.size());
    }

    void place(std::vector<Chapter> text) {
        start_file({.file = "title-page.xhtml"});
        if (document_.attributes && !document_.attributes->id.empty()) add_id(document_.attributes->id);
        for (std::size_t i = 0; i < text.size(); ++i) {
            start_file(std::move(text[i]));
            add_text(current());
            const bool is_last = i + 1 == text.size();
            if (is_last) number_unused_notes();
            if (is_last || notes_stand_before(text[i + 1])) add_notes();
        }
    }

private:
    Chapter& current() { return layout_.chapters.back(); }
    std::size_t position() const { return layout_.chapters.size() - 1; }

    void start_file(Chapter chapter) {
        layout_.chapters.push_back(std::move(chapter));
        headings_in_file_ = notes_in_file_ = references_in_file_ = 0;
    }

    void add_text(const Chapter& chapter) {
        if (chapter.opens_article) {
            next_number_ = 1;
            layout_.first_files.emplace(chapter.article, position());
            add_id(chapter.article->id());
        }
        for (const Piece& piece : chapter.pieces) {
            context_.checkpoint();
            add_wrappers(piece.wrapper);
            add_content(*piece.block);
        }
    }

    void add_wrappers(std::size_t wrapper) {
        for (; wrapper != no_wrapper; wrapper = layout_.wrappers[wrapper].parent)
            add_id(layout_.wrappers[wrapper].group->id());
    }

    template <class Content>
    void add_content(const Content& content) {
        walk(content, overloaded{
                          [&](const NoteRef& reference) { add_reference(reference); },
                          [&](const Heading& heading) { add_heading(heading); },
                          // The sections of a table are made anew from its grid.
                          [](const TableSection&) {},
                          [&](const auto& node) { add_id(node.id()); },
                      });
    }

    void add_heading(const Heading& heading) {
        add_id(heading.id());
        const bool is_nameless = heading.id().empty();
        layout_.headings.emplace(
            &heading,
            Target{position(), is_nameless ? fmt::format("heading-{}", ++headings_in_file_) : xml_name(heading.id())});
    }

    void add_reference(const NoteRef& reference) {
        add_id(reference.id());
        if (layout_.notes[reference.note].number == 0) number_note(reference.note);
        layout_.notes[reference.note].references.push_back(
            {position(), fmt::format("noteref-{}", ++references_in_file_)});
    }

    void add_id(std::string_view id) {
        if (!id.empty()) layout_.targets.emplace(id, Target{position(), xml_name(id)});
    }

    void number_note(std::size_t note) {
        layout_.notes[note].number = next_number_++;
        waiting_notes_.push_back(note);
    }

    // Nothing is lost: notes that nobody refers to stand at the very end.
    void number_unused_notes() {
        for (std::size_t note = 0; note < layout_.notes.size(); ++note)
            if (layout_.notes[note].number == 0) number_note(note);
    }

    bool notes_stand_before(const Chapter& next) {
        return next.article != current().article || (notes_at_ == NotesAt::chapter && next.name != current().name);
    }

    // Notes may refer to notes, so the list grows while it is worked through.
    void add_notes() {
        int files = 0;
        std::size_t filled = current().weight;
        for (std::size_t i = 0; i < waiting_notes_.size(); ++i) {
            const std::size_t note = waiting_notes_[i];
            const std::size_t weight = weight_of(document_.notes[note]);
            const bool is_full = filled > 0 && filled + weight > size_;
            if (is_full || (notes_at_ == NotesAt::end && files == 0)) {
                start_notes_file(++files);
                filled = 0;
            }
            filled += weight;
            add_note(note);
        }
        waiting_notes_.clear();
    }

    void start_notes_file(int number) {
        const Chapter& text = current();
        std::string stem = notes_at_ == NotesAt::end ? text.prefix + "notes" : text.name + "-notes";
        if (number > 1) stem += fmt::format("-{}", number);
        start_file({.prefix = text.prefix, .name = text.name, .file = stem + ".xhtml", .article = text.article});
    }

    void add_note(std::size_t index) {
        context_.checkpoint();
        const Note& note = document_.notes[index];
        current().notes.push_back(index);
        const Target target{position(), fmt::format("note-{}", ++notes_in_file_)};
        layout_.notes[index].target = target;
        if (!note.id().empty()) layout_.targets.emplace(note.id(), target);
        add_content(note.content);
    }

    const Document& document_;
    const std::size_t size_;
    const NotesAt notes_at_;
    Layout& layout_;
    Context& context_;
    std::vector<std::size_t> waiting_notes_;  // numbered, not placed yet
    int next_number_ = 1;
    int headings_in_file_ = 0;
    int notes_in_file_ = 0;
    int references_in_file_ = 0;
};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::string Layout::reference(std::size_t chapter, const Target& target) const {
    return (chapter == target.chapter ? "" : chapters[target.chapter].file) + "#" + target.id;
}

Layout lay_out(const Document& document, const Splitting& splitting, NotesAt notes_at, Context& context) {
    Chapters text = split(document, splitting, context);
    Layout layout;
    layout.wrappers = std::move(text.wrappers);
    layout.divided = std::move(text.divided);
    Placement(document, splitting.size, notes_at, layout, context).place(std::move(text.files));
    return layout;
}

std::string xml_name(std::string_view id) {
    static constexpr auto reserved = std::to_array<std::string_view>(
        {"id-", "note-", "noteref-", "heading-", "kobo.", "book-columns", "book-inner"});
    const bool is_plain =
        !id.empty() && (is_letter(id.front()) || id.front() == '_') &&
        std::ranges::all_of(id,
                            [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.'; }) &&
        std::ranges::none_of(reserved, [&](std::string_view prefix) { return id.starts_with(prefix); });
    if (is_plain) return std::string(id);
    std::string name = "id-";
    for (char c : id) {
        if (is_letter(c) || is_digit(c))
            name += c;
        else
            name += fmt::format("_{:02x}", static_cast<unsigned char>(c));
    }
    return name;
}

}  // namespace offprint::epub
