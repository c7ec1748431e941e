// Language tags.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

#include "offprint/export.hpp"

namespace offprint {

/// `tag` if it is well-formed (BCP 47, RFC 5646 section 2.1), in the usual letter case ("EN-gb" ->
/// "en-GB", "zh_hant" -> "zh-Hant": '_' counts as '-'); empty otherwise. "C" and "POSIX" are no languages.
OFFPRINT_API std::string language_tag(std::string_view tag);

}  // namespace offprint
