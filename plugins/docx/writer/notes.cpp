#include "notes.hpp"

#include "blocks.hpp"
#include "markup.hpp"
#include "offprint/walk.hpp"
#include "story.hpp"
#include "styles.hpp"

namespace offprint::docx {

namespace {

/// Calls `visit` with the index of every note that something below `node` refers to.
template <class N, class Visit>
void for_each_reference(const N& node, Visit visit) {
    walk(node, overloaded{[&](const NoteRef& reference) { visit(reference.note); }, [](const auto&) {}});
}

void append_separator(pugi::xml_node root, int id, const char* type, const char* mark) {
    const pugi::xml_node note = append(root, "w:footnote");
    set(note, "w:type", type);
    set_number(note, "w:id", id);
    const pugi::xml_node paragraph = append(note, "w:p");
    const pugi::xml_node spacing = append(append(paragraph, "w:pPr"), "w:spacing");
    set(spacing, "w:after", "0");
    set(spacing, "w:line", "240");
    set(spacing, "w:lineRule", "auto");
    append(append(paragraph, "w:r"), mark);
}

}  // namespace

Notes::Notes(const Document& document)
    : document_(document),
      numbers_(document.notes.size()),
      references_(document.notes.size()),
      bookmarks_(document.notes.size()) {
    for_each_reference(document, [this](std::size_t note) { ++references_[note]; });
}

std::vector<std::size_t> Notes::enter(std::size_t note) {
    std::vector<std::size_t> entered;
    const auto number_it = [&](std::size_t candidate) {
        if (numbers_[candidate] != 0) return;
        entered_.push_back(candidate);
        numbers_[candidate] = static_cast<int>(entered_.size());
        entered.push_back(candidate);
    };
    number_it(note);
    for (std::size_t i = 0; i < entered.size(); ++i) for_each_reference(document_.notes[entered[i]].content, number_it);
    // The mark that a note gets on behalf of another note is one reference more than the document has.
    for (std::size_t i = 1; i < entered.size(); ++i) ++references_[entered[i]];
    return entered;
}

std::string footnotes_xml(const Document& document, Story& story) {
    pugi::xml_document part;
    const pugi::xml_node root = start_story(part, "w:footnotes");
    append_separator(root, -1, "separator", "w:separator");
    append_separator(root, 0, "continuationSeparator", "w:continuationSeparator");
    Scope scope = story.scope;
    scope.style = style_id::footnote_text;
    for (std::size_t note : story.shared.notes.entered()) {
        story.shared.context.checkpoint();
        const pugi::xml_node element = append(root, "w:footnote");
        set_number(element, "w:id", story.shared.notes.number(note));
        BlockWriter blocks(story);
        blocks.write_note(document.notes[note], element, scope);
    }
    return package::serialize(part);
}

}  // namespace offprint::docx
