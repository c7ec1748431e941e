// Where in a JSON text something is wrong, for messages.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string>

namespace offprint::json {

/// The JSON Pointer (RFC 6901) to the value that `offset` lies in, or to the last one before it, with line and column:
/// "/content/children/3 (line 12, column 8)". Line and column count from 1; columns are characters. Reads `json` up to
/// there, so that nobody has to keep count before there is an error.
std::string place_of(const std::string& json, std::size_t offset);

}  // namespace offprint::json
