// Language tags as EPUB wants them.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace offprint::epub {

/// `tag` if it is well-formed (BCP 47, section 2.1; "en_US" counts as "en-US"), else empty.
std::string language_tag(std::string_view tag);

}  // namespace offprint::epub
