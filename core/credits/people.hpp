// Names of people as pages print them.
// Thread safety: pure.
#pragma once

#include <string_view>
#include <vector>

#include "offprint/metadata.hpp"

namespace offprint::credits {

/// Adds the people whom `text` names ("By Ada Quill and Ben Reed, Staff") to `people`, each once. A line feed parts
/// what the page shows apart, such as a name and a job. What is no name (an address, a number, a sentence) is left out,
/// and so is a text of more than 1 KiB. After 100 people the list is full.
void add_people(std::string_view text, std::string_view url, std::vector<Contributor>& people);

/// True for a text of which a part begins as bylines do: "By", "Written by", "Text:".
bool has_author_label(std::string_view text);

/// True for a text that is nothing but such words.
bool is_author_label(std::string_view text);

}  // namespace offprint::credits
