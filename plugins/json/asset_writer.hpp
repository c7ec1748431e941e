// The resources of a document as JSON.
// Thread safety: pure but for their arguments.
#pragma once

#include <string>
#include <string_view>

#include "offprint/resource.hpp"
#include "output.hpp"

namespace offprint::json {

/// Writes one entry of `assets`; `embed` adds the bytes as `data`. Throws `Error{plugin_failed}` when
/// libcrypto cannot hash.
void write_asset(Output& out, const std::string& id, const Resource& resource, bool embed);

/// Base64 with padding, without line ends (RFC 4648, section 4).
std::string base64(std::string_view bytes);

}  // namespace offprint::json
