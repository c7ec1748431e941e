// The writer's way to say in XHTML what the model holds, turned round: what its classes mean in HTML.
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "reader/element.hpp"

namespace offprint::epub {

/// Turns `element`, which stands for `source` of a book of this program's, into what the mapper knows.
void translate_own(pugi::xml_node source, Element& element);

/// True for the boxes at the end of files that hold notes.
bool is_own_notes(pugi::xml_node element);

/// True for an element that began in the file before.
bool is_continued(pugi::xml_node element);

/// What stands between the parts of such an element: a line end in code, else nothing.
std::string_view seam(pugi::xml_node element);

/// The mark before a task: a box, ticked or not, and a space.
bool is_task_mark(std::string_view text);
inline constexpr std::size_t task_mark_size = 4;

/// The id of the model for one in a file.
std::string model_id(std::string_view xml_name);

/// True for the ids that the writer gives to what has none: those of headings, notes and their references.
bool is_generated_id(std::string_view id);

}  // namespace offprint::epub
