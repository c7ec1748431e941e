// The field of contents (ECMA-376 Part 1, 17.16.5.68), whole before Word has renewed it.
// Thread safety: pure but for its arguments.
#pragma once

#include <pugixml.hpp>

#include "story.hpp"

namespace offprint::docx {

/// Inserts contents behind `place`, a child of `body` (null: at its beginning), with an entry for each heading of
/// Word's levels 1..`depth` that the finished `body` has; nothing where it has none. The entries lead to the headings;
/// page numbers come with the first update, for nobody but Word knows its pages.
void insert_contents(pugi::xml_node body, pugi::xml_node place, int depth, Story& story);

}  // namespace offprint::docx
