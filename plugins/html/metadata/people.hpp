// Names of people as pages print them.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "offprint/metadata.hpp"

namespace offprint::html {

/// Adds the people whom `text` names ("By Ada Quill and Ben Reed, Staff") to `people`, each once. What is no
/// name (an address, a number, a sentence) is left out, and so is a text of more than 1 KiB. After 100
/// people the list is full.
void add_people(std::string_view text, std::string_view url, std::vector<Contributor>& people);

}  // namespace offprint::html
