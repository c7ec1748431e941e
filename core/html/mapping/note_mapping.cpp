// Notes and what refers to them.
#include "html/mapping/clean_note.hpp"
#include "html/mapping/mapper.hpp"

namespace offprint::html {

void Mapper::map_notes(Document& document) {
    in_note_ = true;
    map_pending_notes(document);
    // A note whose reference went with something that the model cannot hold is text of its own.
    for (const NodeIndex definition : notes_.definitions)
        if (!note_numbers_.contains(definition) && selection_.includes(dom_, definition))
            for (Block& block : map_blocks(definition, Flow())) document.content.push_back(std::move(block));
    map_pending_notes(document);
    in_note_ = false;
}

/// Notes are mapped after the text, and may refer to further notes.
void Mapper::map_pending_notes(Document& document) {
    for (std::size_t i = document.notes.size(); i < note_order_.size(); ++i) {
        const NodeIndex definition = note_order_[i];
        Note note;
        note.range = range_of(definition);
        note.attributes = attributes_of(definition, true);
        note.content = map_blocks(definition, Flow());
        // A reference without a text is of those who make a page for the mapper: nothing repeats it in the note.
        if (const auto label = notes_.labels.find(definition); label != notes_.labels.end() && !label->second.empty())
            clean_note(note.content, label->second);
        document.notes.push_back(std::move(note));
    }
}

void Mapper::map_note_reference(NodeIndex node, Flow& flow) {
    const NodeIndex definition = notes_.references.at(node);
    const auto [number, added] = note_numbers_.try_emplace(definition, note_order_.size());
    if (added) note_order_.push_back(definition);
    NoteRef reference;
    // A note in the line of the text keeps its own attributes.
    if (definition != node) reference.attributes = attributes_of(node, false);
    reference.range = range_of(node);
    reference.note = number->second;
    flow.atom(std::move(reference));
}

/// When all that a block held went into the notes, the headings or the rule right before it announce nothing.
void Mapper::drop_title_of_notes(std::size_t blocks_before, NodeIndex node, Flow& flow) {
    Blocks& blocks = flow.blocks();
    if (in_note_ || is_phrasing(dom_.tag(node)) || blocks.size() != blocks_before ||
        !notes_.has_definition_in(dom_, node))
        return;
    int level = 7;
    while (!blocks.empty()) {
        const auto* heading = std::get_if<Heading>(&blocks.back());
        const bool announces =
            heading != nullptr ? heading->level < level : std::holds_alternative<Rule>(blocks.back());
        if (!announces) return;
        if (heading != nullptr) level = heading->level;
        blocks.pop_back();
    }
}

}  // namespace offprint::html
