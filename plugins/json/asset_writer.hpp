// The resources of a document as JSON.
// Thread safety: pure but for their arguments.
#pragma once

#include <string>

#include "json/output.hpp"
#include "offprint/byte_sink.hpp"
#include "offprint/resource.hpp"

namespace offprint::json {

/// Writes one entry of `assets`, with the bytes as `data`, or the address of the `file` that `sink` puts them into; a
/// null `sink` leaves them out. Throws `Error{plugin_failed}` when libcrypto cannot hash.
void write_asset(Output& out, const std::string& id, const Resource& resource, ByteSink* sink);

}  // namespace offprint::json
