// The resources of a document as JSON.
// Thread safety: pure but for their arguments.
#pragma once

#include <string>

#include "offprint/resource.hpp"
#include "output.hpp"

namespace offprint::json {

/// Writes one entry of `assets`; `embed` adds the bytes as `data`. Throws `Error{plugin_failed}` when
/// libcrypto cannot hash.
void write_asset(Output& out, const std::string& id, const Resource& resource, bool embed);

}  // namespace offprint::json
