// Content hashes.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace offprint {

/// The SHA-256 of `bytes` (FIPS 180-4) in lower-case hexadecimal digits. Throws `Error{plugin_failed}` when libcrypto
/// cannot hash.
std::string sha256(std::string_view bytes);

}  // namespace offprint
