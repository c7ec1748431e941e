// --list-formats and --list-plugins.
// Thread safety: pure but for the registry's lazy loading.
#pragma once

#include <string>

#include "offprint/plugin_registry.hpp"

namespace offprint::cli {

/// A table of the formats: name, whether it reads and writes, extensions, title.
std::string list_formats(const PluginRegistry& registry);

/// Every plugin library: its state, format, version and path, and why it is not used.
std::string list_plugins(const PluginRegistry& registry);

}  // namespace offprint::cli
