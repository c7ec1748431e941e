// Finds the footnotes of a page: which links refer to notes, and which elements hold them.
// Thread safety: a value.
#pragma once

#include <map>
#include <set>
#include <string>

#include "html/dom/dom.hpp"
#include "html/mapping/links.hpp"
#include "html/mapping/selection.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

struct Notes {
    std::map<NodeIndex, NodeIndex> references;  ///< element in the text -> the element that holds its note
    std::set<NodeIndex> definitions;            ///< those elements; none inside another
    std::set<NodeIndex> marks;                  ///< what only leads back from a note or numbers it
    std::map<NodeIndex, std::string> labels;    ///< by definition: "3", as the page shows it in the text

    bool has_definition_in(const Dom& dom, NodeIndex node) const {
        const auto first = definitions.lower_bound(node);
        return first != definitions.end() && dom.contains(node, *first);
    }
};

/// A link is a reference if it says so (role="doc-noteref", a class) or is as short as a number, and leads
/// to something that is a note by its role, class, id, list or back link. A note in the line of the text (a side note)
/// is its own reference. A raised number without a link belongs to the block that begins with the same raised number.
/// Only what `selection` includes counts.
Notes find_notes(const Dom& dom, const Selection& selection, const LinkResolver& links, Context& context);

/// The three shapes, each added to `notes`; used by find_notes.
void add_linked_notes(const Dom& dom, const Selection& selection, const LinkResolver& links, Context& context,
                      Notes& notes);
void add_side_notes(const Dom& dom, const Selection& selection, Context& context, Notes& notes);
void add_numbered_notes(const Dom& dom, const Selection& selection, Context& context, Notes& notes);

/// True for the words that pages use in class and id of notes.
bool has_note_name(const Dom& dom, NodeIndex node);

/// The side note inside of `figure`, which is its caption; no_node if there is none.
NodeIndex side_note_in(const Dom& dom, NodeIndex figure);

/// The text of a reference without its brackets: "3", "a", "*".
std::string note_label(const Dom& dom, NodeIndex reference);

/// True for numbers, single letters and marks, which no other link consists of.
bool is_note_label(std::string_view label);

}  // namespace offprint::html
