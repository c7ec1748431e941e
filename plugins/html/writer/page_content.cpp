#include "writer/page_content.hpp"

#include <fmt/format.h>

#include "offprint/url.hpp"
#include "offprint/walk.hpp"
#include "package/xml.hpp"

namespace offprint::html {

using package::append;
using package::append_text;
using package::set;

const Group* article_of(const Block& block) {
    const Group* group = std::get_if<Group>(&block);
    return group != nullptr && group->kind == GroupKind::article ? group : nullptr;
}

PageContent::PageContent(const Document& document, bool has_title, ImageSources& images, Context& context)
    : ContentWriter(context), document_(document), images_(images), notes_(document.notes.size()) {
    const auto add_id = [&](std::string_view id) {
        if (!id.empty()) ids_.insert(id);
    };
    if (document.attributes && has_title) add_id(document.attributes->id);
    // The sections of a table are made anew from its grid.
    walk(document, overloaded{[](const TableSection&) {}, [&](const auto& node) { add_id(node.id()); }});

    const Group* last = nullptr;
    for (const Block& block : document.content) {
        const Group* article = article_of(block);
        plan_references(article, block);
        if (article != nullptr) plan_references_of_notes(last = article);
    }
    plan_references_of_notes(nullptr);
    // Those that nobody refers to come last of all.
    for (std::size_t note = 0; note < notes_.size(); ++note) {
        if (notes_[note].number == 0) plan_note(last, note);
        plan_references_of_notes(last);
    }
}

// Notes may refer to notes, so the list grows while it is worked through.
void PageContent::plan_references_of_notes(const Group* article) {
    NoteList& list = planned_[article];
    while (list.followed < list.notes.size())
        plan_references(article, document_.notes[list.notes[list.followed++]].content);
}

template <class Content>
void PageContent::plan_references(const Group* article, const Content& content) {
    context().checkpoint();
    walk(content, overloaded{[&](const NoteRef& reference) {
                                 NoteUse& use = notes_[reference.note];
                                 if (use.number == 0) plan_note(article, reference.note);
                                 use.references.push_back(new_id(fmt::format("noteref-{}", ++references_)));
                             },
                             [](const auto&) {}});
}

void PageContent::plan_note(const Group* article, std::size_t note) {
    NoteUse& use = notes_[note];
    std::vector<std::size_t>& notes = planned_[article].notes;
    notes.push_back(note);
    use.number = static_cast<int>(notes.size());
    const std::string_view own = document_.notes[note].id();
    use.id = own.empty() ? new_id(fmt::format("note-{}", note + 1)) : std::string(own);
}

// One that the model does not have.
std::string PageContent::new_id(std::string name) const {
    while (ids_.contains(name)) name += '-';
    return name;
}

void PageContent::write(pugi::xml_node parent, const Block& block) {
    context().checkpoint();
    write_block(parent, block);
}

void PageContent::write_notes(pugi::xml_node parent, const Group* article) {
    const std::vector<std::size_t>& notes = planned_[article].notes;
    if (notes.empty()) return;
    pugi::xml_node section = append(parent, "section");
    set(section, "class", "notes");
    set(section, "role", "doc-endnotes");
    append(section, "hr");
    pugi::xml_node list = append(section, "ol");
    for (const std::size_t note : notes) {
        context().checkpoint();
        write_note(list, note);
    }
}

void PageContent::write_note(pugi::xml_node list, std::size_t index) {
    const Note& note = document_.notes[index];
    pugi::xml_node item = append(list, "li");
    set(item, "id", notes_[index].id);
    set_attributes(item, note, "note");
    write_blocks(item, note.content);
    append_back_links(item, notes_[index]);
}

// At the end of the last paragraph; an arrow for each reference, those but the first with a number.
void PageContent::append_back_links(pugi::xml_node item, const NoteUse& use) {
    if (use.references.empty()) return;
    const pugi::xml_node last = item.last_child();
    pugi::xml_node line = std::string_view(last.name()) == "p" ? last : append(item, "p");
    std::size_t ordinal = 0;
    for (const std::string& reference : use.references) {
        if (line.first_child()) append_text(line, " ");
        constexpr const char* arrow = "\u21A9\uFE0E";  // and no picture of one
        ++ordinal;
        pugi::xml_node link = append(line, "a", ordinal == 1 ? arrow : fmt::format("{}{}", arrow, ordinal));
        set(link, "href", fmt::format("#{}", reference));
        set(link, "role", "doc-backlink");
    }
}

std::string PageContent::address_of(std::string_view id) const {
    return ids_.contains(id) ? fmt::format("#{}", encode_url(id)) : std::string();
}

std::string PageContent::address_of(const Image& image) {
    return images_.admit(image) ? image.resource : std::string();
}

NoteMark PageContent::next_mark(const NoteRef& reference) {
    NoteUse& use = notes_[reference.note];
    return {use.number, use.references[use.written++], fmt::format("#{}", encode_url(use.id))};
}

void PageContent::remark(Remark remark, std::string_view about, SourceRange range) {
    switch (remark) {
        case Remark::link_dropped:
            return context().report(Severity::warning, "html.link-not-written",
                                    fmt::format("a page cannot hold the link to '{}'; its text stays", about), range);
        case Remark::image_without_alt:
            return context().report(Severity::info, "html.image-without-alt",
                                    fmt::format("nobody said what the image '{}' shows", about), range);
        case Remark::formula_malformed:
            return context().report(Severity::warning, "html.formula-malformed",
                                    "a formula's MathML cannot be used; its source or description stands in", range);
        case Remark::language_invalid:
            return context().report(Severity::warning, "html.language-invalid",
                                    fmt::format("'{}' is no language tag of BCP 47; it was left out", about), range);
        case Remark::table_without_header:
            return context().report(Severity::info, "html.table-without-header",
                                    "a table without header cells is hard to follow for those who listen to it", range);
    }
}

}  // namespace offprint::html
