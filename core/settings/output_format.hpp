// Which formats are meant, by what the user says or by a file's name.
// Thread safety: pure but for the registry, which is safe.
#pragma once

#include <filesystem>
#include <string>

#include "offprint/plugin_registry.hpp"

namespace offprint {

/// The format that has this name, else the one that can do it and whose files have this extension. Throws as
/// `PluginRegistry::format` where there is none.
FormatInfo format_named(const PluginRegistry& registry, const std::string& name, bool FormatInfo::*can);

/// What an output's format is called: `wanted`, the format or an extension of its files, else the extension of `path`.
/// Throws `Error{usage}` where neither tells.
std::string output_format_name(const std::string& wanted, const std::filesystem::path& path);

}  // namespace offprint
