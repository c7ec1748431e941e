#include "writer/chapter_writer.hpp"

#include <fmt/format.h>

#include "package/foreign_markup.hpp"
#include "package/xml.hpp"
#include "writer/device_warnings.hpp"
#include "writer/division.hpp"
#include "writer/page.hpp"

namespace offprint::epub {

using html::Remark;
using package::append;
using package::append_text;
using package::set;

ChapterWriter::ChapterWriter(const Document& document, const Layout& layout, const Profile& profile, ImageFiles& images,
                             Context& context)
    : ContentWriter(context), document_(document), layout_(layout), profile_(profile), images_(images) {
    references_written_.resize(document.notes.size());
}

bool ChapterWriter::write_chapter(std::size_t chapter, pugi::xml_node body) {
    chapter_ = chapter;
    body_ = body;
    open_.clear();
    chapter_has_math_ = false;
    set_right_to_left(std::string_view(body.parent().attribute("dir").value()) == "rtl");
    for (const Piece& piece : layout_.chapters[chapter].pieces) {
        context().checkpoint();
        write_block(open(piece.wrapper), *piece.block);
    }
    write_notes(body, layout_.chapters[chapter]);
    return chapter_has_math_;
}

// Wrappers come in reading order, so one that is open in this chapter is still the last of its parent.
pugi::xml_node ChapterWriter::open(std::size_t wrapper) {
    if (wrapper == no_wrapper) return body_;
    if (const auto found = open_.find(wrapper); found != open_.end()) return found->second;
    const Wrapper& entry = layout_.wrappers[wrapper];
    pugi::xml_node element = append_group(open(entry.parent), *entry.group);
    // Our reader puts the group together again.
    if (!opened_.insert(wrapper).second) set(element, continued_attribute, "");
    return open_[wrapper] = element;
}

void ChapterWriter::write_notes(pugi::xml_node body, const Chapter& chapter) {
    if (chapter.notes.empty()) return;
    notes_ = true;
    pugi::xml_node section = append(body, "section");
    set(section, "class", "notes");
    set_type(section, "endnotes");
    set(section, "role", "doc-endnotes");
    if (!chapter.pieces.empty()) append(section, "hr");
    for (std::size_t note : chapter.notes) {
        context().checkpoint();
        write_note(section, note);
    }
}

// A plain block: Apple Books hides an `aside` from the flow, and others show the first paragraph only.
void ChapterWriter::write_note(pugi::xml_node parent, std::size_t index) {
    const Note& note = document_.notes[index];
    pugi::xml_node element = append(parent, "div");
    set(element, "id", layout_.notes[index].target.id);
    set_attributes(element, note, "note");
    set_type(element, "footnote endnote");
    set(element, "role", "doc-footnote");
    pugi::xml_node first = append(element, "p");
    append_back_links(first, index);
    auto block = note.content.begin();
    if (block != note.content.end()) {
        if (const auto* paragraph = std::get_if<Paragraph>(&*block)) {
            set_attributes(first, *paragraph);
            write_inlines(first, paragraph->content);
            ++block;
        }
    }
    for (; block != note.content.end(); ++block) write_block(element, *block);
}

// One for each reference: the number leads to the first, arrows to the others.
void ChapterWriter::append_back_links(pugi::xml_node paragraph, std::size_t note) {
    const NoteUse& use = layout_.notes[note];
    if (use.references.empty()) return append_text(paragraph, fmt::format("{}. ", use.number));
    std::size_t ordinal = 0;
    for (const Target& reference : use.references) {
        ++ordinal;
        const std::string label = ordinal == 1 ? fmt::format("{}.", use.number) : fmt::format("\u2191{}", ordinal);
        pugi::xml_node link = append(paragraph, "a", label);
        set(link, "href", layout_.reference(chapter_, reference));
        set(link, "role", "doc-backlink");
        append_text(paragraph, " ");
    }
}

// A group that goes on in a second file has its id in the first alone.
std::string ChapterWriter::id_here(std::string_view id) const {
    const auto target = layout_.targets.find(id);
    return target != layout_.targets.end() && target->second.chapter == chapter_ ? target->second.id : std::string();
}

std::string ChapterWriter::id_of(const Heading& heading) const {
    return layout_.headings.at(&heading).id;
}

std::string ChapterWriter::address_of(std::string_view id) const {
    const auto target = layout_.targets.find(id);
    return target != layout_.targets.end() ? layout_.reference(chapter_, target->second) : std::string();
}

std::string ChapterWriter::address_of(const Image& image) {
    const ImageFile* file = images_.find(image.resource);
    if (file == nullptr) return {};
    animated_images_ = animated_images_ || file->animated;
    return file->path;
}

html::NoteMark ChapterWriter::next_mark(const NoteRef& reference) {
    const NoteUse& use = layout_.notes[reference.note];
    const Target& own = use.references[references_written_[reference.note]++];
    return {use.number, own.id, layout_.reference(chapter_, use.target)};
}

void ChapterWriter::remark(Remark remark, std::string_view about, SourceRange range) {
    switch (remark) {
        case Remark::link_dropped:
            return context().report(Severity::warning, "epub.link-dropped",
                                    fmt::format("a book cannot hold the link to '{}'; its text stays", about), range);
        case Remark::image_without_alt:
            return context().report(Severity::info, "epub.image-without-alt",
                                    fmt::format("nobody said what the image '{}' shows", about), range);
        case Remark::formula_malformed:
            return context().report(Severity::warning, "epub.math-malformed",
                                    "a formula's MathML cannot be used; its source or description stands in", range);
        case Remark::language_invalid:
            return context().report(Severity::warning, "epub.language-invalid",
                                    fmt::format("'{}' is no language tag of BCP 47; it was left out", about), range);
        case Remark::table_without_header:
            return context().report(Severity::info, "epub.table-without-header",
                                    "a table without header cells is hard to follow for those who listen to it", range);
    }
}

bool ChapterWriter::write_formula(pugi::xml_node parent, const Math& math) {
    if (!profile_.mathml) return write_formula_in_words(parent, math);
    const bool is_written = write_mathml(parent, math);
    chapter_has_math_ = chapter_has_math_ || is_written;
    return is_written;
}

bool ChapterWriter::write_formula_in_words(pugi::xml_node parent, const Math& math) {
    const std::string words = package::mathml_text(math.mathml);
    if (words.empty()) return false;
    set(append(parent, "span", words), "class", "math");
    context().report(Severity::warning, "epub.device-math",
                     fmt::format("{} shows no formulas; this one is written in one line", profile_.title), math.range);
    return true;
}

void ChapterWriter::set_language(pugi::xml_node element, std::string_view language, Direction direction) const {
    epub::set_language(element, language, direction);
}

void ChapterWriter::set_type(pugi::xml_node element, const char* type) const {
    set(element, "epub:type", type);
}

// Told apart from what nobody has described; a page of HTML may not say so twice (ARIA in HTML, section 4).
void ChapterWriter::mark_decoration(pugi::xml_node image) const {
    set(image, "role", "presentation");
}

bool ChapterWriter::keeps(std::string_view attribute) const {
    return attribute == continued_attribute;
}

bool ChapterWriter::is_part(const ListItem& item) const {
    return is_continued(item);
}

void ChapterWriter::inspect(const Table& table, const TableGrid& grid) {
    warn_of_table(profile_, table, grid, context());
}

}  // namespace offprint::epub
