// The small file beside each plugin that describes it, so that a scan opens no library.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "offprint/plugin_registry.hpp"

namespace offprint {

/// JSON of everything in `info` and the ABI number; equal infos give equal bytes.
std::string to_manifest(const FormatInfo& info);

/// The reverse. Nullopt when the text is no manifest, or one of another plugin ABI.
std::optional<FormatInfo> parse_manifest(std::string_view text);

}  // namespace offprint
