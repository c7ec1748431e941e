// What the package document of a book says about it (EPUB 3.3, section 5.5; OPF 2.0.1, section 2.2).
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "offprint/context.hpp"
#include "offprint/metadata.hpp"

namespace offprint::epub {

/// Reads the `metadata` of a package of EPUB 2 or 3. `unique_identifier` is the id of the element that holds the book's
/// own; in a book of this program's (`is_own`) that is made up and no one's but the file's. The cover is not set.
Metadata read_metadata(pugi::xml_node element, std::string_view unique_identifier, bool is_own, Context& context);

}  // namespace offprint::epub
