// Which format an output is to have, by what the user said or by its name.
// Thread safety: pure but for the registry, which is safe.
#pragma once

#include <filesystem>
#include <string>

#include "offprint/plugin_registry.hpp"

namespace offprint {

/// What is known of `wanted`, the format's name; if that is empty, of the one that writes files with the extension of
/// `path`. Throws `Error{usage}` where neither tells, and as `PluginRegistry::format`.
FormatInfo output_format(const PluginRegistry& registry, const std::string& wanted, const std::filesystem::path& path);

}  // namespace offprint
