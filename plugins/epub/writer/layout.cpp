#include "writer/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "offprint/walk.hpp"

namespace offprint::epub {

namespace {

// What tags and attributes of one node weigh in XHTML, roughly.
constexpr std::size_t node_weight = 16;
constexpr std::size_t note_weight = 300;

// A heading this far into a file (of `part_fill_total`) starts the next one rather than be followed by a
// break in the middle of its section.
constexpr std::size_t part_fill = 3;
constexpr std::size_t part_fill_total = 4;

// With this many files, headings start no more of them: reading systems are slow with thousands, and an archive
// ends at 65,535.
constexpr std::size_t most_files_by_heading = 2000;

bool is_divisible(const Group& group) {
    return (group.kind == GroupKind::plain || group.kind == GroupKind::section) && !group.content.empty();
}

// Cuts the content into chapters.
class Splitter {
public:
    Splitter(const Document& document, const Splitting& splitting, Layout& layout, Context& context)
        : document_(document), splitting_(splitting), layout_(layout), context_(context) {
        counted_notes_.resize(document.notes.size());
    }

    void run() {
        layout_.chapters.push_back({.file = "title-page.xhtml"});
        int articles = 0;
        for (const Block& block : document_.content) {
            const auto* group = std::get_if<Group>(&block);
            if (group == nullptr || group->kind != GroupKind::article) {
                add_block(block, no_wrapper);
                continue;
            }
            article_ = group;
            prefix_ = fmt::format("article-{}-", ++articles);
            number_ = 0;
            start_chapter();
            layout_.chapters.back().opens_article = true;
            add_blocks(group->content, no_wrapper);
        }
        if (layout_.chapters.size() == 1 && !document_.notes.empty()) start_chapter();
    }

private:
    void add_blocks(const Blocks& blocks, std::size_t wrapper) {
        for (const Block& block : blocks) add_block(block, wrapper);
    }

    void add_block(const Block& block, std::size_t wrapper) {
        context_.checkpoint();
        const auto* group = std::get_if<Group>(&block);
        if (group != nullptr && is_divisible(*group)) {
            layout_.wrappers.push_back({group, wrapper});
            add_blocks(group->content, layout_.wrappers.size() - 1);
        } else {
            add_piece({&block, wrapper});
        }
    }

    void add_piece(Piece piece) {
        const std::size_t weight = weigh(*piece.block);
        const auto* heading = std::get_if<Heading>(piece.block);
        if (number_ == 0) {
            start_chapter();
        } else if (!layout_.chapters.back().pieces.empty()) {
            const bool is_full = size_ + weight > splitting_.size;
            const bool is_nearly_full = size_ > splitting_.size / part_fill_total * part_fill;
            if (heading != nullptr && starts_chapter(*heading))
                start_chapter();
            else if (is_full || (heading != nullptr && is_nearly_full))
                start_part();
        }
        layout_.chapters.back().pieces.push_back(piece);
        size_ += weight;
    }

    bool starts_chapter(const Heading& heading) const {
        return heading.level <= splitting_.level && layout_.chapters.size() <= most_files_by_heading;
    }

    void start_chapter() {
        ++number_;
        part_ = 1;
        size_ = 0;
        layout_.chapters.push_back({.file = fmt::format("{}chapter-{}.xhtml", prefix_, number_), .article = article_});
    }

    void start_part() {
        ++part_;
        size_ = 0;
        Chapter next{.file = fmt::format("{}chapter-{}-{}.xhtml", prefix_, number_, part_), .article = article_};
        // A heading belongs to what follows it.
        std::vector<Piece>& before = layout_.chapters.back().pieces;
        auto cut = before.end();
        while (cut - before.begin() > 1 && std::holds_alternative<Heading>(*(cut - 1)->block)) --cut;
        next.pieces.assign(cut, before.end());
        before.erase(cut, before.end());
        layout_.chapters.push_back(std::move(next));
    }

    // The notes that a block is the first to refer to come into its file.
    std::size_t weigh(const Block& block) {
        std::size_t weight = 0;
        walk(block, overloaded{
                        [&](const NoteRef& reference) {
                            weight += note_weight;
                            if (counted_notes_[reference.note]) return;
                            counted_notes_[reference.note] = true;
                            weight += weigh_text(document_.notes[reference.note]);
                        },
                        [&](const auto& node) { weight += weigh_node(node); },
                    });
        return weight;
    }

    static std::size_t weigh_text(const Note& note) {
        std::size_t weight = 0;
        walk(note, [&](const auto& node) { weight += weigh_node(node); });
        return weight;
    }

    template <class N>
    static std::size_t weigh_node(const N& node) {
        if constexpr (requires { node.mathml; })
            return node_weight + std::max(node.mathml.size(), node.tex.size());
        else if constexpr (requires { node.text; })
            return node_weight + node.text.size();
        else if constexpr (requires { node.url; })
            return node_weight + node.url.size();
        else
            return node_weight;
    }

    const Document& document_;
    const Splitting& splitting_;
    Layout& layout_;
    Context& context_;
    std::vector<bool> counted_notes_;
    const Group* article_ = nullptr;
    std::string prefix_;
    int number_ = 0;
    int part_ = 1;
    std::size_t size_ = 0;
};

// Finds the place of every id, heading and note.
class Locator {
public:
    Locator(const Document& document, Layout& layout, Context& context)
        : document_(document), layout_(layout), context_(context) {
        layout_.notes.resize(document.notes.size());
    }

    void run() {
        if (document_.attributes && !document_.attributes->id.empty()) add_id(document_.attributes->id);
        for (; chapter_ < layout_.chapters.size(); ++chapter_) add_chapter(layout_.chapters[chapter_]);
    }

private:
    void add_chapter(Chapter& chapter) {
        notes_done_ = 0;
        if (chapter.opens_article) {
            next_number_ = 1;
            layout_.first_files.emplace(chapter.article, chapter_);
            add_id(chapter.article->id());
        }
        for (const Piece& piece : chapter.pieces) {
            context_.checkpoint();
            add_wrappers(piece.wrapper);
            add_content(*piece.block);
        }
        add_notes(chapter);
        if (chapter_ + 1 < layout_.chapters.size()) return;
        // Nothing is lost: notes that nobody refers to stand at the very end.
        for (std::size_t note = 0; note < layout_.notes.size(); ++note) {
            if (layout_.notes[note].number == 0) place_note(note);
            add_notes(chapter);
        }
    }

    // Notes may refer to notes, so the list grows while it is worked through.
    void add_notes(Chapter& chapter) {
        for (; notes_done_ < chapter.notes.size(); ++notes_done_) {
            const std::size_t index = chapter.notes[notes_done_];
            const Note& note = document_.notes[index];
            if (!note.id().empty()) layout_.targets.emplace(note.id(), Target{chapter_, note_id(index)});
            add_content(note.content);
        }
    }

    void add_wrappers(std::size_t wrapper) {
        for (; wrapper != no_wrapper; wrapper = layout_.wrappers[wrapper].parent)
            add_id(layout_.wrappers[wrapper].group->id());
    }

    template <class Content>
    void add_content(const Content& content) {
        walk(content, overloaded{
                          [&](const NoteRef& reference) {
                              add_id(reference.id());
                              if (layout_.notes[reference.note].number == 0) place_note(reference.note);
                              layout_.notes[reference.note].references.push_back(chapter_);
                          },
                          [&](const Heading& heading) {
                              add_id(heading.id());
                              layout_.headings.emplace(&heading, Target{chapter_, heading_id(heading)});
                          },
                          // The sections of a table are made anew from its grid.
                          [](const TableSection&) {},
                          [&](const auto& node) { add_id(node.id()); },
                      });
    }

    void place_note(std::size_t note) {
        layout_.notes[note].number = next_number_++;
        layout_.notes[note].chapter = chapter_;
        layout_.chapters[chapter_].notes.push_back(note);
    }

    void add_id(std::string_view id) {
        if (!id.empty()) layout_.targets.emplace(id, Target{chapter_, xml_name(id)});
    }

    std::string heading_id(const Heading& heading) {
        return heading.id().empty() ? fmt::format("heading-{}", ++nameless_headings_) : xml_name(heading.id());
    }

    const Document& document_;
    Layout& layout_;
    Context& context_;
    std::size_t chapter_ = 0;
    std::size_t notes_done_ = 0;
    int next_number_ = 1;
    int nameless_headings_ = 0;
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

Layout lay_out(const Document& document, const Splitting& splitting, Context& context) {
    Layout layout;
    Splitter(document, splitting, layout, context).run();
    Locator(document, layout, context).run();
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

std::string note_id(std::size_t note) {
    return fmt::format("note-{}", note + 1);
}

std::string note_reference_id(std::size_t note, std::size_t ordinal) {
    return ordinal == 1 ? fmt::format("noteref-{}", note + 1) : fmt::format("noteref-{}-{}", note + 1, ordinal);
}

}  // namespace offprint::epub
