// data: URLs (RFC 2397).
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace offprint {

/// The bytes that a `data:` URL holds; nullopt when it is malformed.
/// Base64 may hold white space, lack its padding and be percent-encoded, as browsers accept.
std::optional<std::string> decode_data_url(std::string_view url);

}  // namespace offprint
