// The options of plugins as the user gave them, made ready for the plugins.
// Thread safety: pure but for the files that are read.
#pragma once

#include "offprint/converter.hpp"
#include "offprint/limits.hpp"
#include "offprint/plugin_registry.hpp"

namespace offprint::cli {

/// Options of type `file` name a file; the plugin gets its content. Throws `Error{input}`.
OptionValues read_option_files(OptionValues options, const PluginRegistry& registry, const Limits& limits);

}  // namespace offprint::cli
