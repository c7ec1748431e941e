// Books whose files are encrypted (EPUB 3.3, section 4.2.6.3.2).
// Thread safety: pure but for its arguments.
#pragma once

#include <string>
#include <vector>

#include "offprint/context.hpp"
#include "package/container.hpp"

namespace offprint::epub {

/// Throws `Error{malformed_input}` that names the protection if one of `texts`, which are paths, is encrypted. Fonts
/// that are only obfuscated are no obstacle.
void refuse_encrypted(ocf::Container& container, const std::vector<std::string>& texts, Context& context);

}  // namespace offprint::epub
