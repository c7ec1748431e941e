// The resources of a document from JSON.
// Thread safety: as `Input`.
#pragma once

#include <string>

#include "json/input.hpp"
#include "offprint/resource.hpp"

namespace offprint::json {

/// One entry of `assets`.
struct Asset {
    std::string id;
    Resource resource;    ///< without bytes when the entry has none, or they cannot be had
    std::string missing;  ///< why they cannot, in a line; empty when the entry has none
};

/// Reads an entry, and the file that it names through `context`. Throws as `Input`, also for base64 or a hash that is
/// wrong.
Asset read_asset(Input& input, Context& context);

}  // namespace offprint::json
