#include "writer/content_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "offprint/language.hpp"
#include "package/xml.hpp"
#include "writer/division.hpp"
#include "writer/page.hpp"

namespace offprint::epub {

using package::append;
using package::append_text;
using package::set;

ContentWriter::ContentWriter(const Document& document, const Layout& layout, const Profile& profile, ImageFiles& images,
                             Context& context)
    : document_(document), layout_(layout), profile_(profile), images_(images), context_(context) {
    references_written_.resize(document.notes.size());
}

bool ContentWriter::write_chapter(std::size_t chapter, pugi::xml_node body) {
    chapter_ = chapter;
    body_ = body;
    open_.clear();
    chapter_has_math_ = false;
    right_to_left_ = std::string_view(body.parent().attribute("dir").value()) == "rtl";
    for (const Piece& piece : layout_.chapters[chapter].pieces) {
        context_.checkpoint();
        write_block(open(piece.wrapper), *piece.block);
    }
    write_notes(body, layout_.chapters[chapter]);
    return chapter_has_math_;
}

// Wrappers come in reading order, so one that is open in this chapter is still the last of its parent.
pugi::xml_node ContentWriter::open(std::size_t wrapper) {
    if (wrapper == no_wrapper) return body_;
    if (const auto found = open_.find(wrapper); found != open_.end()) return found->second;
    const Wrapper& entry = layout_.wrappers[wrapper];
    pugi::xml_node element = append_group(open(entry.parent), *entry.group);
    // Our reader puts the group together again.
    if (!opened_.insert(wrapper).second) set(element, continued_attribute, "");
    return open_[wrapper] = element;
}

void ContentWriter::write_notes(pugi::xml_node body, const Chapter& chapter) {
    if (chapter.notes.empty()) return;
    facts_.notes = true;
    pugi::xml_node section = append(body, "section");
    set(section, "class", "notes");
    set(section, "epub:type", "endnotes");
    set(section, "role", "doc-endnotes");
    if (!chapter.pieces.empty()) append(section, "hr");
    for (std::size_t note : chapter.notes) {
        context_.checkpoint();
        write_note(section, note);
    }
}

// A plain block: Apple Books hides an `aside` from the flow, and others show the first paragraph only.
void ContentWriter::write_note(pugi::xml_node parent, std::size_t index) {
    const Note& note = document_.notes[index];
    pugi::xml_node element = append(parent, "div");
    set(element, "id", layout_.notes[index].target.id);
    set_attributes(element, note, "note");
    set(element, "epub:type", "footnote endnote");
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
void ContentWriter::append_back_links(pugi::xml_node paragraph, std::size_t note) {
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

void ContentWriter::set_code_direction(pugi::xml_node element) const {
    if (right_to_left_ && !element.attribute("dir")) set(element, "dir", "ltr");
}

void ContentWriter::set_attributes(pugi::xml_node element, const Node& node, std::string_view own_class) {
    if (!node.attributes) {
        if (!own_class.empty()) set(element, "class", own_class);
        return;
    }
    const Attributes& attributes = *node.attributes;
    if (!attributes.id.empty()) {
        // A group that goes on in a second file has its id in the first alone.
        const auto target = layout_.targets.find(attributes.id);
        if (target != layout_.targets.end() && target->second.chapter == chapter_)
            set(element, "id", target->second.id);
    }
    std::string classes(own_class);
    for (const std::string& name : attributes.classes) classes.append(classes.empty() ? "" : " ").append(name);
    if (!classes.empty()) set(element, "class", classes);
    const std::string language = language_tag(attributes.language);
    if (language.empty() && !attributes.language.empty())
        context_.report(Severity::warning, "epub.language-invalid",
                        fmt::format("'{}' is no language tag of BCP 47; it was left out", attributes.language),
                        node.range);
    set_language(element, language, attributes.direction);
    for (const auto& [name, value] : attributes.extra)
        if (name == "title" || name == continued_attribute) set(element, name.c_str(), value);
}

}  // namespace offprint::epub
