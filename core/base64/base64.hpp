// Base64 with padding, without line ends (RFC 4648, section 4).
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace offprint {

/// `bytes` as base64.
std::string base64(std::string_view bytes);

/// The bytes behind `text`; nullopt for anything that `base64` would not have written.
std::optional<std::string> bytes_of_base64(std::string_view text);

}  // namespace offprint
