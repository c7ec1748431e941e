// The page of the manual, offprint(1).
// Thread safety: pure.
#pragma once

#include <string>

#include "offprint/plugin_registry.hpp"

namespace offprint::cli {

/// In the man macros of troff. It has the options of the registry's plugins.
std::string manual(const PluginRegistry& registry);

}  // namespace offprint::cli
